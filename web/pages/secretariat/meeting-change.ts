import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { ChangeView } from '../../../shared/meetings/read-calendar-records.ts';

/**
 * What a change of a meeting was. `reminded`: one reminder more, and nothing else · `rescheduled`: nothing but that its
 * schedules were set again · `changed`: anything else, or the meeting before it is not known.
 * @param before the meeting as the change found it
 */
export function changeKind(
  { change, after }: Pick<ChangeView, 'change' | 'after'>,
  before: Meeting | undefined,
): { kind: 'planned' | 'changed' | 'cancelled' | 'rescheduled' } | { kind: 'reminded'; at: string } {
  if (change !== 'changed' || before === undefined) return { kind: change };
  if (isSame(after, before)) return { kind: 'rescheduled' };
  const added = after.moments.reminders.filter((moment) => !before.moments.reminders.includes(moment));
  const [at] = added;
  const reminders = [...before.moments.reminders, ...added].sort();
  const isReminder = isSame(after, { ...before, moments: { ...before.moments, reminders } });
  return at !== undefined && added.length === 1 && isReminder
    ? { kind: 'reminded', at }
    : { kind: 'changed' };
}

/** Whether two meetings are the same but for their revision. */
function isSame(a: Meeting, b: Meeting): boolean {
  return written(a) === written(b);
}

function written(meeting: Meeting): string {
  return JSON.stringify({ ...meeting, revision: 0 }, (_name, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
