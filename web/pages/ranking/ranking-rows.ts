import type { Silence } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Region } from '../../../shared/catalog/schema.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { isTooFew } from '../../app/too-few.ts';

/** A unit's place in a ranking. */
export type RankingRow = {
  unit: string;
  code: string;
  name: string;
  rank: number | null;
  /** How many places it rose since the period before (below zero: fell); null: it had no rank then, or was another unit. */
  rose: number | null;
  total: string | null;
  /** Why there is no total. */
  why: Silence | NonNullable<ScorecardRollup['units'][number]['totalReason']> | null;
  groups: Readonly<Record<string, string | null>>;
  /** A figure of it is of some of its areas only: it is not ranked. */
  isPartial: boolean;
};

/** A ranking's rows, the first first; who has no rank, and of whom nothing is in, at the end. @param silence why nothing is */
export function rankingRows(
  { units, coverage }: Pick<ScorecardRollup, 'units' | 'coverage'>,
  before: Pick<SeriesItem, 'units'> | null,
  silence: Silence = 'not-submitted',
): RankingRow[] {
  const ranksBefore = new Map(before?.units.map(({ unit, rank }) => [unit, rank]));
  const scored = units.map((unit): RankingRow => {
    const rankBefore = ranksBefore.get(unit.unit) ?? null;
    return {
      unit: unit.unit,
      code: unit.code,
      name: unit.name,
      rank: unit.rank,
      rose: unit.rank === null || rankBefore === null ? null : rankBefore - unit.rank,
      total: unit.total,
      why: unit.total === null ? unit.totalReason : null,
      groups: unit.groups,
      isPartial: unit.partial === true,
    };
  });
  const known = new Set(scored.map(({ unit }) => unit));
  const silent = coverage.missing
    .filter(({ unit }) => !known.has(unit))
    .map(
      ({ unit, code, name }): RankingRow => ({
        ...{ unit, code, name, why: silence, groups: {} },
        ...{ rank: null, rose: null, total: null, isPartial: false },
      }),
    );
  return [...scored, ...silent];
}

/** The period that ranks are compared with: none where fewer than half of the units reported in it or in this one. */
export function comparedPeriod(
  { coverage }: Pick<ScorecardRollup, 'coverage'>,
  before: SeriesItem | null,
): SeriesItem | null | 'too-few' {
  if (before === null) return null;
  return isTooFew(coverage) || isTooFew(before.coverage) ? 'too-few' : before;
}

/** The regions of the map that the rows are of, in the catalogue's order. */
export function regionsOf(regions: readonly Region[], rows: readonly Pick<RankingRow, 'unit'>[]): Region[] {
  const shown = new Set(rows.map(({ unit }) => unit));
  return regions.filter(({ members }) => members.every((member) => shown.has(member)));
}

/** The groups of which somebody has points: of what was published as ranks alone, some have none. */
export function toldGroups({ groups, units }: Pick<ScorecardRollup, 'groups' | 'units'>) {
  return groups.filter(({ code }) => units.some((unit) => (unit.groups[code] ?? null) !== null));
}
