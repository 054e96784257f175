import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import { apiPath } from '../../app/api-path.ts';
import { comingMeeting } from '../../app/coming-meeting.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useToday } from '../../app/use-today.ts';
import type { NationNow } from './pillar-table.tsx';

/** The nation's figures of what the coming meeting asks for; null until they are known, empty where there are none. */
export function useNationNow(): NationNow | null {
  const today = useToday();
  const base = useFiguresBase();
  const { answer: meetings } = useAnswer<{ items: MeetingView[] }>('/v1/public/meetings');
  const coming =
    today !== null && meetings.state === 'ready' ? comingMeeting(meetings.value.items, today) : undefined;
  const { answer } = useAnswer<MeetingProgress>(
    coming ? apiPath`${base}/meetings/${coming.id}/progress` : null,
  );
  const isAsking = today === null || meetings.state === 'loading' || (coming && answer.state === 'loading');
  if (isAsking) return null;
  const asks = answer.state === 'ready' ? answer.value.asks : [];
  return new Map(
    asks.flatMap(({ form, period, indicators }) =>
      indicators.map((indicator) => [indicator.indicator, { form, period, indicator }] as const),
    ),
  );
}
