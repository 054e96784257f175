import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import { apiPath } from './api-path.ts';
import { changedCount } from './changed-since.ts';
import type { FiguresState } from './figures-state.ts';
import { useAnswer } from './use-answer.ts';

/** What was frozen of a scorecard, of figures that are frozen; of any others nothing is asked for. */
export function useFrozenScorecard(
  state: FiguresState | null,
  { scorecard, period }: Pick<ScorecardRollup, 'scorecard' | 'period'>,
): ScorecardRollup | null {
  const id = state?.state === 'frozen' ? state.meeting.id : null;
  const { answer } = useAnswer<ScorecardRollup>(
    id && apiPath`/v1/public/meetings/${id}/scorecards/${scorecard}/${period}`,
  );
  return answer.state === 'ready' ? answer.value : null;
}

/** How many units have another total or rank now than was frozen; null: not frozen, or they cannot be compared. */
export function useChangedCount(state: FiguresState | null, now: ScorecardRollup): number | null {
  const frozen = useFrozenScorecard(state, now);
  return frozen && changedCount(frozen, now);
}
