import type { CalendarRecords, MeetingChange } from './calendar-records.ts';
import type { Meeting, MeetingStore } from './meeting.ts';

/**
 * Appends a change and carries it out. Where its revision was claimed already, by somebody who was first or by an
 * attempt that ended in between, that change is carried out instead.
 * @returns the meeting as it is at that revision
 */
export async function carryOut(
  change: MeetingChange,
  parts: { meetings: Pick<MeetingStore, 'putMeeting'>; records: Pick<CalendarRecords, 'append' | 'change'> },
): Promise<Meeting> {
  const word = await parts.records.append(change);
  const claimed = word === 'appended' ? change : await parts.records.change(change.meeting, change.revision);
  if (!claimed)
    throw new Error(`meeting ${change.meeting}: revision ${change.revision} is claimed by nobody`);
  // Whoever was first has written the same: one revision has one content.
  await parts.meetings.putMeeting(claimed.after);
  return claimed.after;
}
