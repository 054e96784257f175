import type { ScoredUnit } from '../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import type { GroupRule, Scorecard } from '../../shared/catalog/schema.ts';

/** What a group's points rest on: figures · none at all, which is not zero · the rules alone, which give all units alike. */
type PointsGround = 'figures' | 'missing' | 'granted';

/** What a unit's points of a group rest on. @param indicators the unit's, as the scorecard's answer tells them */
export function pointsGround(group: GroupRule, indicators: ScoredUnit['indicators']): PointsGround {
  if (!('metrics' in group)) return 'figures';
  const grounds = group.metrics.map(({ indicator, rule }): PointsGround => {
    if (rule === 'granted') return 'granted';
    const told = indicators[indicator];
    return told === undefined || told.pointsReason === 'missing' ? 'missing' : 'figures';
  });
  if (grounds.includes('figures')) return 'figures';
  return grounds.includes('granted') ? 'granted' : 'missing';
}

/** A scorecard's answer in which points that rest on no figure are none; and which are the rules' alone. */
export type GroundedRollup = {
  rollup: ScorecardRollup;
  isGranted: (unit: string, group: string) => boolean;
};

/**
 * The points as pages tell them: the arithmetic of a total takes a missing figure for zero points, a reader must not.
 * @param scorecard undefined: not known, nothing is taken away
 */
export function grounded(rollup: ScorecardRollup, scorecard: Scorecard | undefined): GroundedRollup {
  const rules = new Map(scorecard?.groups.map((group) => [group.code, group]));
  const granted = new Set<string>();
  const units = rollup.units.map((unit) => {
    const groups = Object.entries(unit.groups).map(([code, points]) => {
      const rule = rules.get(code);
      const ground = rule === undefined || points === null ? 'figures' : pointsGround(rule, unit.indicators);
      if (ground === 'granted') granted.add(`${unit.unit} ${code}`);
      return [code, ground === 'missing' ? null : points] as const;
    });
    return { ...unit, groups: Object.fromEntries(groups) };
  });
  return { rollup: { ...rollup, units }, isGranted: (unit, group) => granted.has(`${unit} ${group}`) };
}
