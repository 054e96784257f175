import { useMemo } from 'preact/hooks';
import type { Basis } from '../../shared/aggregation/basis.ts';
import type { Series } from '../../shared/query/read-series.ts';
import { addressOf } from './address-of.ts';
import { type CoverageOf, coverageIn, defaultRound } from './round-coverage.ts';
import { type ScoredRound, stretchesOf } from './scored-rounds.ts';
import type { Answer } from './use-answer.ts';
import { useAnswers } from './use-answers.ts';
import { useToday } from './use-today.ts';

/** Rounds with what is known of each: how many units it tells, and which is shown where none is asked for. */
export type ToldRounds = {
  rounds: readonly ScoredRound[];
  /** One for each of `stretchesOf(rounds)`, in its order. */
  series: readonly Series[];
  coverageOf: CoverageOf;
  first: (rounds: readonly ScoredRound[]) => ScoredRound | undefined;
};

/**
 * Reads the series that rounds make.
 * @param rounds null: not known yet
 * @param units of which figures are told; none: every unit
 */
export function useToldRounds(
  rounds: readonly ScoredRound[] | null,
  { units = [], basis }: { units?: readonly string[]; basis: Basis },
): { answer: Answer<ToldRounds>; reload: () => void } {
  const today = useToday();
  const { answer, reload } = useAnswers<Series>(
    rounds &&
      stretchesOf(rounds).map(({ scorecard, from, to }) =>
        addressOf('/v1/public/series', { scorecard: scorecard.code, from, to, unit: units.join(','), basis }),
      ),
  );
  const read = useMemo((): Answer<ToldRounds> => {
    if (answer.state !== 'ready') return answer;
    // Which round is shown first depends on the day.
    if (rounds === null || today === null) return { state: 'loading' };
    const coverageOf = coverageIn(answer.value);
    const first = (of: readonly ScoredRound[]) => defaultRound(of, coverageOf, today);
    return { state: 'ready', value: { rounds, series: answer.value, coverageOf, first } };
  }, [rounds, answer, today]);
  return { answer: read, reload };
}
