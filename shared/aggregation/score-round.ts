import type { Scorecard } from '../catalog/schema.ts';
import type { Figure } from '../observations/page.ts';
import {
  type Basis,
  figureAt,
  isCounted,
  isListed,
  isMerged,
  isNil,
  mean,
  type Place,
  type Placed,
  type PlacedFigure,
  placed,
} from './basis.ts';
import { figureFrom, type Reason } from './combine.ts';
import type { ScoreReason } from './metric-points.ts';
import { ranks } from './ranks.ts';
import { type Coverage, coverageOf } from './roll-up.ts';
import type { Entry, Named, Round } from './round.ts';
import { scoreRound, type UnitScore } from './score.ts';

/** Why there are no points: a figure that they need is missing, or cannot be carried to a merged unit. */
type PointsReason = Extract<Reason, 'missing' | 'not-additive' | 'parts-missing' | 'nil'>;

export type ScoredUnit = Named & {
  rank: number | null;
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

export type ScorecardRollup = {
  schema: 'scorecard/2';
  scorecard: string;
  version: number;
  period: string;
  basis: Basis;
  catalog: string;
  coverage: Coverage;
  groups: { code: string; names: { vi: string; en: string }; max: string }[];
  units: ScoredUnit[];
};

type Scored = Pick<ScoredUnit, 'total' | 'totalReason' | 'groups'> & {
  metrics: Record<string, Pick<ScoredUnit['indicators'][string], 'points' | 'pointsReason'>>;
};

/**
 * Scores and ranks the units that reported; those that did not are named, never ranked. A merged unit is scored from
 * its predecessors' figures, or, where the scorecard's decision says so, gets the plain mean of their points; ranks
 * are made anew on each basis.
 */
export function rollUpScorecard(given: Placed, scorecard: Scorecard): ScorecardRollup {
  const { round, basis } = given;
  const listed = given.places.filter(isListed);
  const figures = listed.map((place) => figuresAt(given, place));
  const scores = scoresOf(scorecard, listed, figures);
  const rank = ranks(scores.map(({ total }) => total));
  const before =
    basis === 'current' ? unitsOf(rollUpScorecard(placed(round, 'as-reported'), scorecard)) : null;
  const units = listed.map((place, at): ScoredUnit => {
    const { total, totalReason, groups, metrics } = scores[at] as Scored;
    const unit = { ...place.named, rank: rank[at] ?? null, total, totalReason, groups };
    const indicators = Object.fromEntries(
      [...(figures[at] as Figures)].map(([id, figure]) => [
        id,
        { ...figure, ...(metrics[id] ?? { points: null, pointsReason: null }) },
      ]),
    );
    if (!before || !isMerged(place)) return { ...unit, indicators };
    return { ...unit, indicators, predecessors: predecessorsOf(place, before, round) };
  });
  return {
    schema: 'scorecard/2',
    scorecard: scorecard.code,
    version: scorecard.version,
    period: round.period.code,
    basis,
    catalog: round.catalog.version,
    coverage: coverageOf(given),
    groups: scorecard.groups.map(({ code, names, max }) => ({ code, names, max })),
    units: units.sort(byRank),
  };
}

type Figures = ReadonlyMap<string, PlacedFigure>;

/** Every figure that was reported in a place. */
function figuresAt(given: Placed, place: Place): Figures {
  const ids = new Set(place.parts.flatMap(({ figures }) => figures.map(({ indicator }) => indicator)));
  return new Map(
    [...ids].map((id) => {
      const indicator = given.round.catalog.indicators.get(id);
      if (!indicator) throw new Error(`no indicator ${id} in catalogue ${given.round.catalog.version}`);
      return [id, figureAt(given, place, indicator)];
    }),
  );
}

function scoresOf(scorecard: Scorecard, places: readonly Place[], figures: readonly Figures[]): Scored[] {
  const carried = places.map((place, at): readonly Figure[] => {
    if (!isMerged(place)) return (place.parts[0] as Entry).figures;
    return [...(figures[at] as Figures)].map(([id, figure]) => figureFrom(id, figure));
  });
  const scores = scoreRound(scorecard, carried);
  return places.map((place, at) => {
    if (isNil(place)) return nilScore(scorecard);
    const score = scoredFrom(scores[at] as UnitScore);
    if (!isMerged(place)) return score;
    if (scorecard.merged === 'mean') return meanScore(scorecard, place);
    return withoutRefused(scorecard, score, place, figures[at] as Figures);
  });
}

/** Who has nothing to report has no points: none is not zero. */
function nilScore({ groups }: Scorecard): Scored {
  const none = groups.map(({ code }) => [code, null]);
  return { total: null, totalReason: 'nil', groups: Object.fromEntries(none), metrics: {} };
}

function scoredFrom({ metrics, ...score }: UnitScore): Scored {
  const told: Scored['metrics'] = {};
  for (const [id, { points, reason }] of Object.entries(metrics)) told[id] = { points, pointsReason: reason };
  return { ...score, metrics: told };
}

/**
 * The plain mean of the predecessors' groups and totals, each exact until then, rounded once: how the merged units of
 * the DTI are scored for the years before their merger.
 */
function meanScore(scorecard: Scorecard, { parts }: Place): Scored {
  const { rounding } = scorecard;
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
  const totalReason = total !== null ? null : anyTotal ? 'parts-missing' : 'missing';
  return { total, totalReason, groups: Object.fromEntries(groups), metrics: {} };
}

/** Points that need what cannot be carried to a merged unit are not told. */
function withoutRefused(
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
    const needed =
      group.rule === 'sum-of-rounded'
        ? group.metrics.flatMap(({ rule, indicator }) => (rule === 'granted' ? [] : [indicator]))
        : [group.indicator];
    for (const indicator of needed) {
      const reason = isCounted(place) ? refusalOf(figures.get(indicator)) : 'parts-missing';
      if (reason === null) continue;
      if (told[indicator]) told[indicator] = { points: null, pointsReason: reason };
      refuse(group.code, reason);
    }
  }
  return { total, totalReason, groups: whole, metrics: told };
}

function refusalOf(figure: PlacedFigure | undefined): PointsReason | null {
  const reason = figure?.reason ?? null;
  return reason === 'not-additive' || reason === 'parts-missing' ? reason : null;
}

function unitsOf({ units }: ScorecardRollup): ReadonlyMap<string, ScoredUnit> {
  return new Map(units.map((unit) => [unit.unit, unit]));
}

function predecessorsOf(
  { parts }: Place,
  before: ReadonlyMap<string, ScoredUnit>,
  round: Round,
): NonNullable<ScoredUnit['predecessors']> {
  return placed({ ...round, entries: parts }, 'as-reported').places.map(({ named }) => {
    const scored = before.get(named.unit);
    return { ...named, rank: scored?.rank ?? null, total: scored?.total ?? null };
  });
}

/** The best first; those without a rank last, in the order of their codes. */
export function byRank(
  a: { rank: number | null; code: string },
  b: { rank: number | null; code: string },
): number {
  const rank = (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
  return rank !== 0 ? rank : a.code < b.code ? -1 : 1;
}
