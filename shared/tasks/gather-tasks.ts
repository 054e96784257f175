import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import { type SlotKey, slotName } from '../submissions/slot.ts';
import { standingAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { inForceAt, reconcile, type Session, type Statement, slotsOf } from './reconcile.ts';
import type { TaskStore, TasksDocument } from './task.ts';
import { fitted } from './task-room.ts';

export type TaskReadParts = {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'slots'>;
  tasks: Pick<TaskStore, 'tasksAt' | 'taskReportsOf'>;
  /** A meeting of the calendar, whether planned here or held before this service. */
  session(id: string): Promise<Session | undefined>;
};

/** So many meetings are walked back: some twenty-five years of them. */
const mostSessions = 100;

/**
 * The tasks of a meeting as they stood at an instant: what was assigned, signed, withdrawn or changed later is not in it.
 * @param at the cut-off of a freeze, or now for what is provisional (ISO 8601, UTC)
 */
export async function gatherTasks(
  { meeting, at }: { meeting: Session; at: string },
  parts: TaskReadParts,
): Promise<TasksDocument> {
  const { catalog, tasks } = parts;
  const day = localDayOf(at);
  const followed = await sessionsBefore(meeting, parts);
  const inForce = inForceAt(meeting.id, followed, await tasks.tasksAt(at));
  const keys = slotsOf(meeting.asks, inForce, { catalog, day });
  return fitted(reconcile(inForce, await statementsOf(keys, at, parts), { catalog, day }));
}

/**
 * The meetings before one, along what each starts from, the nearest first; one that was cancelled is passed over.
 * @throws Error when they run in a circle, or there are more than can be
 */
export async function sessionsBefore(
  meeting: Pick<Session, 'id' | 'previous'>,
  { session }: Pick<TaskReadParts, 'session'>,
): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set([meeting.id]);
  for (let id = meeting.previous; id !== null; ) {
    const before = await session(id);
    if (!before) throw new Error(`meeting ${meeting.id} follows ${id}, which is not there`);
    if (seen.has(id) || seen.size > mostSessions)
      throw new Error(`meeting ${meeting.id} follows itself: ${id}`);
    seen.add(id);
    if (before.state !== 'cancelled') found.push(id);
    id = before.previous;
  }
  return found;
}

async function statementsOf(
  keys: readonly SlotKey[],
  at: string,
  { submissions, tasks }: TaskReadParts,
): Promise<Statement[]> {
  const slots = await submissions.slots(keys);
  const standing = keys.flatMap((key) => {
    const found = standingAt(slots.get(slotName(key)), at);
    return found && !found.nil ? [{ key, version: found.version, submission: found.submission }] : [];
  });
  const reports = await tasks.taskReportsOf(standing.map(({ submission }) => submission));
  return standing.map(({ key, version, submission }) => ({
    ...key,
    version,
    reports: reports.get(submission) ?? [],
  }));
}
