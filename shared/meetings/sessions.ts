import type { Catalog } from '../catalog/catalog.ts';
import type { Session } from '../tasks/reconcile.ts';
import type { MeetingStore } from './meeting.ts';

/**
 * A meeting as its tasks need it: of the calendar, or one that was held before it was kept here, which asks for
 * nothing and starts from none. Where both know it, the calendar's is the meeting.
 * @returns undefined where neither knows it
 */
export async function sessionNamed(
  id: string,
  { catalog, meetings }: { catalog: Catalog; meetings: Pick<MeetingStore, 'meeting'> },
): Promise<Session | undefined> {
  const planned = await meetings.meeting(id);
  if (planned) {
    const { date, previous, state, asks } = planned;
    return { id, date, previous, state, asks };
  }
  const held = catalog.meetings.get(id);
  return held && { id, date: held.date, previous: null, state: 'planned', asks: [] };
}
