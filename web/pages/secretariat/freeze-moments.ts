import type { Moments } from '../../../shared/meetings/meeting.ts';
import { localTime } from '../../format/days.ts';

/** How long after the cut-off figures may be frozen: what was signed before it may still be on its way. */
const settleMinutes = 2;
/** So close to a moment somebody waits before the page. */
const nearMinutes = 10;

/**
 * The moments of a meeting whose figures are to be frozen as soon as the service allows: reporting closes at the first
 * whole minute that is at least one away, and the freeze follows two minutes later. What was to come in between falls away.
 * @param now milliseconds since 1970
 * @returns null where reporting has not been opened yet: there is nothing to freeze
 */
export function soonestMoments(moments: Moments, now: number): Moments | null {
  const cutOff = localTimeAt(Math.ceil((now + 60_000) / 60_000) * 60_000);
  if (moments.opening >= cutOff) return null;
  return {
    opening: moments.opening,
    reminders: moments.reminders.filter((reminder) => reminder < cutOff && reminder > moments.opening),
    cutOff,
    provisional: later(cutOff, 1),
    freeze: later(cutOff, settleMinutes),
  };
}

/** Whether the freeze can be brought forward: one that was just moved is as soon as can be. @param now milliseconds since 1970 */
export function mayBeSooner(moments: Moments, now: number): boolean {
  const soonest = soonestMoments(moments, now);
  return soonest !== null && soonest.freeze < moments.freeze;
}

/**
 * Where a meeting stands on its way to the freeze. `closing`: so close to the freeze that nothing can be changed any
 * more · `overdue`: the freeze should have run, and there is no snapshot.
 */
export function freezeState(
  meeting: { state: string; moments: Moments | null; snapshot: object | null },
  now: number,
): 'held' | 'cancelled' | 'frozen' | 'collecting' | 'after-cut-off' | 'closing' | 'overdue' {
  const { moments } = meeting;
  if (meeting.state === 'cancelled') return 'cancelled';
  if (moments === null) return 'held';
  if (meeting.snapshot !== null) return 'frozen';
  const local = localTimeAt(now);
  if (local >= later(moments.freeze, 2)) return 'overdue';
  if (local >= later(moments.freeze, -settleMinutes)) return 'closing';
  return local < moments.cutOff ? 'collecting' : 'after-cut-off';
}

/**
 * Where a meeting of the calendar stands, in one of five words: of one whose figures are frozen, that it was held once
 * its day is over.
 */
export function calendarState(
  meeting: { state: string; date: string; moments: Moments | null; snapshot: object | null },
  now: number,
): 'planned' | 'frozen' | 'past' | 'overdue' | 'cancelled' {
  const state = freezeState(meeting, now);
  if (state === 'held') return 'past';
  if (state === 'frozen') return meeting.date < localTimeAt(now).slice(0, 10) ? 'past' : 'frozen';
  return state === 'cancelled' || state === 'overdue' ? state : 'planned';
}

/** Whether a freeze is due within ten minutes or should have run, and there is no snapshot yet. */
export function isNearFreeze(
  meeting: { state: string; moments: Moments | null; snapshot: object | null },
  now: number,
): boolean {
  const state = freezeState(meeting, now);
  if (meeting.moments === null || state === 'frozen' || state === 'cancelled') return false;
  return localTimeAt(now) > later(meeting.moments.freeze, -nearMinutes);
}

/** Whether a step has not run and is due within ten minutes, or was so long ago that it is just being done. */
export function isNearStep({ due, state }: { due: string; state: string }, now: number): boolean {
  if (state === 'done' || state === 'done-late' || state === 'of-an-earlier-plan') return false;
  const local = localTimeAt(now);
  return local > later(due, -nearMinutes) && local < later(due, nearMinutes);
}

/** An instant's time in Viet Nam, `2026-10-14T17:00:00`. @param instant milliseconds since 1970 */
export function localTimeAt(instant: number): string {
  return localTime(new Date(instant).toISOString());
}

function later(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 19);
}
