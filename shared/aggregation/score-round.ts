import type { Scorecard } from '../catalog/schema.ts';
import type { Figure } from '../observations/page.ts';
import { type Basis, figureAt, isListed, isMerged, isNil, type Place, type Placed, placed } from './basis.ts';
import { figureFrom } from './combine.ts';
import {
  type Figures,
  isScoredInPart,
  meanScore,
  nilScore,
  type Scored,
  type ScoredUnit,
  scoredFrom,
  withoutRefused,
} from './merged-score.ts';
import { ranks } from './ranks.ts';
import { type Coverage, coverageOf } from './roll-up.ts';
import type { Entry, Round } from './round.ts';
import { scoreRound, type UnitScore } from './score.ts';

export type ScorecardRollup = {
  schema: 'scorecard/2';
  scorecard: string;
  version: number;
  period: string;
  basis: Basis;
  catalog: string;
  coverage: Coverage;
  /** The most that a total can be. */
  max: string;
  groups: { code: string; names: { vi: string; en: string }; max: string }[];
  units: ScoredUnit[];
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
  const partial = figures.map((each) => isScoredInPart(scorecard, each));
  const rank = ranks(scores.map(({ total }, at) => (partial[at] ? null : total)));
  const before =
    basis === 'current' ? unitsOf(rollUpScorecard(placed(round, 'as-reported'), scorecard)) : null;
  const units = listed.map((place, at): ScoredUnit => {
    const { total, totalReason, groups, metrics } = scores[at] as Scored;
    const flag = partial[at] ? { partial: true as const } : {};
    const unit = { ...place.named, rank: rank[at] ?? null, ...flag, total, totalReason, groups };
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
    max: scorecard.max,
    groups: scorecard.groups.map(({ code, names, max }) => ({ code, names, max })),
    units: units.sort(byRank),
  };
}

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
