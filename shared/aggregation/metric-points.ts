import type { MetricRule, Rounding } from '../catalog/schema.ts';
import { compare, type Decimal, decimal, divide, multiply, text } from '../observations/decimal.ts';
import type { Figure } from '../observations/page.ts';

/**
 * Why points are what they are where no plain division made them. `no-denominator`: 0 of 0 scores 0 · `missing`: no
 * figure scores 0 · `not-applicable`: the unit does not have the thing, which scores 0 too · `granted` · `capped`: more than the target scores the maximum · `no-such-category`: a word that
 * the rule does not have scores 0.
 */
export type ScoreReason =
  | 'no-denominator'
  | 'missing'
  | 'not-applicable'
  | 'granted'
  | 'capped'
  | 'no-such-category';

export type MetricPoints = { points: string; reason: ScoreReason | null };

/** A figure as an exact fraction: of a ratio its parts, of any other number itself over 1. `of` is not zero. */
export type Share = { part: Decimal; of: Decimal };

/** The largest figure of all units, by indicator, for the rule `share-of-best`. */
export type Best = ReadonlyMap<string, Share>;

/**
 * The points of one metric, computed exactly and rounded once. A missing figure scores 0, and so does 0 of 0: the
 * portal of QĐ 766/QĐ-TTg counts 0/0 as 0 and takes nothing off the maximum. It publishes no rule for what does not
 * apply to a unit, which therefore scores 0 like a count of nothing, and says why.
 * @param best of all units of the round: one late file changes everybody's points
 */
export function metricPoints(
  metric: MetricRule,
  figure: Figure | undefined,
  rounding: Rounding,
  best: Best = new Map(),
): MetricPoints {
  if (metric.rule === 'granted') return granted(metric);
  if (metric.rule === 'categories') return ofCategory(metric, figure);
  const share = shareOf(figure);
  if (typeof share === 'string') return { points: '0', reason: share };
  if (metric.rule === 'steps') return { points: pointsOfStep(metric, share, figure), reason: null };
  const target = metric.rule === 'share-of-best' ? best.get(metric.indicator) : targetOf(metric);
  if (!target || target.part.units <= 0n) return { points: '0', reason: 'no-denominator' };
  return cappedAt(metric.max, share, target, rounding);
}

/** QĐ 766/QĐ-TTg's portal gives 2 of 2 for certified copies to all 34 units, none of which has a count of them. */
function granted({ max }: { max: string }): MetricPoints {
  return { points: max, reason: 'granted' };
}

/**
 * What a share is held against. `target-capped`: min(1, (a/b) / target) × max, the target in percent (as QĐ 766/QĐ-TTg's
 * portal computes it). `ratio`: *Tỷ lệ = a/b; Điểm = Tỷ lệ × Điểm tối đa* (guides to QĐ 922/QĐ-BTTTT): the whole.
 */
function targetOf(metric: Extract<MetricRule, { rule: 'ratio' | 'target-capped' }>): Share {
  return metric.rule === 'ratio' ? { part: one, of: one } : { part: decimal(metric.target), of: hundred };
}

/**
 * min(1, share / target) × max, as one division. With the best unit's figure as the target it is the older rule of
 * normalised components: value ÷ largest value over all units (guides to QĐ 922/QĐ-BTTTT).
 */
function cappedAt(max: string, share: Share, target: Share, rounding: Rounding): MetricPoints {
  const reached = multiply(share.part, target.of);
  const wanted = multiply(share.of, target.part);
  if (compare(reached, wanted) > 0) return { points: max, reason: 'capped' };
  return { points: text(divide(multiply(reached, decimal(max)), wanted, rounding)), reason: null };
}

/**
 * The points of the highest step that the figure reaches; below the first, 0: meetings of the steering board in a
 * year, 4 → 20, 3 → 15, 2 → 10, 1 → 5, else 0 (guides to QĐ 922/QĐ-BTTTT). A ratio is held against steps in percent.
 */
function pointsOfStep(
  { steps }: Extract<MetricRule, { rule: 'steps' }>,
  { part, of }: Share,
  figure: Figure | undefined,
): string {
  const reached = figure?.numerator == null ? part : multiply(part, hundred);
  let points: string | null = null;
  let highest: Decimal | null = null;
  for (const step of steps) {
    const from = decimal(step.from);
    if (compare(reached, multiply(from, of)) < 0 || (highest && compare(from, highest) <= 0)) continue;
    [points, highest] = [step.points, from];
  }
  return points ?? '0';
}

/** Who heads the steering board: Bí thư or Chủ tịch → all points, a deputy → half, nobody → 0 (guides to QĐ 922/QĐ-BTTTT). */
function ofCategory(
  { points }: Extract<MetricRule, { rule: 'categories' }>,
  figure: Figure | undefined,
): MetricPoints {
  if (figure?.status === 'not-applicable') return { points: '0', reason: 'not-applicable' };
  const word = figure?.value ?? null;
  if (word === null) return { points: '0', reason: 'missing' };
  const found = Object.hasOwn(points, word) ? points[word] : undefined;
  return found === undefined ? { points: '0', reason: 'no-such-category' } : { points: found, reason: null };
}

/** A figure as a fraction, or why it is none. */
export function shareOf(figure: Figure | undefined): Share | 'missing' | 'no-denominator' | 'not-applicable' {
  if (!figure) return 'missing';
  if (figure.status === 'not-applicable') return 'not-applicable';
  const { numerator, denominator, value } = figure;
  if (numerator !== null && denominator !== null) {
    const of = decimal(denominator);
    return of.units === 0n ? 'no-denominator' : { part: decimal(numerator), of };
  }
  return value === null ? 'missing' : { part: decimal(value), of: one };
}

/** Below zero, zero or above, as one fraction is less than the other, the same or more. */
export function compareShares(a: Share, b: Share): number {
  return compare(multiply(a.part, b.of), multiply(b.part, a.of));
}

const one = decimal('1');
const hundred = decimal('100');
