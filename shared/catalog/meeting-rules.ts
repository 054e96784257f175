import type { Catalog } from './catalog.ts';
import { type CatalogFault, catalogFault } from './catalog-faults.ts';
import { changed } from './changed-fields.ts';

/**
 * What a draft may not change of the sessions that were held: none may go, and their periods stay.
 * @param today the local day, as `2026-09-14`
 */
export function meetingFaults(base: Catalog, draft: Catalog, today: string): CatalogFault[] {
  const over = [...base.meetings.values()].filter(({ date }) => date < today.slice(0, date.length));
  return over.flatMap((meeting) => {
    const where = { section: 'meetings', entry: meeting.id };
    const now = draft.meetings.get(meeting.id);
    if (!now) return [catalogFault('meeting-removed', where)];
    return changed('meeting-past-changed', where, meeting, now, ['periods']);
  });
}
