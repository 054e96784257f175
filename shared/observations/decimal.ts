import type { Rounding } from '../catalog/schema.ts';
import { roundedQuotient } from './rounding.ts';

/**
 * Exact decimals: `units` × 10^-scale. Figures are added, compared and divided here and nowhere else;
 * no binary float ever holds one. Division happens once, at the end, with a named rounding.
 */
export type Decimal = { readonly units: bigint; readonly scale: number };

const shape = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/**
 * @param text digits with an optional sign and decimal point: `405424`, `-0.5`
 * @throws RangeError when the text is not such a number, or longer than 40 digits on a side
 */
export function decimal(text: string): Decimal {
  const match = shape.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text.slice(0, 60)}`);
  const fraction = match[3] ?? '';
  return { units: BigInt(`${match[1]}${match[2]}${fraction}`), scale: fraction.length };
}

/** The shortest text of a number: no trailing zeros, no negative zero. */
export function text(value: Decimal): string {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale).replace(/0+$/, '');
  const sign = value.units < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

export const zero: Decimal = { units: 0n, scale: 0 };

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: raise(a, scale) + raise(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale });
}

/** The number without its sign. */
export function magnitude(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The exact sum, the same in any order. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = raise(a, scale) - raise(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * a / b, computed exactly and rounded once.
 * @throws RangeError when `b` is zero: a ratio of nothing is a reason, not a number
 */
export function divide(a: Decimal, b: Decimal, rounding: Rounding): Decimal {
  if (b.units === 0n) throw new RangeError('division by zero');
  const shift = b.scale - a.scale + rounding.places;
  let numerator = a.units * (shift > 0 ? 10n ** BigInt(shift) : 1n);
  let denominator = b.units * (shift < 0 ? 10n ** BigInt(-shift) : 1n);
  if (denominator < 0n) [numerator, denominator] = [-numerator, -denominator];
  return { units: roundedQuotient(numerator, denominator, rounding.mode), scale: rounding.places };
}

function raise(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}
