import type { Series } from '../../shared/query/read-series.ts';
import { defaultPeriod, dueDayOf, type PeriodCoverage } from './default-period.ts';
import type { ScoredRound } from './scored-rounds.ts';

/** How many units a round expects, and how many of them count in it. */
export type CoverageOf = (round: ScoredRound) => Pick<PeriodCoverage, 'expected' | 'counted'>;

/** No point is kept of a period for which nobody has reported. */
const nobody = { expected: 1, counted: 0 };

/** How many units each round tells, from the series of the scorecards. */
export function coverageIn(series: readonly Series[]): CoverageOf {
  const known = new Map(
    series.flatMap((each) =>
      'scorecard' in each
        ? each.items.map(({ period, coverage }) => [`${each.scorecard} ${period}`, coverage] as const)
        : [],
    ),
  );
  return ({ scorecard, period }) => known.get(`${scorecard.code} ${period}`) ?? nobody;
}

/**
 * The round that is shown where an address asks for none, as `defaultPeriod` says: the newest that speaks for the nation
 * (where the published years alone are in, the newest of them), else the newest that anybody reported for, else, where
 * nothing is in at all, the newest: that of the coming meeting.
 * @param rounds the newest first
 */
export function defaultRound(
  rounds: readonly ScoredRound[],
  coverageOf: CoverageOf,
  today: string,
): ScoredRound | undefined {
  const told = (round: ScoredRound) => ({
    ...coverageOf(round),
    due: dueDayOf([round.form], round.period),
  });
  return defaultPeriod(rounds.toReversed(), told, today);
}

/** Where figures are when a round has none: the newest of its scorecard that has some, else the newest of any. */
export function newestTold(
  rounds: readonly ScoredRound[],
  coverageOf: CoverageOf,
  { scorecard }: Pick<ScoredRound, 'scorecard'>,
): ScoredRound | undefined {
  const told = rounds.filter((round) => coverageOf(round).counted > 0);
  return told.find((round) => round.scorecard.code === scorecard.code) ?? told[0];
}
