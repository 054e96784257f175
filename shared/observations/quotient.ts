import type { Rounding } from '../catalog/schema.ts';
import { decimal, divide, multiply, type ShortDecimal, shortDecimal, text } from './decimal.ts';

/**
 * a × factor / b as text, computed exactly and rounded once. Whole numbers whose every step stays below 2^53 are
 * divided as such; all others as BigInts.
 * @param factor a whole number: 100 for a share in percent
 * @throws RangeError when `b` is zero
 */
export function quotientText(a: string, b: string, factor: number, rounding: Rounding): string {
  const [of, by] = [shortDecimal(a), shortDecimal(b)];
  const quick =
    of && by && rounding.mode === 'half-even' ? shortQuotient(of, by, factor, rounding.places) : undefined;
  if (quick !== undefined) return quick;
  return text(divide(multiply(decimal(a), decimal(String(factor))), decimal(b), rounding));
}

/** Undefined: a number is a fraction, below zero or too large for it. */
function shortQuotient(
  of: ShortDecimal,
  by: ShortDecimal,
  factor: number,
  places: number,
): string | undefined {
  if (of.scale !== 0 || by.scale !== 0 || of.units < 0 || by.units <= 0) return;
  const unit = 10 ** places;
  const raised = of.units * factor * unit;
  if (raised > Number.MAX_SAFE_INTEGER) return;
  // The remainder of whole numbers below 2^53 is exact, and so is what divides without one.
  const rest = raised % by.units;
  const floor = (raised - rest) / by.units;
  const isUp = 2 * rest > by.units || (2 * rest === by.units && floor % 2 === 1);
  const units = isUp ? floor + 1 : floor;
  const fraction = units % unit;
  const whole = String((units - fraction) / unit);
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(places, '0').replace(/0+$/, '')}`;
}
