import type { Rounding } from '../catalog/schema.ts';
import { roundedQuotient } from './rounding.ts';

/**
 * Exact decimals: `units` × 10^-scale. Figures are added, compared and divided here and nowhere else;
 * no binary float ever holds one. Division happens once, at the end, with a named rounding.
 */
export type Decimal = { readonly units: bigint; readonly scale: number };

const shape = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?$/;

/**
 * @param text digits with an optional sign and decimal point: `405424`, `-0.5`
 * @throws RangeError when the text is not such a number, or longer than 400 digits on a side: what a file
 * may hold is bounded where it is read, and sums and products of that come nowhere near
 */
export function decimal(text: string): Decimal {
  const short = shortDecimal(text);
  if (short) return { units: BigInt(short.units), scale: short.scale };
  const match = shape.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text.slice(0, 60)}`);
  const fraction = match[3] ?? '';
  return { units: BigInt(`${match[1]}${match[2]}${fraction}`), scale: fraction.length };
}

/** A decimal of so few digits that a whole number of its last place is exact as a number. */
export type ShortDecimal = { readonly units: number; readonly scale: number };
/** As many digits as a number of a page has at most; every whole number of so many is far below 2^53. */
export const shortDigits = 15;
const [zeroDigit, nineDigit, minus, decimalPoint] = [48, 57, 45, 46];

/** A text of at most 15 characters: `-88.47` → -8847 of 2 places; undefined: it is longer, or no decimal number. */
export function shortDecimal(text: string): ShortDecimal | undefined {
  const { length } = text;
  const from = text.charCodeAt(0) === minus ? 1 : 0;
  if (length > shortDigits || length === from) return;
  let units = 0;
  let pointAt = -1;
  for (let at = from; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zeroDigit && code <= nineDigit) units = units * 10 + code - zeroDigit;
    else if (code === decimalPoint && pointAt < 0 && at > from && at < length - 1) pointAt = at;
    else return;
  }
  return { units: from === 1 && units !== 0 ? -units : units, scale: pointAt < 0 ? 0 : length - pointAt - 1 };
}

/** The shortest text of a number: no trailing zeros, no negative zero. */
export function text(value: Decimal): string {
  if (value.scale === 0) return value.units.toString();
  const isNegative = value.units < 0n;
  const digits = (isNegative ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === zeroDigit) end -= 1;
  const whole = digits.slice(0, point);
  return `${isNegative ? '-' : ''}${end === point ? whole : `${whole}.${digits.slice(point, end)}`}`;
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
  let numerator = shift > 0 ? a.units * powerOfTen(shift) : a.units;
  let denominator = shift < 0 ? b.units * powerOfTen(-shift) : b.units;
  if (denominator < 0n) [numerator, denominator] = [-numerator, -denominator];
  return { units: roundedQuotient(numerator, denominator, rounding.mode), scale: rounding.places };
}

function raise(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.units : value.units * powerOfTen(scale - value.scale);
}

const powers = Array.from({ length: 41 }, (_, power) => 10n ** BigInt(power));

function powerOfTen(power: number): bigint {
  return powers[power] ?? 10n ** BigInt(power);
}
