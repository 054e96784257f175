import { compare, decimal, subtract, text } from '../../../shared/observations/decimal.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { isTooFew } from '../../app/too-few.ts';

/** A unit as it is scored now. */
export type ScoredNow = {
  unit: string;
  name: string;
  rank: number | null;
  total: string | null;
  partial?: true;
};
/** What is scored in a period, and how many of the units reported. */
export type ScoredNowIn = {
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
export type NoMoves = 'no-earlier' | 'too-few' | 'none-alike';
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
    const change = text(subtract(decimal(total), decimal(then.value)));
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

/** A change of a decimal, with its sign. */
export function changeOf(now: string, before: string): string {
  return text(subtract(decimal(now), decimal(before)));
}

function isAbove(change: string): boolean {
  return !change.startsWith('-') && change !== '0';
}

function isBelow(change: string): boolean {
  return change.startsWith('-');
}
