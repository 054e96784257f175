import type { MakeParts } from '../../shared/briefing/make-snapshot.ts';
import type { Snapshot } from '../../shared/briefing/snapshot.ts';
import type { SlotKey } from '../../shared/submissions/slot.ts';
import { standingAt } from '../../shared/submissions/slot-at.ts';
import { gatherTasks } from '../../shared/tasks/gather-tasks.ts';
import type { Session } from '../../shared/tasks/reconcile.ts';
import type { ReportedTask, Task, TaskReport, TasksDocument } from '../../shared/tasks/task.ts';
import { rereadSubmissions } from './reread-submissions.ts';
import type { WalkedReport } from './walk-chain.ts';

/**
 * Makes the document of tasks again as the freeze does, from what the raw files say. Which tasks were assigned, to
 * whom and until when stands in no file: of those the frozen document is believed, which its digest holds.
 * @returns undefined where the snapshot has none
 */
export function rereadTasks(
  { manifest, contents }: Snapshot,
  reports: readonly WalkedReport[],
): MakeParts['tasks'] | undefined {
  const frozen = contents.find(({ name }) => name.kind === 'tasks')?.document as TasksDocument | undefined;
  if (!frozen) return undefined;
  const { cutOff } = manifest;
  const assigned = frozen.tasks.map(assignedOf);
  const told = toldBySubmission(frozen, reports, cutOff);
  const sessions = sessionsOf(frozen);
  return ({ id, date, asks }, at, catalog) =>
    gatherTasks(
      { meeting: { id, date, asks, previous: frozen.previous, state: 'planned' }, at },
      {
        catalog,
        submissions: rereadSubmissions(cutOff, reports),
        tasks: {
          tasksAt: async () => assigned,
          taskReportsOf: async (wanted) => new Map(wanted.map((one) => [one, [...(told.get(one) ?? [])]])),
        },
        session: async (one) => sessions.get(one),
      },
    );
}

/** A task as it was assigned, in what is told of it. */
function assignedOf({ lead, passedFrom, assignedOn, ...told }: ReportedTask): Task {
  const { id, meeting, number, text, deliverable, measure, deadline, constructed } = told;
  const words = { text, deliverable, measure, deadline, ...(assignedOn !== undefined && { assignedOn }) };
  return {
    ...{ schema: 'task/1', id, revision: 1, meeting, number, ...words },
    ...{ lead: passedFrom ?? lead, with: told.with, closed: null, constructed },
  };
}

/** What each standing submission says of tasks; of a file that could not be read again, what is told of it. */
function toldBySubmission(
  frozen: TasksDocument,
  reports: readonly WalkedReport[],
  cutOff: string,
): Map<string, readonly TaskReport[]> {
  return new Map(
    reports.flatMap(({ key, slot, reread }) => {
      const standing = standingAt(slot ?? undefined, cutOff);
      if (!standing) return [];
      return [[standing.submission, reread?.pages ? reread.tasks : toldFrom(frozen, key)] as const];
    }),
  );
}

function toldFrom({ tasks }: TasksDocument, { unit, form, period }: SlotKey): TaskReport[] {
  return tasks.flatMap(({ id, state, doneOn, result, cause, told }) => {
    const isOfSlot = told?.unit === unit && told.form === form && told.period === period;
    return isOfSlot ? [{ task: id, state, doneOn, result, cause, at: told.at }] : [];
  });
}

/** The meetings before it that assigned something, each after the one before: the oldest tasks stand first. */
function sessionsOf({ previous, tasks }: TasksDocument): Map<string, Session> {
  const assigning = [...new Set(tasks.map(({ meeting }) => meeting))].reverse();
  const way = previous === null ? [] : [previous, ...assigning.filter((id) => id !== previous)];
  return new Map(
    way.map((id, at) => [
      id,
      { id, date: '', previous: way[at + 1] ?? null, state: 'planned' as const, asks: [] },
    ]),
  );
}
