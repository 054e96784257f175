import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  subtract,
  text,
} from '../../shared/observations/decimal.ts';

/** The number that a figure is, for comparing; null where there is none, or the figure is no number (a date). */
export function numberIn(value: string | null): Decimal | null {
  return value !== null && /^-?\d+(\.\d+)?$/.test(value) ? decimal(value) : null;
}

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

/** What is added to `before` to come to `now`: `1.2`, `-3`, `0`. */
export function changeFrom(before: string, now: string): string {
  return text(subtract(decimal(now), decimal(before)));
}
