import type { MeetingView } from '../../shared/query/read-meeting.ts';

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
