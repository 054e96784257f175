import { carriageOf } from '../catalog/carriage.ts';
import type { Indicator, Rounding } from '../catalog/schema.ts';
import { decimal, divide, sum, text } from '../observations/decimal.ts';
import type { ObservationStatus } from '../observations/observation.ts';
import { type Combined, combine, ownFigure, type Part } from './combine.ts';
import { type Entry, figureOf, type Named, named } from './round.ts';

/**
 * What a unit says of an indicator. `fromAreas`: it is combined from the areas inside it, so many of so many ·
 * `partial`: not all of those gave a figure, so that it is told and counted, but not ranked · `areasDiffer`: it was
 * reported as a whole, and its areas come to something else.
 */
export type EntryFigure = Combined & {
  status: ObservationStatus;
  fromAreas?: { counted: number; expected: number };
  partial?: true;
  areasDiffer?: Combined;
};

/** What a unit says by itself: where a nil return stands, that there is nothing to report. */
export function entryFigure(indicator: Indicator, entry: Entry): EntryFigure {
  const figure = figureOf(entry, indicator.id);
  const own = ownFigure(indicator, figure);
  const { fromAreas, areasDiffer } = figure ?? {};
  // Areas say why they came to nothing; the figure that they left says only that it is not there.
  const reason = own.reason === 'missing' ? (fromAreas?.reason ?? 'missing') : own.reason;
  return {
    ...own,
    reason: entry.standing?.nil ? 'nil' : reason,
    status: figure?.status ?? 'missing',
    ...(fromAreas && { fromAreas: { counted: fromAreas.counted, expected: fromAreas.expected } }),
    ...(isPartial(entry, indicator.id) && { partial: true as const }),
    ...(areasDiffer && { areasDiffer }),
  };
}

/** True of a figure that is combined from some of the areas inside the unit, and not from all that owe one. */
function isPartial(entry: Entry, indicator: string): boolean {
  const { fromAreas, numerator = null, value = null } = figureOf(entry, indicator) ?? {};
  if (!fromAreas || (numerator === null && value === null)) return false;
  return fromAreas.counted < fromAreas.expected;
}

/** Of how many areas the figures together are, where they are of areas; `partial` as soon as one is. */
export function areasOf(figures: readonly EntryFigure[]): Pick<EntryFigure, 'fromAreas' | 'partial'> {
  const areas = figures.flatMap(({ fromAreas }) => fromAreas ?? []);
  if (areas.length === 0) return {};
  const total = (of: 'counted' | 'expected') => areas.reduce((sum, each) => sum + each[of], 0);
  const isAnyPartial = figures.some(({ partial }) => partial);
  return {
    fromAreas: { counted: total('counted'), expected: total('expected') },
    ...(isAnyPartial && { partial: true as const }),
  };
}

/** What many units come to; `partial`: those whose figure is of some of their areas only. */
export type TotalFigure = Combined & { partial?: Named[] };

/**
 * What units come to, from what was really reported.
 * @param day the local day under whose names those are told whose figure is partial
 */
export function totalOf(entries: readonly Entry[], indicator: Indicator, day: string): TotalFigure {
  const total = combine(indicator, partsOf(entries, indicator));
  const partial = entries.filter((entry) => isPartial(entry, indicator.id));
  return {
    ...total,
    ...(isAllNil(entries) && { reason: 'nil' as const }),
    ...(partial.length > 0 && { partial: partial.map(({ unit }) => named(unit, day)) }),
  };
}

/** True when everybody certified that there is nothing to report. */
export function isAllNil(entries: readonly Entry[]): boolean {
  return entries.length > 0 && entries.every(({ standing }) => standing?.nil);
}

/** Entries as the parts of a figure that is combined from theirs, each with what it is weighed by. */
export function partsOf(entries: readonly Entry[], indicator: Indicator): Part[] {
  const { weight } = carriageOf(indicator);
  return entries.map((entry) => ({
    figure: figureOf(entry, indicator.id),
    weight: weight === undefined ? undefined : figureOf(entry, weight),
  }));
}

/** The plain mean of the predecessors' values, computed exactly and rounded once. */
export function meanOf(figures: readonly EntryFigure[], rounding: Rounding): Combined {
  const value = mean(
    figures.map((figure) => figure.value),
    rounding,
  );
  const counted = figures.filter((figure) => figure.value !== null).length;
  const reason = value !== null ? null : counted === 0 ? 'missing' : 'parts-missing';
  const approximate = figures.some((figure) => figure.approximate) ? { approximate: true as const } : {};
  return {
    numerator: null,
    denominator: null,
    value,
    reason,
    counted,
    expected: figures.length,
    ...approximate,
  };
}

/** The plain mean; null when one of the values is. */
export function mean(values: readonly (string | null)[], rounding: Rounding): string | null {
  const numbers = values.flatMap((value) => (value === null ? [] : [decimal(value)]));
  if (numbers.length === 0 || numbers.length < values.length) return null;
  return text(divide(sum(numbers), decimal(String(numbers.length)), rounding));
}
