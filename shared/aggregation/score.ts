import type { GroupRule, MetricRule, Rounding, Scorecard } from '../catalog/schema.ts';
import { add, compare, type Decimal, decimal, divide, multiply, sum, text } from '../observations/decimal.ts';
import type { Figure } from '../observations/page.ts';

/** One unit's points under a scorecard. Points are decimal strings; null is "no figure", never zero. */
export type UnitScore = {
  total: string | null;
  groups: Record<string, string | null>;
  /** By indicator: the points, and why they are what they are when no ratio made them. */
  metrics: Record<string, { points: string; reason: ScoreReason | null }>;
};

export type ScoreReason = 'no-denominator' | 'missing' | 'granted' | 'capped';

/**
 * Scores one unit: every metric exactly and rounded once, a group as the sum of its rounded metrics,
 * the total as the sum of the groups. QĐ 766/QĐ-TTg as its portal computes it: 475 of 475 published
 * metric scores and 136 of 136 group scores of 2026-10-10 come out so.
 * A group that is reported as a score and was not reported leaves the total without a value.
 */
export function scoreUnit(scorecard: Scorecard, figures: readonly Figure[]): UnitScore {
  const byIndicator = new Map(figures.map((figure) => [figure.indicator, figure]));
  const metrics: UnitScore['metrics'] = {};
  const groups: UnitScore['groups'] = {};
  for (const group of scorecard.groups) {
    groups[group.code] = groupPoints(group, byIndicator, scorecard.rounding, metrics);
  }
  const points = Object.values(groups);
  const total = points.every((value) => value !== null) ? text(sum(points.map(decimal))) : null;
  return { total, groups, metrics };
}

function groupPoints(
  group: GroupRule,
  figures: ReadonlyMap<string, Figure>,
  rounding: Rounding,
  metrics: UnitScore['metrics'],
): string | null {
  if (group.rule === 'reported') return figures.get(group.indicator)?.value ?? null;
  if (group.rule === 'weighted') {
    const value = figures.get(group.indicator)?.value;
    return value === null || value === undefined ? null : text(multiply(decimal(value), decimal(group.max)));
  }
  let total: Decimal = decimal('0');
  for (const metric of group.metrics) {
    const scored = metricPoints(metric, figures.get(metric.indicator), rounding);
    metrics[metric.indicator] = scored;
    total = add(total, decimal(scored.points));
  }
  return text(total);
}

/**
 * The points of one metric.
 * `target-capped`: min(1, (a/b) / target) × max, computed as a whole and rounded once; 0/0 and a missing
 * figure score 0, as the portal counts them. `granted`: the maximum, whatever was reported.
 */
export function metricPoints(
  metric: MetricRule,
  figure: Figure | undefined,
  rounding: Rounding,
): { points: string; reason: ScoreReason | null } {
  if (metric.rule !== 'granted' && metric.rule !== 'target-capped') {
    throw new Error(`the scoring rule ${metric.rule} is not written yet`);
  }
  if (metric.rule === 'granted') return { points: metric.max, reason: 'granted' };
  if (!figure || figure.numerator === null || figure.denominator === null) {
    return { points: '0', reason: 'missing' };
  }
  const base = multiply(decimal(figure.denominator), decimal(metric.target));
  if (base.units === 0n) return { points: '0', reason: 'no-denominator' };
  const max = decimal(metric.max);
  const share = multiply(decimal(figure.numerator), decimal('100'));
  if (compare(share, base) > 0) return { points: metric.max, reason: 'capped' };
  return { points: text(divide(multiply(share, max), base, rounding)), reason: null };
}

/** Competition ranks: equal totals share a rank, and the next rank is skipped (1, 2, 2, 4). No total, no rank. */
export function ranks(totals: readonly (string | null)[]): (number | null)[] {
  const values = totals.map((total) => (total === null ? null : decimal(total)));
  return values.map((value) => {
    if (value === null) return null;
    return 1 + values.filter((other) => other !== null && compare(other, value) > 0).length;
  });
}
