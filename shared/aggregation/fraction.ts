import type { Indicator } from '../catalog/schema.ts';
import { compare, type Decimal, decimal, divide, multiply, subtract, text } from '../observations/decimal.ts';
import { factorOf } from './combine.ts';

/** A number that is not divided yet, so that comparing it rounds nothing: `of / by`, with `by` above zero. */
export type Fraction = { of: Decimal; by: Decimal };

const one = decimal('1');

export function whole(of: Decimal): Fraction {
  return { of, by: one };
}

/** What a figure is worth exactly: a ratio by its parts, of which its value is rounded; null: it has no number. */
export function fractionOf(
  indicator: Pick<Indicator, 'kind' | 'unit' | 'over'>,
  figure: { value: string | null; numerator?: string | null; denominator?: string | null },
): Fraction | null {
  const value = numberIn(figure.value);
  if (value === null) return null;
  const [of, by] = [numberIn(figure.numerator), numberIn(figure.denominator)];
  if (of === null || by === null || by.units === 0n) return whole(value);
  const raised = multiply(of, decimal(String(factorOf(indicator))));
  return by.units > 0n ? { of: raised, by } : { of: negative(raised), by: negative(by) };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { of: subtract(multiply(a.of, b.by), multiply(b.of, a.by)), by: multiply(a.by, b.by) };
}

export function times({ of, by }: Fraction, factor: Decimal): Fraction {
  return { of: multiply(of, factor), by };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return compare(multiply(a.of, b.by), multiply(b.of, a.by));
}

/** To be shown: all its digits where nothing is to be divided, else four decimals, half-even. */
export function shownFraction({ of, by }: Fraction): string {
  return compare(by, one) === 0 ? text(of) : quotientShown(of, by);
}

/** a / b to be shown: four decimals, half-even. */
export function quotientShown(a: Decimal, b: Decimal): string {
  return text(divide(a, b, { places: 4, mode: 'half-even' }));
}

function numberIn(value: string | null | undefined): Decimal | null {
  return value != null && /^-?\d{1,40}(\.\d{1,40})?$/.test(value) ? decimal(value) : null;
}

function negative({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}
