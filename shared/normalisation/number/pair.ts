import { limits } from '../limits.ts';
import { type Body, type ColumnStyle, readBody } from './column-style.ts';

/** A numerator and its denominator in one cell: `390/1.086`. */
export type PairReading = { numerator: string; denominator: string; grouped: boolean };

const slash = /^(\d(?:[\d., ]*\d)?) ?[/:] ?(\d(?:[\d., ]*\d)?)$/;
const bracket = /^\d[\d., ]* ?%? ?\( ?\d[\d., ]* ?%? ?\)$/;

/** The two typed counts of a cell, from which its column's style is decided. */
export function pairBodies(text: string): Body[] {
  const parts = partsOf(text);
  return parts ? parts.map((body) => ({ body, measure: 'count' })) : [];
}

/** True when a cell holds two numbers, whichever they are: `22/22`, `01 (0,727)`. */
export function holdsTwo(text: string): boolean {
  return partsOf(text) !== undefined || bracket.test(text.trim());
}

/**
 * Reads `a/b`, both counts in the style of their column.
 * @returns undefined when the text is no such pair, `ambiguous` when its separators are
 */
export function readPair(text: string, style: ColumnStyle): PairReading | 'ambiguous' | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const [numerator, denominator] = parts.map((body) => readBody(body, style, 'count'));
  if (!numerator || !denominator) return 'ambiguous';
  return {
    numerator: numerator.number,
    denominator: denominator.number,
    grouped: numerator.grouped || denominator.grouped,
  };
}

function partsOf(text: string): [string, string] | undefined {
  if (text.length > 4 * limits.numberDigits) return undefined;
  const match = slash.exec(text.replace(/\s+/g, ' ').trim());
  return match ? [match[1] as string, match[2] as string] : undefined;
}
