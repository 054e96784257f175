import { compare, decimal, shortDecimal } from '../observations/decimal.ts';

/**
 * Competition ranks: equal numbers share a rank, and the next rank is skipped (1, 2, 2, 4), as the DTI of 2022 has
 * Thanh Hóa and Yên Bái both 15th and the next 17th. No number, no rank.
 * @param best `largest` is first, or `smallest` where less is better
 */
export function ranks(
  numbers: readonly (string | null)[],
  best: 'largest' | 'smallest' = 'largest',
): (number | null)[] {
  const sign = best === 'largest' ? -1 : 1;
  const sorted = numbers
    .flatMap((number, place) => (number === null ? [] : [{ place, ...comparable(number) }]))
    .sort((one, other) => sign * order(one, other));
  const ranked = new Array<number | null>(numbers.length).fill(null);
  let rank = 0;
  for (const [at, one] of sorted.entries()) {
    const before = sorted[at - 1];
    if (!before || order(before, one) !== 0) rank = at + 1;
    ranked[one.place] = rank;
  }
  return ranked;
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
