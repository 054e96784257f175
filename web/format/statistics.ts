import { add, compare, decimal, divide, subtract, text } from '../../shared/observations/decimal.ts';

/**
 * The middle one of many decimals, of an even number the mean of the two in the middle, exactly.
 * @returns null of none
 */
export function medianOf(values: readonly string[]): string | null {
  const sorted = values.map(decimal).sort(compare);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) return null;
  const places = Math.max(low.scale, high.scale) + 1;
  return text(divide(add(low, high), decimal('2'), { places, mode: 'half-even' }));
}

/** The largest; null of none. */
export function largestOf(values: readonly string[]): string | null {
  const largest = values.map(decimal).sort(compare).at(-1);
  return largest === undefined ? null : text(largest);
}

/** What is added to `before` to come to `now`, with its sign: `+1.2`, `-3`, `0`. */
export function changeFrom(before: string, now: string): string {
  const change = text(subtract(decimal(now), decimal(before)));
  return change === '0' || change.startsWith('-') ? change : `+${change}`;
}
