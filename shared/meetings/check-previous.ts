import type { Catalog } from '../catalog/catalog.ts';
import type { FieldFault } from '../refusal.ts';
import type { Meeting } from './meeting.ts';

type Fault = { field: string; fault: FieldFault };
type Context = { catalog: Catalog; others: readonly Meeting[] };

/**
 * What is wrong with the place of a meeting among the others. They stand in one row: each starts from an earlier one
 * that is frozen before it, and from one starts one only, so that every task is carried on once and none runs in a
 * circle. A session that was held before the calendar was kept here has no snapshot, but may have assigned tasks.
 */
export function previousFaults(meeting: Meeting, context: Context): Fault[] {
  return [...predecessorFaults(meeting, context), ...followerFaults(meeting, context)];
}

function predecessorFaults({ id, date, previous, moments }: Meeting, { catalog, others }: Context): Fault[] {
  if (previous === null) return [];
  const of = (fault: FieldFault) => [{ field: 'previous', fault }];
  const named = others.find((other) => other.id === previous);
  if (previous === id || !(named ?? catalog.meetings.has(previous))) return of('meeting-unknown');
  const kept = others.find((other) => other.id === id)?.previous;
  // Who was cancelled since it was named is passed over, and need not be named anew.
  if (named?.state === 'cancelled' && kept !== previous) return of('meeting-was-cancelled');
  const start = startOf(previous, others);
  if (start === null) return [];
  if (otherFollower({ id, previous }, others)) return of('followed-already');
  const before = others.find((other) => other.id === start);
  const day = before?.date ?? catalog.meetings.get(start)?.date;
  if (start === id || (day !== undefined && day >= date)) return of('meeting-is-later');
  return before && before.moments.freeze >= moments.freeze ? of('freezes-before-its-predecessor') : [];
}

function followerFaults({ id, date, moments }: Meeting, { others }: Context): Fault[] {
  const followers = followersOf(id, others).filter((other) => other.id !== id);
  const isBefore = (field: string, is: (follower: Meeting) => boolean): Fault[] =>
    followers.every(is) ? [] : [{ field, fault: 'follower-is-earlier' }];
  return [
    ...isBefore('date', (follower) => date < follower.date),
    ...isBefore('moments.freeze', (follower) => moments.freeze < follower.moments.freeze),
  ];
}

/** Another planned meeting that starts from where this one would; undefined: none does. */
export function otherFollower(
  { id, previous }: Pick<Meeting, 'id' | 'previous'>,
  others: readonly Meeting[],
): Meeting | undefined {
  const start = startOf(previous, others);
  return start === null ? undefined : followersOf(start, others).find((other) => other.id !== id);
}

/** Whom a meeting really starts from: those that were cancelled are passed over. */
function startOf(previous: string | null, others: readonly Meeting[]): string | null {
  let start = previous;
  for (const _ of others) {
    const named = others.find(({ id }) => id === start);
    if (named?.state !== 'cancelled') break;
    start = named.previous;
  }
  return start;
}

function followersOf(start: string, others: readonly Meeting[]): Meeting[] {
  return others.filter(({ state, previous }) => state === 'planned' && startOf(previous, others) === start);
}
