import type { GroupRule, MetricRule, Rounding, Scorecard } from '../catalog/schema.ts';
import { add, type Decimal, decimal, divide, multiply, sum, text, zero } from '../observations/decimal.ts';
import type { Figure } from '../observations/page.ts';
import {
  type Best,
  compareShares,
  type MetricPoints,
  metricPoints,
  type Share,
  shareOf,
} from './metric-points.ts';

/** One unit's points under a scorecard. Points are decimal strings; null is "no figure", never zero. */
export type UnitScore = {
  total: string | null;
  /** `reported`: the parts are not held, so the total is the published one · `missing`: there is none. */
  totalReason: 'reported' | 'missing' | null;
  groups: Record<string, string | null>;
  /** By indicator: the points, and why they are what they are when no ratio made them. */
  metrics: Record<string, MetricPoints>;
};

/**
 * Scores all units of a round: some rules hold a unit against the best of them, so that one file may change every
 * unit's points.
 * @param units the figures of each unit
 * @returns their scores, in the same order
 */
export function scoreRound(scorecard: Scorecard, units: readonly (readonly Figure[])[]): UnitScore[] {
  const best = bestOf(scorecard, units);
  return units.map((figures) => scoreUnit(scorecard, figures, best));
}

/** The largest figure of all units, for each indicator that is scored as a share of the best. */
export function bestOf(scorecard: Scorecard, units: readonly (readonly Figure[])[]): Best {
  const wanted = new Set(
    metricsOf(scorecard).flatMap(({ rule, indicator }) => (rule === 'share-of-best' ? [indicator] : [])),
  );
  const best = new Map<string, Share>();
  if (wanted.size === 0) return best;
  for (const figure of units.flat()) {
    if (!wanted.has(figure.indicator)) continue;
    const share = shareOf(figure);
    if (typeof share === 'string') continue;
    const found = best.get(figure.indicator);
    if (!found || compareShares(share, found) > 0) best.set(figure.indicator, share);
  }
  return best;
}

function metricsOf({ groups }: Scorecard): MetricRule[] {
  return groups.flatMap((group) => (group.rule === 'sum-of-rounded' ? group.metrics : []));
}

/**
 * Scores one unit: every metric exactly and rounded once, a group as the sum of its rounded metrics,
 * the total as the sum of the groups. QĐ 766/QĐ-TTg as its portal computes it: 475 of 475 published
 * metric scores and 136 of 136 group scores of 2026-10-10 come out so.
 * A group that is reported as a score and was not reported leaves the total without a value, unless the total was
 * reported too.
 */
export function scoreUnit(scorecard: Scorecard, figures: readonly Figure[], best?: Best): UnitScore {
  const byIndicator = new Map(figures.map((figure) => [figure.indicator, figure]));
  const metrics: UnitScore['metrics'] = {};
  const groups: UnitScore['groups'] = {};
  for (const group of scorecard.groups) {
    groups[group.code] = groupPoints(group, byIndicator, metrics, (metric, figure) =>
      metricPoints(metric, figure, scorecard.rounding, best),
    );
  }
  return { ...totalOf(scorecard, groups, byIndicator), groups, metrics };
}

/**
 * The sum of the groups over `divideBy`, rounded once: DTI = Σ(max_i × index_i) / 1000 (QĐ 922/QĐ-BTTTT), to which an
 * index of weight 0 adds nothing. Where a part is not held, or its weight is not (QĐ 405/QĐ-BKHCN), the total as it was
 * published.
 */
function totalOf(
  { total: rule, rounding, groups }: Scorecard,
  points: UnitScore['groups'],
  figures: ReadonlyMap<string, Figure>,
): Pick<UnitScore, 'total' | 'totalReason'> {
  const { divideBy, reported } = rule ?? {};
  const parts = groups.filter(({ max }) => max !== '0').map(({ code }) => points[code] ?? null);
  const isPublishedOnly = reported !== undefined && divideBy === undefined;
  if (!isPublishedOnly && parts.length > 0 && parts.every((part) => part !== null)) {
    const total = rounded(sum(parts.map(decimal)), decimal(divideBy ?? '1'), rounding);
    return { total, totalReason: null };
  }
  const published = reported === undefined ? null : (figures.get(reported)?.value ?? null);
  return { total: published, totalReason: published === null ? 'missing' : 'reported' };
}

function rounded(a: Decimal, b: Decimal, rounding: Rounding): string {
  return text(divide(a, b, rounding));
}

function groupPoints(
  group: GroupRule,
  figures: ReadonlyMap<string, Figure>,
  metrics: UnitScore['metrics'],
  pointsOf: (metric: MetricRule, figure: Figure | undefined) => MetricPoints,
): string | null {
  if (group.rule === 'reported') return figures.get(group.indicator)?.value ?? null;
  if (group.rule === 'weighted') {
    const value = figures.get(group.indicator)?.value;
    return value === null || value === undefined ? null : text(multiply(decimal(value), decimal(group.max)));
  }
  let total = zero;
  for (const metric of group.metrics) {
    const scored = pointsOf(metric, figures.get(metric.indicator));
    metrics[metric.indicator] = scored;
    total = add(total, decimal(scored.points));
  }
  return text(total);
}
