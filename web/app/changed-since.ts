import type { ScoredUnit } from '../../shared/aggregation/merged-score.ts';
import type { Named } from '../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';

type Placed = Pick<ScoredUnit, 'total' | 'rank'>;
/** A unit whose total or rank is another than before; null: it had not reported. */
type ChangedUnit = { named: Named; frozen: Placed | null; now: Placed | null };

/**
 * How many units have another total or rank than was frozen; null where the two are of different maps: the frozen one is
 * of the map of its period.
 */
export function changedCount(frozen: ScorecardRollup, now: ScorecardRollup): number | null {
  const [before, after] = [mapOf(frozen), mapOf(now)];
  return before === after ? changedSince(frozen, now).length : null;
}

/** The units of which two answers of one scorecard tell another total or rank, in the order of the second. */
export function changedSince(frozen: ScorecardRollup, now: ScorecardRollup): ChangedUnit[] {
  const all = [
    ...now.units,
    ...frozen.units.filter(({ unit }) => !now.units.some((each) => each.unit === unit)),
  ];
  return all.flatMap(({ unit, code, name }) => {
    const [before, after] = [frozen, now].map(
      ({ units }) => units.find((each) => each.unit === unit) ?? null,
    );
    if (before?.total === after?.total && before?.rank === after?.rank) return [];
    return [{ named: { unit, code, name }, frozen: before ?? null, now: after ?? null }];
  });
}

/** The units that are told of, with figures or without, as one text. */
function mapOf({ units, coverage }: ScorecardRollup): string {
  return [...new Set([...units, ...coverage.missing].map(({ unit }) => unit))].sort().join(' ');
}
