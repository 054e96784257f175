import type { Indicator } from '../catalog/schema.ts';
import { compare, decimal, shortDecimal } from '../observations/decimal.ts';
import type { Combined } from './combine.ts';
import { compareFractions, fractionOf } from './fraction.ts';

/**
 * Competition ranks: equal numbers share a rank, and the next rank is skipped (1, 2, 2, 4), as the DTI of 2022 has
 * Thanh Hóa and Yên Bái both 15th and the next 17th. No number, no rank.
 * @param best `largest` is first, or `smallest` where less is better
 */
export function ranks(
  numbers: readonly (string | null)[],
  best: 'largest' | 'smallest' = 'largest',
): (number | null)[] {
  return ranksBy(
    numbers.map((number) => (number === null ? null : comparable(number))),
    order,
    best,
  );
}

/** A figure that may be ranked: a ratio with its parts, which are exact, as its rounded value is not. */
export type RankedFigure = Pick<Combined, 'numerator' | 'denominator' | 'value'> & { partial?: true };

const ranked: readonly Indicator['kind'][] = ['ratio', 'score', 'count', 'amount', 'rate', 'rank'];

/**
 * Competition ranks of units by a figure: 1 is the best, by the indicator's direction; none where the indicator has
 * no direction or no number, and none for a figure that is of some of the unit's areas only. Ratios are ranked as
 * exact fractions: 79.996 % and 79.998 % are both told as 80 %, and are not the same.
 */
export function figureRanks(indicator: Indicator, figures: readonly RankedFigure[]): (number | null)[] {
  const { kind, direction } = indicator;
  if (direction === 'none' || !ranked.includes(kind)) return figures.map(() => null);
  const best = direction === 'up' ? 'largest' : 'smallest';
  const told = figures.map((figure) => (figure.partial || figure.value === null ? null : figure));
  if (told.every((figure) => !figure?.denominator)) {
    return ranks(
      told.map((figure) => figure?.value ?? null),
      best,
    );
  }
  const fractions = told.map((figure) => (figure === null ? null : fractionOf(indicator, figure)));
  return ranksBy(fractions, compareFractions, best);
}

function ranksBy<T>(
  given: readonly (T | null)[],
  compareTwo: (one: T, other: T) => number,
  best: 'largest' | 'smallest',
): (number | null)[] {
  const sign = best === 'largest' ? -1 : 1;
  const sorted = given
    .flatMap((of, place) => (of === null ? [] : [{ place, of }]))
    .sort((one, other) => sign * compareTwo(one.of, other.of));
  const ranks = new Array<number | null>(given.length).fill(null);
  let rank = 0;
  for (const [at, one] of sorted.entries()) {
    const before = sorted[at - 1];
    if (!before || compareTwo(before.of, one.of) !== 0) rank = at + 1;
    ranks[one.place] = rank;
  }
  return ranks;
}

type Comparable = { units: number | null; scale: number; number: string };

function comparable(number: string): Comparable {
  const short = shortDecimal(number);
  return short ? { ...short, number } : { units: null, scale: 0, number };
}

/** Numbers of as many decimals are compared by their units where those are exact, all others as decimals. */
function order(a: Comparable, b: Comparable): number {
  if (a.units !== null && b.units !== null && a.scale === b.scale) return a.units - b.units;
  return compare(decimal(a.number), decimal(b.number));
}
