import type { Form } from '../catalog/schema.ts';
import type { Observation, ObservationStatus } from './observation.ts';

/**
 * A page: a submission's figures for one group of indicators, in columns, so that a province's quarter
 * costs a handful of writes instead of one for each figure. The figures of the unit as a whole stand in one page
 * a group, named as the group; those of the areas inside it in as many more as an item's size asks for.
 */
export type Page = {
  schema: 'page/2';
  /** Its name among the submission's pages: `CKMB`; with areas `CKMB~1`, `CKMB~2`. */
  name: string;
  group: string;
  /** The areas (`commune:26734`) that its columns are about; null: the unit as a whole. */
  area: (string | null)[];
  columns: PageColumns[];
};

/** One indicator's figures; figure `i` is that of the page's area `i`, or of area `areas[i]` where not all have one. */
export type PageColumns = {
  indicator: string;
  areas: number[] | null;
  /** Null: no figure of the column has one. */
  value: (string | null)[] | null;
  numerator: (string | null)[] | null;
  denominator: (string | null)[] | null;
  /** One word: all have it. */
  status: ObservationStatus | ObservationStatus[];
  /** Figures that were written as approximations. */
  approximate: number[];
  /** Notes by figure, only where there is one. */
  notes: Record<string, string>;
};

/** The page as it was before areas: row `i` of every column is one observation of the unit as a whole. */
export type Page1 = {
  schema: 'page/1';
  group: string;
  indicator: string[];
  value: (string | null)[];
  numerator: (string | null)[];
  denominator: (string | null)[];
  status: ObservationStatus[];
  approximate: number[];
  notes: Record<string, string>;
};

/** What a page says of one indicator. The unit and the period are the submission's; no area: the unit as a whole. */
export type Figure = Pick<
  Observation,
  'indicator' | 'value' | 'numerator' | 'denominator' | 'status' | 'approximate' | 'note'
> & { area?: string };

/** Packs the figures of a unit as a whole into one page a group of its form, in the form's order. */
export function pagesOf(observations: readonly Observation[], form: Form): Page[] {
  const byArea = new Map<string | null, Map<string, Observation>>();
  for (const observation of observations) {
    const area = observation.area ?? null;
    const ofArea = byArea.get(area) ?? new Map<string, Observation>();
    byArea.set(area, ofArea.set(observation.indicator, observation));
  }
  return [...packPages([...byArea.keys()], form, (area, indicator) => byArea.get(area)?.get(indicator))];
}

/** What packing asks for: the figure of an area and an indicator, if there is one. */
export type FigureAt = (
  area: string | null,
  indicator: string,
) => Omit<Figure, 'indicator' | 'area'> | undefined;

/**
 * Packs figures into pages, one at a time, so that those of a million observations are never all there at once.
 * Areas stand in the order in which they are given.
 */
export function* packPages(
  areas: readonly (string | null)[],
  form: Form,
  figureAt: FigureAt,
): Generator<Page> {
  const inside = areas.filter((area) => area !== null);
  for (const { code } of form.groups) {
    const indicators = form.indicators.filter((row) => row.group === code).map((row) => row.indicator);
    if (areas.includes(null)) {
      const figures = [indicators.map((indicator) => figureAt(null, indicator))];
      const whole = pageOf({ name: code, group: code, area: [null], indicators }, figures);
      if (whole.columns.length > 0) yield whole;
    }
    yield* areaPages(code, inside, indicators, figureAt);
  }
}

/**
 * What an item may be is 400 KB; a page's text stays below this, so that even one which no compression shortens
 * fits.
 */
const mostLength = 300_000;
/** What a figure costs beside its texts: quotes and commas, and its place in the list of areas. */
const figureLength = 24;

type FigureFound = ReturnType<FigureAt>;

function* areaPages(
  group: string,
  areas: readonly string[],
  indicators: readonly string[],
  figureAt: FigureAt,
): Generator<Page> {
  let page = 1;
  let [held, figures, length] = [[] as string[], [] as FigureFound[][], 0];
  for (const area of areas) {
    const found = indicators.map((indicator) => figureAt(area, indicator));
    if (found.every((figure) => figure === undefined)) continue;
    const more = found.reduce((sum, figure) => sum + lengthOf(figure), area.length + 3);
    if (length + more > mostLength && held.length > 0) {
      yield pageOf({ name: `${group}~${page}`, group, area: held, indicators }, figures);
      page += 1;
      [held, figures, length] = [[], [], 0];
    }
    held.push(area);
    figures.push(found);
    length += more;
  }
  if (held.length > 0) yield pageOf({ name: `${group}~${page}`, group, area: held, indicators }, figures);
}

function lengthOf(figure: FigureFound): number {
  if (!figure) return 0;
  const { value, numerator, denominator, note } = figure;
  const numbers = figureLength + (numerator?.length ?? 0) + (denominator?.length ?? 0);
  // Of a text, the bytes in UTF-8 and the escapes of JSON.
  return numbers + 3 * (value?.length ?? 0) + (note === null ? 0 : 12 + 3 * note.length);
}

type PageHead = Pick<Page, 'name' | 'group' | 'area'> & { indicators: readonly string[] };

/** @param figures by area, and in it by indicator */
function pageOf({ name, group, area, indicators }: PageHead, figures: readonly FigureFound[][]): Page {
  const columns: PageColumns[] = [];
  for (const [at, indicator] of indicators.entries()) {
    const column = figures.map((ofArea) => ofArea[at]);
    const found = column.filter((figure) => figure !== undefined);
    if (found.length === 0) continue;
    const areas = found.length === area.length ? null : [...column.keys()].filter((which) => column[which]);
    columns.push({ indicator, areas, ...columnsOf(found) });
  }
  return { schema: 'page/2', name, group, area, columns };
}

function columnsOf(figures: readonly NonNullable<FigureFound>[]): Omit<PageColumns, 'indicator' | 'areas'> {
  const column = (of: 'value' | 'numerator' | 'denominator') =>
    figures.some((figure) => figure[of] !== null) ? figures.map((figure) => figure[of]) : null;
  const [first] = figures;
  const isOne = figures.every(({ status }) => status === first?.status);
  return {
    value: column('value'),
    numerator: column('numerator'),
    denominator: column('denominator'),
    status: isOne && first ? first.status : figures.map(({ status }) => status),
    approximate: figures.flatMap(({ approximate }, at) => (approximate ? [at] : [])),
    notes: Object.fromEntries(figures.flatMap(({ note }, at) => (note === null ? [] : [[at, note]]))),
  };
}

/** The name under which a page is stored. */
export function pageName(page: Page | Page1): string {
  return page.schema === 'page/1' ? page.group : page.name;
}

/** True for the name of a page of areas, which what asks for the unit as a whole need not read. */
export function isAreaPage(name: string): boolean {
  return name.includes('~');
}

/**
 * The figures of a page.
 * @throws Error when the page is of a shape that this code does not know: never skipped
 */
export function figuresOf(page: Page | Page1): Figure[] {
  if (page.schema === 'page/1') return figuresOfPage1(page);
  if (page.schema !== 'page/2') throw new Error(`unknown page schema: ${String((page as Page).schema)}`);
  return page.columns.flatMap((columns) => {
    const { indicator, areas, value, numerator, denominator, status, notes } = columns;
    const approximate = new Set(columns.approximate);
    return Array.from({ length: areas?.length ?? page.area.length }, (_, at): Figure => {
      const area = page.area[areas?.[at] ?? at] ?? null;
      return {
        ...(area === null ? {} : { area }),
        indicator,
        value: value?.[at] ?? null,
        numerator: numerator?.[at] ?? null,
        denominator: denominator?.[at] ?? null,
        status: typeof status === 'string' ? status : (status[at] as ObservationStatus),
        approximate: approximate.has(at),
        note: notes[String(at)] ?? null,
      };
    });
  });
}

function figuresOfPage1(page: Page1): Figure[] {
  const approximate = new Set(page.approximate);
  return page.indicator.map((indicator, row) => ({
    indicator,
    value: page.value[row] ?? null,
    numerator: page.numerator[row] ?? null,
    denominator: page.denominator[row] ?? null,
    status: page.status[row] as ObservationStatus,
    approximate: approximate.has(row),
    note: page.notes[String(row)] ?? null,
  }));
}
