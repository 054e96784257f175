import { canonicalDecimal } from './decimal.ts';
import { evidenceOf } from './number-text.ts';

/** What a column measures: `count`: whole things · `rate`: percent or points, so less than 1000. */
export type Measure = 'count' | 'rate';

/** How a column writes decimals; `undecided`: its cells say different things, so each is asked. */
export type ColumnStyle = 'comma' | 'point' | 'undecided';

/**
 * Decides a column's decimal mark over all its typed numbers. What only shows `1.234` is decided by what
 * the column measures: a count has no decimals, a rate no thousands.
 */
export function decideStyle(bodies: readonly string[], measure: Measure): ColumnStyle {
  const seen = new Set(bodies.map(evidenceOf));
  if (seen.has('comma') !== seen.has('point')) return seen.has('comma') ? 'comma' : 'point';
  if (seen.has('comma') || (seen.has('either-comma') && seen.has('either-point'))) return 'undecided';
  if (seen.has('either-point')) return measure === 'count' ? 'comma' : 'point';
  if (seen.has('either-comma')) return measure === 'count' ? 'point' : 'comma';
  return 'comma';
}

export type BodyReading = { number: string; grouped: boolean; commaDecimal: boolean };

/**
 * A typed number's body under its column's style.
 * @returns undefined when it stays ambiguous
 */
export function readBody(body: string, style: ColumnStyle, measure: Measure): BodyReading | undefined {
  const evidence = evidenceOf(body);
  if (evidence === 'broken' || (evidence !== 'none' && style === 'undecided')) return undefined;
  const [decimal, group] = style === 'comma' ? [',', '.'] : ['.', ','];
  // `358.660` in a column of counts that also has `1.29`: a lost zero, or a thousand? Ask.
  if (measure === 'count' && evidence === (style === 'comma' ? 'either-comma' : 'either-point'))
    return undefined;
  const digits = body.replaceAll(' ', '').replaceAll(group, '');
  const number = canonicalDecimal(digits.replace(decimal, '.'));
  if (number === undefined) return undefined;
  return {
    number,
    grouped: body.includes(' ') || body.includes(group),
    commaDecimal: decimal === ',' && digits.includes(','),
  };
}
