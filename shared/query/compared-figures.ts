import { isGiven, ownFigure, type Reason } from '../aggregation/combine.ts';
import type { WholeFigure } from '../aggregation/whole-figures.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Form, Indicator } from '../catalog/schema.ts';
import { compare, decimal, subtract, text } from '../observations/decimal.ts';
import {
  type CellSource,
  cellsOf,
  type ObservationStatus,
  type Sources,
} from '../observations/observation.ts';

/** A figure as it was read: a ratio is worked out, and without a value it says why. */
export type ReadFigure = Pick<
  WholeFigure,
  'numerator' | 'denominator' | 'status' | 'approximate' | 'note' | 'fromAreas'
> & {
  value: string | null;
  /** Why there is no value: of a ratio 0 of 0, else its status. */
  reason: Reason | Exclude<ObservationStatus, 'reported'> | null;
};

/**
 * `same`: nothing differs · `changed`: another number or word · `new`: there was none before · `gone`: there is none any
 * more · `none`: neither has one, or there is nothing to hold it against.
 */
export type FigureChange = 'same' | 'changed' | 'new' | 'gone' | 'none';

/** One indicator of a file beside what it is held against. */
export type ComparedFigure = {
  indicator: string;
  names: Indicator['names'];
  /** Its unit of measure, and the group of the form. */
  unit: string;
  group: string;
  /** The unit that the figure is about, where one publishes for others. */
  area: string | null;
  figure: ReadFigure | null;
  /** The cells from which it was read, with the text as it was written. */
  cells: CellSource[];
  before: ReadFigure | null;
  /** How far the value is from the one before, a decimal string; null where one of them is no number. */
  difference: string | null;
  change: FigureChange;
};

/**
 * Two readings of one form side by side, in the order of the form.
 * @param given.before null: there is nothing to hold it against
 */
export function comparedFigures(
  given: { figures: readonly WholeFigure[]; before: readonly WholeFigure[] | null; sources: Sources },
  { form, catalog }: { form: Form; catalog: Catalog },
): ComparedFigure[] {
  const { figures, before, sources } = given;
  const keyOf = ({ indicator, area }: Pick<WholeFigure, 'indicator' | 'area'>) =>
    `${indicator} ${area ?? ''}`;
  const now = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const then = new Map((before ?? []).map((figure) => [keyOf(figure), figure]));
  const areas = [...new Set([...figures, ...(before ?? [])].map(({ area }) => area))];
  return form.indicators.flatMap(({ indicator: id, group }) => {
    const indicator = catalog.indicators.get(id);
    if (!indicator) throw new Error(`no indicator ${id} in catalogue ${catalog.version}`);
    // Where nothing was read of anything, the form's rows are told of all the same.
    return (areas.length > 0 ? areas : [undefined]).map((area): ComparedFigure => {
      const of = { indicator: id, ...(area === undefined ? {} : { area }) };
      const [figure, last] = [now.get(keyOf(of)), then.get(keyOf(of))];
      const [read, earlier] = [figure && readFigure(indicator, figure), last && readFigure(indicator, last)];
      return {
        indicator: id,
        names: indicator.names,
        unit: indicator.unit,
        group,
        area: area ?? null,
        figure: read ?? null,
        cells: figure ? cellsOf(sources, figure) : [],
        before: earlier ?? null,
        difference: differenceOf(read, earlier),
        change: before === null ? 'none' : changeOf(read, earlier),
      };
    });
  });
}

function readFigure(indicator: Indicator, figure: WholeFigure): ReadFigure {
  const { value, reason } = ownFigure(indicator, figure);
  const { numerator, denominator, status, approximate, note, fromAreas } = figure;
  const why = reason === 'missing' && status !== 'reported' ? status : reason;
  return {
    value,
    numerator,
    denominator,
    status,
    reason: why,
    approximate,
    note,
    ...(fromAreas && { fromAreas }),
  };
}

function changeOf(now: ReadFigure | undefined, before: ReadFigure | undefined): FigureChange {
  const [has, had] = [isThere(now), isThere(before)];
  if (!has && !had) return now && before && now.reason !== before.reason ? 'changed' : 'none';
  if (!has || !had) return has ? 'new' : 'gone';
  const parts = ['value', 'numerator', 'denominator'] as const;
  return parts.every((part) => isSame(now?.[part] ?? null, before?.[part] ?? null)) ? 'same' : 'changed';
}

function isThere(figure: ReadFigure | undefined): figure is ReadFigure {
  return figure !== undefined && isGiven(figure);
}

function isSame(a: string | null, b: string | null): boolean {
  if (a === null || b === null || !number.test(a) || !number.test(b)) return a === b;
  return compare(decimal(a), decimal(b)) === 0;
}

function differenceOf(now: ReadFigure | undefined, before: ReadFigure | undefined): string | null {
  const [a, b] = [now?.value ?? null, before?.value ?? null];
  if (a === null || b === null || !number.test(a) || !number.test(b)) return null;
  return text(subtract(decimal(a), decimal(b)));
}

const number = /^-?\d{1,40}(\.\d{1,40})?$/;
