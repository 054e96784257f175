import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { comingMeeting } from '../../app/coming-meeting.ts';

/**
 * How far a meeting has come. `held`: before this service, nothing was asked for it · `cancelled` · `collecting`: until
 * its cut-off · `closing`: between the cut-off and the freeze · `frozen`.
 */
export type MeetingStage = 'held' | 'cancelled' | 'collecting' | 'closing' | 'frozen';

/** The meeting that is shown first: the coming one, or where none was planned here the last session that was held. */
export function shownFirst(meetings: readonly MeetingView[], today: string): MeetingView | undefined {
  return comingMeeting(meetings, today) ?? meetings.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
}

/** @param now milliseconds since 1970; null while it is not known */
export function stageOf(
  { state, asks, cutOff }: Pick<MeetingView, 'state' | 'asks' | 'cutOff'>,
  isFrozen: boolean,
  now: number | null,
): MeetingStage {
  if (isFrozen) return 'frozen';
  if (state === 'cancelled') return 'cancelled';
  if (asks.length === 0 || cutOff === null) return 'held';
  // Local times of Asia/Ho_Chi_Minh, which is at +07:00 all year.
  return now !== null && now >= Date.parse(`${cutOff}+07:00`) ? 'closing' : 'collecting';
}
