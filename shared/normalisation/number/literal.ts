import { canonicalDecimal } from './decimal.ts';

export type LiteralReading =
  | { number: string; residue: boolean }
  | { fault: 'number-unreadable' | 'number-too-large' };

/** Longer ones are fractions such as 1E-45, which no figure of ours is. */
const longest = 40;

/**
 * Reads a number literal of a workbook. Excel stores 17 digits of a binary number, so a literal is read as
 * the shortest decimal that round-trips to the same double; a formula's cached result with a residue beyond
 * 15 significant digits is rounded to 15; a whole number above 2^53 is no longer exact and is refused.
 * @returns `residue`: true when the digits read are not the digits written
 */
export function readLiteral(literal: string, formula: boolean): LiteralReading {
  const written = canonicalDecimal(literal);
  const double = Number(literal);
  if (written === undefined) return { fault: 'number-unreadable' };
  if (!Number.isFinite(double)) return { fault: 'number-too-large' };
  const whole = written.includes('.') ? BigInt(Math.trunc(double)) : BigInt(written);
  if ((whole < 0n ? -whole : whole) > 2n ** 53n) return { fault: 'number-too-large' };
  const shortest = formula ? Number(double.toPrecision(15)) : double;
  const number = canonicalDecimal(String(shortest)) as string;
  if (number.length > longest) return { fault: 'number-unreadable' };
  return { number, residue: number !== written };
}
