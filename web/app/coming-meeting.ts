import { useMemo } from 'preact/hooks';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { apiPath } from './api-path.ts';
import { useFiguresBase } from './figures-base.ts';
import { type Answer, useAnswer } from './use-answer.ts';
import { useToday } from './use-today.ts';

/**
 * The meeting that everybody prepares: the next one that is planned; where none is ahead, the last that was. One that was
 * held before this service asked for nothing here, and is never it.
 * @param today local day, `2026-10-14`
 */
export function comingMeeting(meetings: readonly MeetingView[], today: string): MeetingView | undefined {
  const planned = meetings
    .filter(({ state, asks }) => state === 'planned' && asks.length > 0)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return planned.find(({ date }) => date >= today) ?? planned.at(-1);
}

/** The first that is planned after another, whatever became of that one; undefined where none is. */
export function meetingAfter(
  meetings: readonly MeetingView[],
  { id, date }: Pick<MeetingView, 'id' | 'date'>,
): MeetingView | undefined {
  return meetings
    .filter((other) => other.state === 'planned' && other.id !== id && other.date >= date)
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
}

/**
 * Every meeting and the one that is coming, null where none is planned. What the public reads may be some seconds old;
 * who is signed in, and may just have planned one, reads it as it stands.
 */
export function useMeetings(): {
  answer: Answer<{ meetings: MeetingView[]; coming: MeetingView | null }>;
  reload: () => void;
} {
  const { answer, reload } = useAnswer<{ items: MeetingView[] }>(apiPath`${useFiguresBase()}/meetings`);
  const today = useToday();
  const read = useMemo((): Answer<{ meetings: MeetingView[]; coming: MeetingView | null }> => {
    if (answer.state !== 'ready') return answer;
    if (today === null) return { state: 'loading' };
    const { items } = answer.value;
    return { state: 'ready', value: { meetings: items, coming: comingMeeting(items, today) ?? null } };
  }, [answer, today]);
  return { answer: read, reload };
}
