import type { TaskView } from '../../../shared/query/read-tasks.ts';
import type { ReportedTask } from '../../../shared/tasks/task.ts';

/**
 * A task as a page shows it, whether a meeting's document tells it (`done`, `continuing`) or the list of tasks as they
 * stand (`open`, `closed`).
 */
export type ShownTask = Pick<
  TaskView,
  | 'id'
  | 'meeting'
  | 'number'
  | 'text'
  | 'lead'
  | 'leadName'
  | 'with'
  | 'withNames'
  | 'passedFrom'
  | 'leadDivided'
  | 'deliverable'
  | 'measure'
  | 'deadline'
  | 'constructed'
> & {
  state: ReportedTask['state'] | TaskView['state'];
  /** What a meeting's document tells of it; null of a list, which knows no reports. */
  report: Pick<ReportedTask, 'carried' | 'reported' | 'doneOn' | 'result' | 'cause' | 'told'> | null;
  /** The meeting at whose freeze it was found done. */
  closedAt: string | null;
};

export function fromDocument(task: ReportedTask): ShownTask {
  const { carried, reported, doneOn, result, cause, told } = task;
  return { ...task, report: { carried, reported, doneOn, result, cause, told }, closedAt: null };
}

export function fromList(task: TaskView): ShownTask {
  return { ...task, report: null, closedAt: task.closed?.meeting ?? null };
}

/** Whether it is still to be done. */
export function isOpen({ state }: Pick<ShownTask, 'state'>): boolean {
  return state === 'open' || state === 'continuing';
}

/** Whether its last day is over and it is not done. @param today local day */
export function isOverdue(task: Pick<ShownTask, 'state' | 'deadline'>, today: string): boolean {
  return isOpen(task) && task.deadline < today;
}

export type TaskFilter = { unit: string | null; state: 'all' | 'open' | 'done'; overdue: boolean };

/** The tasks that fit: of a unit those that it leads now or was named to lead, and those that it works with. */
export function fitting(tasks: readonly ShownTask[], filter: TaskFilter, today: string): ShownTask[] {
  const { unit, state, overdue } = filter;
  return tasks.filter(
    (task) =>
      (unit === null || [task.lead, task.passedFrom, ...task.with].includes(unit)) &&
      (state === 'all' || isOpen(task) === (state === 'open')) &&
      (!overdue || isOverdue(task, today)),
  );
}
