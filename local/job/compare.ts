import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import { compare, decimal, magnitude, subtract } from '../../shared/observations/decimal.ts';
import { groups, type Row, scores, totals } from '../../test/data/qd766/figures.ts';

/** Published figures beside ours: how many are equal, and each that is not, by name. */
export type Comparison = {
  metrics: Tally;
  groups: Tally;
  totals: Tally & { withinOneHundredth: number };
  ranks: Tally;
  /** True when every metric, group and rank is equal and no total is off by more than 0.01. */
  holds: boolean;
};
export type Tally = { compared: number; equal: number; differing: Difference[] };
export type Difference = { code: string; name: string; what: string; ours: string | null; published: string };

const granted = '766.ELECTRONIC_CERTIFIED_COPY';

/** Compares a scorecard with the figures that the portal published on 2026-10-10 (test/data/qd766). */
export function compareWithPublished(scorecard: ScorecardRollup): Comparison {
  const units = new Map(scorecard.units.map((unit) => [unit.code, unit]));
  const of = (row: Row) => units.get(row.unit as string);
  const name = (row: Row) => ({ code: row.unit as string, name: of(row)?.name ?? '' });
  const ruled = scorecard.groups
    .map(({ code }) => code)
    .filter((code) => code !== 'ONLINE' && code !== 'TTTT');
  const metrics = tally(
    scores
      .filter((row) => row.score !== '' && row.indicator !== granted)
      .map((row) => {
        const what = row.indicator as string;
        const ours = of(row)?.indicators[what]?.points ?? null;
        return { ...name(row), what, ours, published: row.score as string };
      }),
  );
  const byGroup = tally(
    groups.flatMap((row) =>
      ruled.map((what) => ({
        ...name(row),
        what,
        ours: of(row)?.groups[what] ?? null,
        published: row[what] as string,
      })),
    ),
  );
  const byTotal = tally(
    totals.map((row) => ({
      ...name(row),
      what: 'total',
      ours: of(row)?.total ?? null,
      published: row.total as string,
    })),
  );
  const ranks = tally(
    totals.map((row) => ({
      ...name(row),
      what: 'rank',
      ours: of(row)?.rank?.toString() ?? null,
      published: row.rank as string,
    })),
  );
  const withinOneHundredth = byTotal.differing.filter(isClose).length;
  const holds =
    [metrics, byGroup, ranks].every((part) => part.compared > 0 && part.differing.length === 0) &&
    withinOneHundredth === byTotal.differing.length;
  return { metrics, groups: byGroup, totals: { ...byTotal, withinOneHundredth }, ranks, holds };
}

function tally(pairs: readonly Difference[]): Tally {
  const differing = pairs.filter(
    ({ ours, published }) => ours === null || compare(decimal(ours), decimal(published)) !== 0,
  );
  return { compared: pairs.length, equal: pairs.length - differing.length, differing };
}

function isClose({ ours, published }: Difference): boolean {
  if (ours === null) return false;
  return compare(magnitude(subtract(decimal(ours), decimal(published))), decimal('0.01')) <= 0;
}
