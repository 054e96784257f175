import { useMemo } from 'preact/hooks';
import type { MeetingCoverage } from '../../shared/aggregation/meeting-coverage.ts';
import { useMeetings } from './coming-meeting.ts';
import { dueDayOf, isSettled } from './default-period.ts';
import type { ScoredRound } from './scored-rounds.ts';
import { useAnswer } from './use-answer.ts';
import { useToday } from './use-today.ts';

/** Tells of a round whether it speaks for the nation (`isSettled`); null until that is known. */
export function useSettled(): ((round: ScoredRound) => boolean) | null {
  const today = useToday();
  const { answer: meetings } = useMeetings();
  const coming = meetings.state === 'ready' ? meetings.value.coming : null;
  const { answer } = useAnswer<MeetingCoverage>(coming && `/v1/public/meetings/${coming.id}/coverage`);
  const isAsking = meetings.state === 'loading' || (coming !== null && answer.state === 'loading');
  return useMemo(() => {
    if (today === null || isAsking) return null;
    const asks = answer.state === 'ready' ? answer.value.asks : [];
    return ({ form, period }: ScoredRound) => {
      const ask = asks.find((each) => each.form === form.code && each.period === period);
      const { expected, counted } = ask?.counts ?? { expected: 1, counted: 0 };
      return isSettled({ expected, counted, due: dueDayOf([form], period) }, today);
    };
  }, [today, isAsking, answer]);
}
