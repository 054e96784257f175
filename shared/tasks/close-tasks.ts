import type { TaskStore, TasksDocument } from './task.ts';

/** So often somebody may change a task while it is being closed. */
const mostAttempts = 5;

/**
 * Marks what a meeting's freeze found done as closed by it, so that the next meeting starts from the remainder. Done
 * before the freeze is recorded; running it again after a crash marks what is not marked yet and nothing twice.
 * @param at the cut-off (ISO 8601, UTC)
 */
export async function closeDone(
  { document, at }: { document: TasksDocument; at: string },
  { tasks }: { tasks: Pick<TaskStore, 'task' | 'putTask'> },
): Promise<void> {
  const done = document.tasks.filter(({ state }) => state === 'done');
  for (const { meeting, number } of done) await close({ meeting, number }, document.meeting, at, tasks);
}

async function close(
  { meeting, number }: { meeting: string; number: number },
  by: string,
  at: string,
  tasks: Pick<TaskStore, 'task' | 'putTask'>,
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const before = await tasks.task(meeting, number);
    if (!before) throw new Error(`task ${meeting}/${number} is done and not there`);
    // By this meeting, or by another that follows the same one: the first counts.
    if (before.task.closed) return;
    const task = { ...before.task, revision: before.task.revision + 1, closed: { meeting: by } };
    const change = { schema: 'task-change/1' as const, by: null, at, why: `freeze ${by}` };
    if ((await tasks.putTask({ task, change }, before)) === 'put') return;
  }
  throw new Error(`task ${meeting}/${number}: somebody was first ${mostAttempts} times`);
}
