import { type Basis, dayOf } from '../aggregation/basis.ts';
import { type Combined, figureFrom, ownFigure } from '../aggregation/combine.ts';
import { figureRanks, ranks } from '../aggregation/ranks.ts';
import { type Named, named, type Silence, silenceOf } from '../aggregation/round.ts';
import type { SeriesColumns, SeriesPoint, SeriesReason } from '../aggregation/series-point.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form, Indicator } from '../catalog/schema.ts';
import type { Figure, PageNumber } from '../observations/page.ts';
import type { YearReason } from './quarters-of-year.ts';

/** One unit's figure at one point of a series. */
export type SeriesFigure = Named &
  Pick<Combined, 'numerator' | 'denominator' | 'value'> & {
    reason: YearReason | Silence | null;
    rank: number | null;
    /** It is of some of the unit's areas only, and is not ranked. */
    partial?: true;
  };

/** One point of a series: on which map, how many count, and every unit's figure. */
export type SeriesItem = {
  period: string;
  /** The catalogue under which the figures were computed, and of a total the version of its scorecard. */
  catalog: string;
  version?: number;
  /** The map of this local day; null: today's. */
  map: { day: string | null; units: number };
  coverage: { expected: number; counted: number; missing: Named[] };
  national: Combined | null;
  /** How many of all units have a rank, whichever are told. */
  ranked: number;
  units: SeriesFigure[];
};

/** A point of a series, and what is needed to read it; `indicator`: null of a scorecard's total. */
export type PointGiven = {
  point: SeriesPoint;
  form: Form;
  period: Period;
  indicator: Indicator | null;
  catalog: Catalog;
};

/** On which basis a series is told, and the local day that is today. */
export type BasisOn = { basis: Basis; today: string };

/** The columns of a point on a basis: where the period's map is today's, both are one. */
export function columnsOn(point: SeriesPoint, { basis, today }: BasisOn): SeriesColumns {
  const later = basis === 'current' ? point.later?.findLast(({ from }) => from <= today) : undefined;
  return later?.columns ?? point['as-reported'];
}

/** Tells a point on a basis. @throws Error when it holds a unit that the catalogue has not */
export function seriesItem(given: PointGiven, on: BasisOn): SeriesItem {
  const { point, indicator } = given;
  const columns = columnsOn(point, on);
  const day = dayOf(given, on.basis, on.today);
  const names = columns.units.map((id) => unitNamed(given.catalog, id, day));
  const reasons = reasonsIn(columns);
  const figures = columns.units.map((_, place) => {
    const { numerator, denominator, value } = toldAt(columns, place, indicator);
    const partial = columns.partial?.includes(place) ? { partial: true as const } : {};
    const why = reasons[place] ?? null;
    const reason = why === 'not-submitted' ? silenceOf(given.form) : why;
    return { numerator, denominator, value, reason, ...partial };
  });
  const units = withRanks(indicator, names, figures);
  const missing = columns.missing.map((place) => names[place] as Named);
  return {
    period: point.period,
    catalog: point.catalog,
    ...(point.version === undefined ? {} : { version: point.version }),
    map: { day: on.basis === 'current' ? null : day, units: names.length },
    coverage: { expected: names.length, counted: names.length - missing.length, missing },
    national: point.national,
    ranked: rankedIn(units),
    units,
  };
}

/** Names and figures of units in one order, each with its rank among them. */
export function withRanks(
  indicator: Indicator | null,
  names: readonly Named[],
  figures: readonly Omit<SeriesFigure, keyof Named | 'rank'>[],
): SeriesFigure[] {
  const rank = indicator
    ? figureRanks(indicator, figures)
    : ranks(figures.map(({ value, partial }) => (partial ? null : value)));
  return figures.map((figure, at) => ({ ...(names[at] as Named), ...figure, rank: rank[at] ?? null }));
}

export function rankedIn(units: readonly Pick<SeriesFigure, 'rank'>[]): number {
  return units.filter(({ rank }) => rank !== null).length;
}

export function unitNamed(catalog: Catalog, id: string, day: string): Named {
  const unit = catalog.units.get(id);
  if (!unit) throw new Error(`catalogue ${catalog.version}: no unit ${id}`);
  return named(unit, day);
}

/** The figure of a unit at its place in a point's columns; undefined: it has none. */
export function figureIn(columns: SeriesColumns, place: number, indicator: string): Figure | undefined {
  const [numerator, denominator, value] = [columns.numerator, columns.denominator, columns.value].map(
    (column) => textOf(column?.[place] ?? null),
  ) as [string | null, string | null, string | null];
  if (numerator === null && value === null) return undefined;
  return figureFrom(indicator, { numerator, denominator, value, reason: null });
}

function toldAt(columns: SeriesColumns, place: number, indicator: Indicator | null) {
  const figure = figureIn(columns, place, indicator?.id ?? '');
  if (!indicator || !figure) return { numerator: null, denominator: null, value: figure?.value ?? null };
  return ownFigure(indicator, figure);
}

/** Why those at their places have no value. */
export function reasonsIn({ reasons }: SeriesColumns): (SeriesReason | undefined)[] {
  const byPlace: (SeriesReason | undefined)[] = [];
  for (const [reason, places] of Object.entries(reasons)) {
    for (const place of places) byPlace[place] = reason as SeriesReason;
  }
  return byPlace;
}

function textOf(number: PageNumber): string | null {
  return number === null ? null : String(number);
}
