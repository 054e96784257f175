import { compare, decimal } from '../observations/decimal.ts';

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
    .flatMap((number, place) => (number === null ? [] : [{ place, value: decimal(number) }]))
    .sort((one, other) => sign * compare(one.value, other.value));
  const ranked = new Array<number | null>(numbers.length).fill(null);
  let rank = 0;
  for (const [at, { place, value }] of sorted.entries()) {
    const before = sorted[at - 1];
    if (!before || compare(before.value, value) !== 0) rank = at + 1;
    ranked[place] = rank;
  }
  return ranked;
}
