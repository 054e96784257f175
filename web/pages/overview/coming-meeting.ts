import type { MeetingView } from '../../../shared/query/read-meeting.ts';

/**
 * How far a meeting has come. `held`: before this service, nothing was asked for it · `cancelled` · `collecting`: until
 * its cut-off · `closing`: between the cut-off and the freeze · `frozen`.
 */
export type MeetingStage = 'held' | 'cancelled' | 'collecting' | 'closing' | 'frozen';

/**
 * The meeting that is shown first: of those for which figures are frozen the earliest whose day is not over, else the
 * last of them; without any, the last session that was held. Undefined where there is none at all.
 * @param today the local day, or null while it is not known: then the last one
 */
export function comingOf(meetings: readonly MeetingView[], today: string | null): MeetingView | undefined {
  const byDate = meetings.toSorted((left, right) => (left.date < right.date ? -1 : 1));
  const planned = byDate.filter(({ freezeAt }) => freezeAt !== null);
  const ahead = today === null ? undefined : planned.find(({ date }) => date >= today);
  return ahead ?? planned.at(-1) ?? byDate.at(-1);
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
