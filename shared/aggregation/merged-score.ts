import type { GroupRule, Scorecard } from '../catalog/schema.ts';
import { isTold, type Place, type PlacedFigure } from './basis.ts';
import type { Reason } from './combine.ts';
import { mean } from './entry-figure.ts';
import type { ScoreReason } from './metric-points.ts';
import type { Named } from './round.ts';
import { scoreRound, type UnitScore } from './score.ts';

/** Why there are no points: a figure that they need is missing, or cannot be carried to a merged unit. */
type PointsReason = Extract<Reason, 'missing' | 'not-additive' | 'parts-missing' | 'nil'>;

export type ScoredUnit = Named & {
  /** None for a unit of which a figure that it is scored by is of some of its areas only. */
  rank: number | null;
  partial?: true;
  total: string | null;
  totalReason: PointsReason | 'reported' | null;
  groups: Record<string, string | null>;
  indicators: Record<
    string,
    PlacedFigure & { points: string | null; pointsReason: ScoreReason | PointsReason | null }
  >;
  /** Of a merged unit: what its predecessors had on the map of the period. */
  predecessors?: Pick<ScoredUnit, keyof Named | 'rank' | 'total'>[];
};

export type Scored = Pick<ScoredUnit, 'total' | 'totalReason' | 'groups'> & {
  metrics: Record<string, Pick<ScoredUnit['indicators'][string], 'points' | 'pointsReason'>>;
};

/** By indicator, what a unit reported, or what was carried to it. */
export type Figures = ReadonlyMap<string, PlacedFigure>;

/** Who has nothing to report has no points: none is not zero. */
export function nilScore({ groups }: Scorecard): Scored {
  const none = groups.map(({ code }) => [code, null]);
  return { total: null, totalReason: 'nil', groups: Object.fromEntries(none), metrics: {} };
}

/** What a unit's own figures scored. */
export function scoredFrom({ metrics, ...score }: UnitScore): Scored {
  const points = Object.entries(metrics).map(([id, { points, reason }]) => [
    id,
    { points, pointsReason: reason },
  ]);
  return { ...score, metrics: Object.fromEntries(points) as Scored['metrics'] };
}

/**
 * The plain mean of the predecessors' groups and totals, each exact until then, rounded once: how the merged units of
 * the DTI are scored for the years before their merger. Not told where one of them did not report, or had nothing to.
 */
export function meanScore(scorecard: Scorecard, place: Place): Scored {
  const { rounding } = scorecard;
  if (!isTold(place)) return { ...nilScore(scorecard), totalReason: 'parts-missing' };
  const { parts } = place;
  const exact = { ...scorecard, rounding: { ...rounding, places: 10 } };
  const scores = scoreRound(
    exact,
    parts.map(({ figures }) => figures),
  );
  const groups = scorecard.groups.map(({ code }) => [
    code,
    mean(
      scores.map((score) => score.groups[code] ?? null),
      rounding,
    ),
  ]);
  const total = mean(
    scores.map((score) => score.total),
    rounding,
  );
  const anyTotal = scores.some((score) => score.total !== null);
  const isReported = scores.some(({ totalReason }) => totalReason === 'reported');
  const told = isReported ? 'reported' : null;
  const totalReason = total !== null ? told : anyTotal ? 'parts-missing' : 'missing';
  return { total, totalReason, groups: Object.fromEntries(groups), metrics: {} };
}

/** Points that need what cannot be carried to a merged unit are not told. */
export function withoutRefused(
  scorecard: Scorecard,
  { groups, metrics, ...score }: Scored,
  place: Place,
  figures: Figures,
): Scored {
  const told = { ...metrics };
  const whole = { ...groups };
  let { total, totalReason } = score;
  const refuse = (group: string, reason: PointsReason) => {
    whole[group] = null;
    total = null;
    totalReason = totalReason === 'parts-missing' ? totalReason : reason;
  };
  for (const group of scorecard.groups) {
    for (const indicator of neededBy(group)) {
      const reason = isTold(place) ? refusalOf(figures.get(indicator)) : 'parts-missing';
      if (reason === null) continue;
      if (told[indicator]) told[indicator] = { points: null, pointsReason: reason };
      refuse(group.code, reason);
    }
  }
  return { total, totalReason, groups: whole, metrics: told };
}

/** Whether a figure that the scorecard needs is of some of the unit's areas only. */
export function isScoredInPart({ groups, total }: Scorecard, figures: Figures): boolean {
  const needed = [...groups.flatMap(neededBy), ...(total?.reported === undefined ? [] : [total.reported])];
  return needed.some((indicator) => figures.get(indicator)?.partial);
}

function neededBy(group: GroupRule): string[] {
  if (group.rule !== 'sum-of-rounded') return [group.indicator];
  return group.metrics.flatMap(({ rule, indicator }) => (rule === 'granted' ? [] : [indicator]));
}

function refusalOf(figure: PlacedFigure | undefined): PointsReason | null {
  const reason = figure?.reason ?? null;
  return reason === 'not-additive' || reason === 'parts-missing' ? reason : null;
}
