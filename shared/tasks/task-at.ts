import type { Task, TaskRevision } from './task.ts';

/**
 * A task as it stood at an instant: what somebody made of it until then, closed where a freeze had closed it. A
 * freeze's mark bears the cut-off, and is written on top of whatever the task was when the freeze ran: what somebody
 * changed between the two stands in it, so that its words are never taken from it.
 * @param revisions every one, the oldest first
 * @param instant ISO 8601, UTC
 * @returns undefined where it was not assigned yet
 */
export function taskAt(revisions: readonly TaskRevision[], instant: string): Task | undefined {
  const until = revisions.filter(({ change }) => change.at <= instant);
  const made = until.findLast(({ change }) => change.by !== null);
  const mark = until.findLast(({ change }) => change.by === null);
  return made && { ...made.task, closed: (mark ?? made).task.closed };
}
