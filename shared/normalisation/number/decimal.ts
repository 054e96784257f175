import { compare, decimal, magnitude, multiply, subtract } from '../../observations/decimal.ts';

/** Decimal numbers as text (`-12.5`), as the file's many writings of them become one. */

const pattern = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The one way in which a decimal is written here: no exponent, no leading or trailing zeros, no `+`, no `-0`.
 * @returns undefined when the text is no decimal number
 */
export function canonicalDecimal(text: string): string | undefined {
  const match = pattern.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || whole + fraction === '') return undefined;
  const shift = Number(match[4] ?? 0);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const left = (point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0')).replace(/^0+/, '') || '0';
  const right = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '');
  const number = right === '' ? left : `${left}.${right}`;
  return match[1] === '-' && number !== '0' ? `-${number}` : number;
}

/** A canonical decimal times 10^places. */
export function shiftDecimal(decimal: string, places: number): string {
  return canonicalDecimal(`${decimal}e${places}`) as string;
}

/** Less than zero, zero, or more than zero, as `a` is less than, the same as, or more than `b`. */
export function compareDecimals(a: string, b: string): number {
  return compare(decimal(a), decimal(b));
}

export function isNegative(number: string): boolean {
  return number.startsWith('-');
}

/** True for a canonical decimal without a fraction. */
export function isWhole(number: string): boolean {
  return !number.includes('.');
}

/**
 * True when `percent` is 100 × numerator / denominator less than one unit of its own last place away: rounded either
 * way, or cut off. Multiplied out, so that nothing is rounded here.
 * @param denominator more than zero
 */
export function isShare(percent: string, numerator: string, denominator: string): boolean {
  const [result, a, b] = [decimal(percent), decimal(numerator), decimal(denominator)];
  const difference = subtract(multiply(result, b), multiply(a, decimal('100')));
  return compare(magnitude(difference), multiply({ units: 1n, scale: result.scale }, b)) < 0;
}
