import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import { findSubmission } from '../submissions/find-submission.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type SlotKey, slotName } from '../submissions/slot.ts';
import { slotAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Submission } from '../submissions/submission.ts';
import type { TaskStore } from '../tasks/task.ts';
import type { Ask, Meeting } from './meeting.ts';
import { type Asked, leadOn, type SeenSlot, type SeenTask } from './owed.ts';

export type OwedParts = {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'slots' | 'slot' | 'factsOf' | 'openedIn'>;
  tasks: Pick<TaskStore, 'tasks' | 'taskReportsOf'>;
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
  return { asked, tasks: await readTasks(ask, asked, parts) };
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

/** The tasks that other meetings assigned and that are open, with whether what stands for the asks speaks of them. */
async function readTasks(
  { meeting, at }: { meeting: Meeting; at: string },
  asked: readonly Asked[],
  { catalog, tasks }: OwedParts,
): Promise<SeenTask[]> {
  const open = (await tasks.tasks()).filter((task) => task.closed === null && task.meeting !== meeting.id);
  if (open.length === 0) return [];
  const standing = asked
    .flatMap(({ slots }) => slots)
    .flatMap(({ unit, slot }) => (slot?.standing ? [{ unit, submission: slot.standing.submission }] : []));
  const reports = await tasks.taskReportsOf(standing.map(({ submission }) => submission));
  return open
    .flatMap((task): SeenTask[] => {
      const lead = leadOn(catalog, task, localDayOf(at));
      if (!lead) return [];
      const own = standing.filter(({ unit }) => unit === lead || unit.id === task.lead);
      const reported = own.some(({ submission }) =>
        reports.get(submission)?.some((report) => report.task === task.id),
      );
      return [{ task, lead, reported }];
    })
    .sort((a, b) =>
      a.task.meeting === b.task.meeting
        ? a.task.number - b.task.number
        : a.task.meeting < b.task.meeting
          ? -1
          : 1,
    );
}
