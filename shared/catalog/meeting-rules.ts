import { type Catalog, catalog as deployed } from './catalog.ts';
import { type CatalogFault, catalogFault } from './catalog-faults.ts';
import { changed } from './changed-fields.ts';
import { freezeOf } from './meeting.ts';
import { localDayOf } from './period.ts';
import type { Meeting } from './schema.ts';

/**
 * What a draft may not change of meetings: of one that is over nothing that its figures were frozen by, and no
 * cut-off to come.
 * @param today the local day, as `2026-09-14`
 */
export function meetingFaults(base: Catalog, draft: Catalog, today: string): CatalogFault[] {
  const over = [...base.meetings.values()].filter((meeting) => isOver(meeting, today));
  const past = over.flatMap((meeting) => pastFaults(meeting, draft.meetings.get(meeting.id)));
  const isPast = new Set(over.map(({ id }) => id));
  const ids = [...new Set([...base.meetings.keys(), ...draft.meetings.keys()])];
  return [...past, ...ids.flatMap((id) => (isPast.has(id) ? [] : freezeFaults(id, base, draft)))];
}

function pastFaults(meeting: Meeting, draft: Meeting | undefined): CatalogFault[] {
  const where = { section: 'meetings', entry: meeting.id };
  if (!draft) return [catalogFault('meeting-removed', where)];
  return changed('meeting-past-changed', where, meeting, draft, ['freezeAt', 'periods', 'scorecards']);
}

/**
 * The clock of a freeze is set by the deployment, from the catalogue that the code brings
 * (docs/decisions/011-schedules-in-the-template.md): a cut-off is published only as it was deployed, or the meeting
 * would be without figures.
 */
function freezeFaults(id: string, base: Catalog, draft: Catalog): CatalogFault[] {
  const of = ({ meetings }: Catalog) => meetings.get(id)?.freezeAt ?? null;
  const [before, after, scheduled] = [of(base), of(draft), of(deployed)];
  if (after === before || after === scheduled) return [];
  return [
    catalogFault('freeze-by-deployment', {
      section: 'meetings',
      entry: id,
      path: 'freezeAt',
      got: after ?? 'null',
      expected: scheduled ?? 'null',
    }),
  ];
}

/** Over, or its figures are frozen already. */
function isOver(meeting: Meeting, today: string): boolean {
  const freeze = freezeOf(meeting);
  return freeze ? localDayOf(freeze.cutOff) < today : meeting.date < today.slice(0, meeting.date.length);
}
