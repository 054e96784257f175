import type { Catalog } from '../catalog/catalog.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import { findSubmission } from '../submissions/find-submission.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type SlotKey, slotName } from '../submissions/slot.ts';
import { slotAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Submission } from '../submissions/submission.ts';
import type { TasksDocument } from '../tasks/task.ts';
import type { Ask, Meeting } from './meeting.ts';
import type { Asked, SeenSlot, SeenTask } from './owed.ts';

export type OwedParts = {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'slots' | 'slot' | 'factsOf' | 'openedIn'>;
  /** The meeting's tasks as they stood at an instant (`gatherTasks`). */
  tasksOf(ask: { meeting: Meeting; at: string }): Promise<Pick<TasksDocument, 'tasks'>>;
};

/** Slots that are looked into together: a country's are read in a second or two, and the table is not flooded. */
const atOnce = 16;
/** How many of a slot's newest submissions are looked at for one that may still stand. */
const newest = 5;

/**
 * Reads what there is for a meeting's asks, and of which tasks it speaks.
 * @param ask.at the instant of today (ISO 8601, UTC)
 * @param ask.asOf what was signed, withdrawn or granted later does not count; null: what stands now
 * @throws Refusal when the catalogue has no such form or period
 */
export async function readOwed(
  ask: { meeting: Meeting; at: string; asOf: string | null },
  parts: OwedParts,
): Promise<{ asked: Asked[]; tasks: SeenTask[] }> {
  const asked: Asked[] = [];
  for (const each of ask.meeting.asks) asked.push(await readAsk(each, ask.asOf, parts));
  return { asked, tasks: await readTasks(ask, parts) };
}

async function readAsk(ask: Ask, asOf: string | null, parts: OwedParts): Promise<Asked> {
  const { catalog, submissions } = parts;
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const units = expectedUnits(catalog, form, period);
  const keyOf = (unit: string): SlotKey => ({ unit, form: form.code, period: period.code });
  const slots = await submissions.slots(units.map(({ id }) => keyOf(id)));
  const seen: SeenSlot[] = [];
  for (let from = 0; from < units.length; from += atOnce) {
    const some = units.slice(from, from + atOnce).map(async (unit): Promise<SeenSlot> => {
      const key = keyOf(unit.id);
      const kept = slots.get(slotName(key));
      const slot = kept && asOf !== null ? slotAt(kept, asOf) : kept;
      const standing = slot?.standing;
      const submission = standing
        ? (await findSubmission(standing.submission, submissions))?.submission
        : await newestAlive(key, submissions);
      return { unit, slot, submission };
    });
    seen.push(...(await Promise.all(some)));
  }
  return { form, period, slots: seen };
}

/** The newest submission of a slot whose file came and that was neither withdrawn nor replaced. */
async function newestAlive(
  key: SlotKey,
  submissions: OwedParts['submissions'],
): Promise<Submission | undefined> {
  const { ids } = await submissions.openedIn(key, { limit: newest, after: null });
  for (const id of ids) {
    const found = await findSubmission(id, submissions);
    const state = found?.submission.state;
    if (state && state !== 'opened' && state !== 'withdrawn' && state !== 'superseded')
      return found.submission;
  }
  return undefined;
}

/** The tasks with which the meeting begins; one whose lead was divided nobody can report on, and so nobody owes it. */
async function readTasks(ask: { meeting: Meeting; at: string }, parts: OwedParts): Promise<SeenTask[]> {
  const { tasks } = await parts.tasksOf(ask);
  return tasks.flatMap((task): SeenTask[] => {
    const lead = parts.catalog.units.get(task.lead);
    return lead && !task.leadDivided ? [{ task, lead }] : [];
  });
}
