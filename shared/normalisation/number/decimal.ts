/** Decimal numbers as text (`-12.5`): read, compared and moved exactly, never through a binary float. */

type Scaled = { digits: bigint; places: number };

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
  const [left, right] = [scaled(a), scaled(b)];
  const places = Math.max(left.places, right.places);
  const difference = atPlaces(left, places) - atPlaces(right, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isNegative(decimal: string): boolean {
  return decimal.startsWith('-');
}

/** True for a canonical decimal without a fraction. */
export function isWhole(decimal: string): boolean {
  return !decimal.includes('.');
}

/**
 * True when `percent` is 100 × numerator / denominator within one unit of its own last place: rounded either
 * way, or cut off.
 * @param denominator more than zero
 */
export function isShare(percent: string, numerator: string, denominator: string): boolean {
  const result = scaled(percent);
  const [a, b] = [scaled(numerator), scaled(denominator)];
  const places = Math.max(a.places, b.places);
  const exact = atPlaces(a, places) * 100n * 10n ** BigInt(result.places);
  const difference = result.digits * atPlaces(b, places) - exact;
  return (difference < 0n ? -difference : difference) <= atPlaces(b, places);
}

function scaled(decimal: string): Scaled {
  const point = decimal.indexOf('.');
  const places = point < 0 ? 0 : decimal.length - point - 1;
  return { digits: BigInt(decimal.replace('.', '')), places };
}

function atPlaces({ digits, places }: Scaled, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - places);
}
