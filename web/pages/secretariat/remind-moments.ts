import { instantOf } from '../../../shared/catalog/period.ts';
import type { Moments } from '../../../shared/meetings/meeting.ts';
import { localTimeAt } from './freeze-moments.ts';

/** The most reminders that a meeting has. */
const mostReminders = 10;

/**
 * The moments of a meeting with one more reminder, at the first whole minute that is at least one away. Nobody is reminded
 * twice on one day.
 * @param now milliseconds since 1970
 */
export function remindedNow(
  moments: Moments,
  now: number,
):
  | { word: 'added'; at: string; moments: Moments }
  | { word: 'already-today'; at: string }
  | { word: 'not-open' | 'too-late' | 'too-many' } {
  const at = localTimeAt(Math.ceil((now + 60_000) / 60_000) * 60_000);
  const { opening, reminders, cutOff } = moments;
  if (opening >= at) return { word: 'not-open' };
  if (at >= cutOff) return { word: 'too-late' };
  const today = reminders.find((reminder) => reminder.slice(0, 10) === at.slice(0, 10));
  if (today !== undefined) return { word: 'already-today', at: today };
  if (reminders.length >= mostReminders) return { word: 'too-many' };
  return { word: 'added', at, moments: { ...moments, reminders: [...reminders, at].sort() } };
}

/**
 * Where the one reminder of a day stands. `set`: it goes out within minutes · `later-today`: it waits for its time ·
 * `already-today`: its time has come.
 * @param at local time @param now milliseconds since 1970
 */
export function reminderOfToday(at: string, now: number): 'set' | 'later-today' | 'already-today' {
  const minutes = (Date.parse(instantOf(at)) - now) / 60_000;
  if (minutes <= 0) return 'already-today';
  return minutes <= soonMinutes ? 'set' : 'later-today';
}

const soonMinutes = 5;
