import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import { type FieldFault, Refusal } from '../refusal.ts';
import { type Identity, requireSecretariat } from '../submissions/rights.ts';
import { type Passed, type TaskAsked, unitOf } from './assign-tasks.ts';
import type { Task, TaskRevision, TaskStore } from './task.ts';
import { requireRoom } from './task-room.ts';

/**
 * Changes a task: who leads it, by when, its words. What it was before is kept, with who changed it, when and why;
 * the same change again finds it done.
 * @param ask.revision of the task that was seen: somebody else's change since is not overwritten
 * @param ask.changes only what is to be another; units by identity, or by the code that they bear today
 * @throws Refusal `not-allowed`, `not-found`, `task-closed`, `somebody-was-first`, `lead-divided`, `body-malformed`,
 *   `too-many-tasks`
 */
export async function changeTask(
  ask: {
    meeting: string;
    number: number;
    revision: number;
    why: string;
    changes: Partial<TaskAsked>;
    who: Identity;
    at: string;
  },
  { catalog, tasks }: { catalog: Catalog; tasks: Pick<TaskStore, 'tasks' | 'task' | 'putTask'> },
): Promise<{ word: 'changed' | 'already-so'; task: Task; passed: Passed[] }> {
  const { meeting, number, revision, why, who, at } = ask;
  requireSecretariat(who, true);
  const before = await tasks.task(meeting, number);
  if (!before) throw new Refusal('not-found');
  const { changes, passed } = resolved(ask.changes, { catalog, day: localDayOf(at) });
  const next: Task = { ...before.task, ...changes, revision: before.task.revision + 1 };
  const others = next.with.filter((unit) => unit !== next.lead);
  const task: Task = { ...next, with: others };
  if (sameBut(before.task, task)) return { word: 'already-so', task: before.task, passed };
  if (task.assignedOn !== undefined && task.deadline < task.assignedOn) {
    throw new Refusal('body-malformed', [{ field: 'deadline', fault: 'before-the-meeting' }]);
  }
  if (before.task.closed) throw new Refusal('task-closed', [], { meeting: before.task.closed.meeting });
  if (before.task.revision !== revision) throw new Refusal('somebody-was-first');
  requireRoom((await tasks.tasks()).flatMap((each) => (each.id === task.id ? task : openOnly(each))));
  const change = { schema: 'task-change/1' as const, by: who.subject, at, why };
  const word = await tasks.putTask({ task, change }, before);
  if (word === 'put' || isThere(await tasks.task(meeting, number), { task, change })) {
    return { word: 'changed', task, passed };
  }
  throw new Refusal('somebody-was-first');
}

function resolved(
  asked: Partial<TaskAsked>,
  { catalog, day }: { catalog: Catalog; day: string },
): { changes: Partial<TaskAsked>; passed: Passed[] } {
  const faults: { field: string; fault: FieldFault }[] = [];
  const passed: Passed[] = [];
  const unitAt = (name: string, field: string) => unitOf(name, { field, catalog, day }, faults, passed);
  const changes = {
    ...asked,
    ...(asked.lead !== undefined && { lead: unitAt(asked.lead, 'lead') }),
    ...(asked.with && { with: [...new Set(asked.with.map((name, at) => unitAt(name, `with.${at}`)))] }),
  };
  if (faults.length > 0) throw new Refusal('body-malformed', faults);
  return { changes, passed };
}

function openOnly(task: Task): Task[] {
  return task.closed === null ? [task] : [];
}

function sameBut({ revision: _, ...one }: Task, { revision: __, ...other }: Task): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A write whose answer was lost is found there. */
function isThere(now: TaskRevision | undefined, meant: TaskRevision): boolean {
  return now !== undefined && JSON.stringify(now) === JSON.stringify(meant);
}
