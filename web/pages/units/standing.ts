import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import type { Named } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { UnitFigures } from '../../../shared/query/read-unit-figures.ts';
import { largestOf, medianOf } from '../../format/statistics.ts';

/** Where a unit stands in a group of a scorecard, or in all of it (`code` null). */
export type Standing = {
  code: string | null;
  names: { vi: string; en: string } | null;
  max: string;
  points: string | null;
  /** Of all units that have points. */
  median: string | null;
  best: string | null;
  bestUnits: Named[];
};

/** A unit's points beside the others', group by group and then in all. */
export function standingsOf(rollup: ScorecardRollup, unit: ScoredUnit): Standing[] {
  const among = (points: (of: ScoredUnit) => string | null) => {
    const told = rollup.units.flatMap((each) => points(each) ?? []);
    const best = largestOf(told);
    return {
      points: points(unit),
      median: medianOf(told),
      best,
      bestUnits: rollup.units.filter((each) => best !== null && points(each) === best),
    };
  };
  const groups = rollup.groups.map(({ code, names, max }) => {
    return { code, names, max, ...among((each) => each.groups[code] ?? null) };
  });
  return [...groups, { code: null, names: null, max: rollup.max, ...among(({ total }) => total) }];
}

export type RankedItem = UnitFigures['items'][number];

/**
 * The indicators in which a unit stands best and worst among those that are ranked. One in which it is in the upper half
 * is no weakness, and the other way round; one that everybody has alike says nothing. Who shares a rank stands in the
 * middle of those who do: being first alone says more than being first with twenty others.
 */
export function extremesOf(
  items: readonly RankedItem[],
  most = 3,
): { strongest: RankedItem[]; weakest: RankedItem[] } {
  const placed = items
    .flatMap((item) => {
      if (item.rank === null || item.alike === item.ranked) return [];
      return [{ item, place: (item.rank - 1 + (item.alike - 1) / 2) / (item.ranked - 1) }];
    })
    .sort((a, b) => a.place - b.place);
  const upper = placed.filter(({ place }) => place < 0.5).slice(0, most);
  const lower = placed
    .filter(({ place }) => place >= 0.5)
    .reverse()
    .slice(0, most);
  return { strongest: upper.map(({ item }) => item), weakest: lower.map(({ item }) => item) };
}
