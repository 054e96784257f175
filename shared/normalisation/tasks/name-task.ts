import type { AskedTask } from '../context.ts';
import type { taskFaults } from '../faults/task-faults.ts';
import type { Bilingual } from '../report.ts';
import { type KnownTasks, taskCodeOf, tasksLike, tasksNamed } from './known-tasks.ts';

/** Which task a row means, and what named it; or why that cannot be told. */
export type NamedTask =
  | { task: AskedTask; by: 'code' | 'text' }
  | { fault: keyof typeof taskFaults; expected: string | null; hint: Bilingual | null };

/** So many tasks are named in a hint. */
const suggested = 5;

/**
 * The task that a row means: by its code, or by its text where exactly one task has it. Where both are given and mean
 * two tasks, it is asked which is right.
 */
export function nameTask(known: KnownTasks, code: string, text: string): NamedTask {
  const id = taskCodeOf(code);
  const byCode = id === undefined ? undefined : known.byCode.get(id);
  const byText = tasksNamed(known, text);
  const [only, ...more] = byText;
  if (byCode) {
    if (!only || byText.includes(byCode)) return { task: byCode, by: 'code' };
    return faulty('task-code-differs', byText);
  }
  if (id !== undefined && only) return faulty('task-code-differs', byText);
  if (only && more.length === 0) return { task: only, by: 'text' };
  if (only) return faulty('task-ambiguous', byText);
  const like = tasksLike(known, text);
  const own = [...known.byCode.values()].filter(({ open, role }) => open && role === 'lead');
  const hint = hintOf(like.length > 0 ? like : own);
  return { fault: 'task-unknown', expected: null, hint };
}

function faulty(fault: keyof typeof taskFaults, tasks: readonly AskedTask[]): NamedTask {
  return { fault, expected: idsOf(tasks), hint: null };
}

function idsOf(tasks: readonly AskedTask[]): string {
  return tasks
    .slice(0, suggested)
    .map(({ id }) => id)
    .join(', ');
}

function hintOf(tasks: readonly AskedTask[]): Bilingual | null {
  if (tasks.length === 0) return null;
  const more = tasks.length > suggested ? '…' : '';
  return {
    vi: `Có thể là: ${idsOf(tasks)}${more}.`,
    en: `It may be: ${idsOf(tasks)}${more}.`,
  };
}
