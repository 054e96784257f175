import { canonicalDecimal } from './decimal.ts';
import { evidenceOf } from './number-text.ts';

/**
 * What a cell measures: `count`: whole things · `rate`: percent or points, so less than 1000 · `amount`: a
 * quantity that may have decimals and may be grouped.
 */
export type Measure = 'count' | 'rate' | 'amount';

/** How a column writes decimals; `undecided`: its cells say different things, so each is asked. */
export type ColumnStyle = 'comma' | 'point' | 'undecided';

/** A typed number of a column: its digits and separators, and what its cell measures. */
export type Body = { body: string; measure: Measure };

/** Decides a column's decimal mark over all its typed numbers, which all measure the same. */
export function decideStyle(bodies: readonly string[], measure: Measure): ColumnStyle {
  return styleOf(bodies.map((body) => ({ body, measure })));
}

/**
 * Decides a column's decimal mark over all its typed numbers. What only shows `1.234` is decided by what it
 * measures: a count has no decimals, a rate no thousands; an amount alone decides nothing.
 */
export function styleOf(bodies: readonly Body[]): ColumnStyle {
  const strong = new Set<ColumnStyle>();
  const votes = new Set<ColumnStyle>();
  let open = false;
  for (const { body, measure } of bodies) {
    const evidence = evidenceOf(body);
    if (evidence === 'comma' || evidence === 'point') strong.add(evidence);
    if (evidence !== 'either-comma' && evidence !== 'either-point') continue;
    const mark = evidence === 'either-comma' ? 'comma' : 'point';
    if (measure === 'rate') votes.add(mark);
    else if (measure === 'count') votes.add(mark === 'comma' ? 'point' : 'comma');
    else open = true;
  }
  const said = strong.size > 0 ? strong : votes;
  if (said.size > 1) return 'undecided';
  const [style] = said;
  return style ?? (open ? 'undecided' : 'comma');
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
  // A rate has no thousands: `8.842` among `88,47` is a slip of one of the two.
  if (measure === 'rate' && body.includes(group)) return undefined;
  const digits = body.replaceAll(' ', '').replaceAll(group, '');
  const number = canonicalDecimal(digits.replace(decimal, '.'));
  if (number === undefined) return undefined;
  return {
    number,
    grouped: body.includes(' ') || body.includes(group),
    commaDecimal: decimal === ',' && digits.includes(','),
  };
}
