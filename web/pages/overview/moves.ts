import { compare, decimal, magnitude } from '../../../shared/observations/decimal.ts';
import type { MeetingProgress, NationProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { isTooFew } from '../../app/too-few.ts';
import { changeFrom } from '../../format/statistics.ts';

/** A unit as it is scored now. */
type ScoredNow = {
  unit: string;
  name: string;
  rank: number | null;
  total: string | null;
  partial?: true;
};
/** What is scored in a period, and how many of the units reported. */
type ScoredNowIn = {
  units: readonly ScoredNow[];
  period: string;
  coverage: { expected: number; counted: number };
};
/** A unit's total now and before. */
export type Move = {
  unit: string;
  name: string;
  now: string;
  before: string;
  /** Decimal text with its sign: `2.5`, `-0.31`. */
  change: string;
};
/** Why nothing is told to have moved: no earlier period of the kind, too few reports, or no unit with a total in both. */
type NoMoves = 'no-earlier' | 'too-few' | 'none-alike';
/** What moved since an earlier period, the largest first; `compared`: how many units have both totals. */
export type Moves = { since: string; compared: number; rises: Move[]; falls: Move[] };

/**
 * The largest rises and falls of totals against the nearest earlier period of the series.
 * @param series on today's map, so that a merged unit is compared with what its predecessors come to
 */
export function movesOf(
  { units, period, coverage }: ScoredNowIn,
  series: Pick<Series, 'items'>,
  most = 3,
): Moves | NoMoves {
  const before = series.items.findLast((item) => item.period < period);
  if (before === undefined) return 'no-earlier';
  if (isTooFew(coverage) || isTooFew(before.coverage)) return 'too-few';
  const earlier = new Map(before.units.map((unit) => [unit.unit, unit]));
  const moves = units.flatMap(({ unit, name, total, partial }): Move[] => {
    const then = earlier.get(unit);
    if (total === null || partial || then?.partial || then?.value == null) return [];
    const change = changeFrom(then.value, total);
    return [{ unit, name, now: total, before: then.value, change }];
  });
  if (moves.length === 0) return 'none-alike';
  const sorted = moves.toSorted((one, other) => compare(decimal(other.change), decimal(one.change)));
  return {
    since: before.period,
    compared: moves.length,
    rises: sorted.filter(({ change }) => isAbove(change)).slice(0, most),
    falls: sorted
      .filter(({ change }) => isBelow(change))
      .reverse()
      .slice(0, most),
  };
}

/** An indicator's figure of the nation now and before; `change` as in {@link Move}. */
type NationMove = Pick<NationProgress, 'indicator' | 'names' | 'unit'> & {
  form: string;
  period: string;
  now: string;
  before: string;
  change: string;
};

/**
 * The largest changes of the nation's figures, up or down. Shares in percent come first: a change of another unit of
 * measure is of another size.
 */
export function nationMovesOf(asks: MeetingProgress['asks'], most: number): NationMove[] {
  const moves = asks.flatMap(({ form, period, indicators }) =>
    indicators.flatMap(({ indicator, names, unit, national, before }): NationMove[] => {
      if (national.value === null || before === null || isTooFew(national)) return [];
      const change = changeFrom(before.value, national.value);
      return [{ form, period, indicator, names, unit, now: national.value, before: before.value, change }];
    }),
  );
  return moves
    .toSorted(
      (one, other) =>
        Number(other.unit === '%') - Number(one.unit === '%') ||
        compare(magnitude(decimal(other.change)), magnitude(decimal(one.change))),
    )
    .slice(0, most);
}

function isAbove(change: string): boolean {
  return !change.startsWith('-') && change !== '0';
}

function isBelow(change: string): boolean {
  return change.startsWith('-');
}
