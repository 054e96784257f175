import { carriageOf } from '../catalog/carriage.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Form, Indicator } from '../catalog/schema.ts';
import type { ObservationStatus } from '../observations/observation.ts';
import type {
  Page,
  PageColumns,
  PageNumber,
  Summable,
  SummedColumns,
  SummedPage,
} from '../observations/page.ts';
import { Sums } from './sums.ts';

/**
 * What was added up of one indicator, how many areas owe a figure of it, and, where there is none, why: as all
 * of them say, or `missing` where they do not agree or some say nothing.
 */
export type AreaSum = {
  indicator: Indicator;
  sums: Sums;
  expected: number;
  status: ReturnType<typeof agreed>;
};

const unweighed: ReadonlyMap<string | null, PageNumber> = new Map();

type Columns = { page: Page | SummedPage; columns: PageColumns };
/** One indicator while pages are read; what is weighed waits until the pages with the weights are read too. */
type Running = {
  indicator: Indicator;
  sums: Sums;
  weight: string | undefined;
  waiting: Columns[];
  notApplicable: number;
  rows: number;
  statuses: Set<ObservationStatus>;
};

/**
 * What the areas inside a unit come to, by indicator, from its pages of areas, each read once and let go. Figures are
 * added up column by column: a country's quarter is a third of a million of them.
 */
export class AreaSums {
  readonly #catalog: Catalog;
  readonly #running = new Map<string, Running>();
  readonly #wanted: ReadonlySet<string>;
  readonly #weighing: ReadonlySet<string>;
  /** By weighing indicator, the figure of each area. */
  readonly #weights = new Map<string, Map<string | null, PageNumber>>();
  /** By area, the groups in whose pages it stood. */
  readonly #areas = new Map<string | null, string[]>();

  /** @param indicators those whose sums are wanted */
  constructor(indicators: readonly string[], catalog: Catalog) {
    this.#catalog = catalog;
    this.#wanted = new Set(indicators);
    const weights = indicators.flatMap((id) => carriageOf(this.#indicator(id)).weight ?? []);
    this.#weighing = new Set(weights);
  }

  /** @throws Error when an area stands in two pages of one group: it would be counted twice */
  take(page: Page | SummedPage): void {
    const { group } = page;
    for (const area of page.area) {
      const groups = this.#areas.get(area);
      if (groups?.includes(group)) {
        throw new Error(`pages: the area ${area} stands twice in the group ${group}`);
      }
      if (groups) groups.push(group);
      else this.#areas.set(area, [group]);
    }
    for (const columns of page.columns) {
      if ('rows' in columns) {
        this.#addSummed(columns);
        continue;
      }
      const isWeight = this.#weighing.has(columns.indicator);
      if (isWeight) this.#keepWeights(page, columns);
      if (isWeight || this.#wanted.has(columns.indicator)) this.#addColumns(page, columns);
    }
  }

  /** @param owing how many areas owe a figure; fewer than stand in the pages: those */
  sums(owing = 0): Map<string, AreaSum> {
    const expected = Math.max(owing, this.#areas.size);
    return new Map(
      [...this.#running].map(([id, { indicator, sums, weight, waiting, notApplicable, rows, statuses }]) => {
        const weights = this.#weights.get(weight ?? '') ?? new Map();
        for (const { page, columns } of waiting.splice(0)) sums.addColumns(page, columns, weights);
        const status = rows === expected ? agreed(statuses) : 'missing';
        return [id, { indicator, sums, expected: expected - notApplicable, status }];
      }),
    );
  }

  #addSummed(columns: SummedColumns): void {
    const running = this.#running.get(columns.indicator) ?? this.#start(columns.indicator);
    running.sums.addSummed(columns);
    // Why rows are blank is asked only where nothing was counted.
    running.rows += columns.rows;
  }

  #addColumns(page: Page | SummedPage, columns: PageColumns): void {
    const running = this.#running.get(columns.indicator) ?? this.#start(columns.indicator);
    if (running.weight === undefined) running.sums.addColumns(page, columns, unweighed);
    else running.waiting.push({ page, columns });
    running.notApplicable += notApplicableIn(page, columns);
    const { status, areas } = columns;
    running.rows += areas?.length ?? page.area.length;
    if (typeof status === 'string') running.statuses.add(status);
    else for (const word of status) running.statuses.add(word);
  }

  #start(id: string): Running {
    const indicator = this.#indicator(id);
    const { units, weight } = carriageOf(indicator);
    const told = { notApplicable: 0, rows: 0, statuses: new Set<ObservationStatus>() };
    const running = { indicator, sums: new Sums(units), weight, waiting: [], ...told };
    this.#running.set(id, running);
    return running;
  }

  #keepWeights(page: Page | SummedPage, { indicator, areas, value }: PageColumns): void {
    const weights = this.#weights.get(indicator) ?? new Map<string | null, PageNumber>();
    this.#weights.set(indicator, weights);
    for (const [at, number] of (value ?? []).entries()) {
      weights.set(page.area[areas?.[at] ?? at] ?? null, number);
    }
  }

  #indicator(id: string): Indicator {
    const indicator = this.#catalog.indicators.get(id);
    if (!indicator) throw new Error(`no indicator ${id} in catalogue ${this.#catalog.version}`);
    return indicator;
  }
}

/** The indicators of a form whose columns may be added up while they are read: those that weigh nothing else. */
export function summableIn(form: Form, catalog: Catalog): Summable {
  const ways = form.indicators.flatMap(({ indicator: id }) => {
    const indicator = catalog.indicators.get(id);
    return indicator ? [{ id, ...carriageOf(indicator) }] : [];
  });
  const weights = new Set(ways.map(({ weight }) => weight));
  return new Map(
    ways.flatMap(({ id, units }) =>
      (units === 'ratio' || units === 'sum') && !weights.has(id) ? [[id, units] as const] : [],
    ),
  );
}

/** Why there is no figure, where all who have the thing say the same: `not-collected`, `not-yet`; else `missing`. */
export function agreed(statuses: Iterable<ObservationStatus>): 'not-collected' | 'not-yet' | 'missing' {
  const [word, ...others] = new Set([...statuses].filter((status) => status !== 'not-applicable'));
  return others.length === 0 && (word === 'not-collected' || word === 'not-yet') ? word : 'missing';
}

function notApplicableIn(page: Page | SummedPage, { status, areas }: PageColumns): number {
  if (status === 'not-applicable') return areas?.length ?? page.area.length;
  if (typeof status === 'string' || !status.includes('not-applicable')) return 0;
  return status.filter((word) => word === 'not-applicable').length;
}
