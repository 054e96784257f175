import type { PeriodKind, Scorecard } from '../catalog/schema.ts';
import { type PageNumber, pageNumber } from '../observations/page.ts';
import { figureAt, isCounted, laterMaps, type Placed, placed, scorecardsOf } from './basis.ts';
import type { Combined, Reason } from './combine.ts';
import { nationalOf } from './roll-up.ts';
import type { Round } from './round.ts';
import { rollUpScorecard } from './score-round.ts';

/** What a series is of: one indicator of a form, or the total of a scorecard. */
export type Subject = { form: string; indicator: string } | { scorecard: string };

/**
 * One period of a series as it is kept, small enough that one query reads twenty of them: the figures of all units in
 * columns, in the order of `units`. A ratio has its two parts and no value, which is worked out when it is read.
 */
export type SeriesPoint = {
  schema: 'series/1';
  period: string;
  /** The catalogue under which it was computed, and of a total the version of its scorecard. */
  catalog: string;
  version?: number;
  /** Null of a scorecard: points are not added up. */
  national: Combined | null;
  'as-reported': SeriesColumns;
  /**
   * On every later map that the catalogue knows, the earliest first, each from a local day: which of them is today's is
   * told when it is read. Absent where there is none.
   */
  later?: { from: string; columns: SeriesColumns }[];
};

export type SeriesColumns = {
  units: string[];
  numerator: PageNumber[] | null;
  denominator: PageNumber[] | null;
  value: PageNumber[] | null;
  /** The places of those without a value, by why; those that did not report stand under `not-submitted`. */
  reasons: Partial<Record<SeriesReason, number[]>>;
  /** The places that do not count: those that did not report, and the merged ones of which a part did not. */
  missing: number[];
  /** The places whose figure is of some of the unit's areas only; absent: none. */
  partial?: number[];
};
export type SeriesReason = Reason | 'not-submitted';

type Cell = { numerator: string | null; denominator: string | null; value: string | null };
type Told = Cell & { reason: SeriesReason | null; partial?: true };

/** A point of every series that a round is part of. */
export function seriesPointsOf(round: Round): { subject: Subject; kind: PeriodKind; point: SeriesPoint }[] {
  const { form, period } = round;
  const own = placed(round, 'as-reported');
  const given = laterMaps(round).map((from) => ({ from, map: placed(round, 'current', from) }));
  const told = { schema: 'series/1', period: period.code, catalog: round.catalog.version } as const;
  const pointOf = (national: Combined | null, columnsOf: (one: Placed) => SeriesColumns): SeriesPoint => {
    const point = { ...told, national, 'as-reported': columnsOf(own) };
    const later = given.map(({ from, map }) => ({ from, columns: columnsOf(map) }));
    return later.length > 0 ? { ...point, later } : point;
  };
  const indicators = form.indicators.flatMap(({ indicator: id }) => {
    const indicator = round.catalog.indicators.get(id);
    if (!indicator || indicator.kind === 'text') return [];
    // Who is partial stands in the columns.
    const { partial: _, ...national } = nationalOf({ round }, indicator);
    const point = pointOf(national, (one) => columnsFrom(one, (place) => figureAt(one, place, indicator)));
    return [{ subject: { form: form.code, indicator: id }, kind: period.kind, point }];
  });
  const totals = scorecardsOf(round).map((scorecard) => ({
    subject: { scorecard: scorecard.code },
    kind: period.kind,
    point: { ...pointOf(null, (one) => totalsOf(one, scorecard)), version: scorecard.version },
  }));
  return [...indicators, ...totals];
}

function totalsOf(given: Placed, scorecard: Scorecard): SeriesColumns {
  const scored = new Map(rollUpScorecard(given, scorecard).units.map((unit) => [unit.unit, unit]));
  return columnsFrom(given, ({ unit }) => {
    const { total = null, totalReason = null, partial } = scored.get(unit.id) ?? {};
    const reason = totalReason === 'reported' ? null : totalReason;
    return { numerator: null, denominator: null, value: total, reason, ...(partial && { partial }) };
  });
}

function columnsFrom({ places }: Placed, told: (place: Placed['places'][number]) => Told): SeriesColumns {
  const cells = places.map((place): Told => {
    if (place.parts.every(({ standing }) => standing === null)) return notSubmitted;
    return told(place);
  });
  const column = (of: (cell: Cell) => string | null) =>
    cells.some((cell) => of(cell) !== null) ? cells.map((cell) => pageNumber(of(cell))) : null;
  const reasons: SeriesColumns['reasons'] = {};
  for (const [place, { reason }] of cells.entries()) {
    if (reason !== null) reasons[reason] = [...(reasons[reason] ?? []), place];
  }
  const partial = cells.flatMap((cell, place) => (cell.partial ? [place] : []));
  return {
    units: places.map(({ unit }) => unit.id),
    numerator: column((cell) => cell.numerator),
    denominator: column((cell) => cell.denominator),
    value: column((cell) => (cell.denominator === null ? cell.value : null)),
    reasons,
    missing: places.flatMap((place, at) => (isCounted(place) ? [] : [at])),
    ...(partial.length > 0 && { partial }),
  };
}

const notSubmitted: Told = { numerator: null, denominator: null, value: null, reason: 'not-submitted' };
