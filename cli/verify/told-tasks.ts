import type { TaskReport, TasksDocument } from '../../shared/tasks/task.ts';
import type { Difference } from './differences.ts';

/** What a report was read again to say of tasks. */
export type RereadTasks = { form: string; period: string; version: number; tasks: readonly TaskReport[] };

/**
 * Where the document of tasks tells of a task otherwise than the raw file from which it says that it has it. Which tasks
 * were assigned stands in no file: that is held by the document's digest alone.
 * @param reports the reports that were read again; of the others nothing is compared
 */
export function otherTasks({ tasks }: TasksDocument, reports: readonly RereadTasks[]): Difference[] {
  return tasks.flatMap(({ id, told, state, doneOn, result, cause }): Difference[] => {
    if (!told) return [];
    const said = reports
      .filter(
        ({ form, period, version }) =>
          form === told.form && period === told.period && version === told.version,
      )
      .flatMap((report) => report.tasks.filter(({ task }) => task === id));
    if (said.length === 0) return [{ at: `tasks[${id}]`, old: state, new: null }];
    const old = textOf({ state, doneOn, result, cause, at: told.at });
    if (said.some((report) => textOf(report) === old)) return [];
    return [{ at: `tasks[${id}]`, old, new: textOf(said[0] as TaskReport) }];
  });
}

function textOf({ state, doneOn, result, cause, at }: Omit<TaskReport, 'task'>): string {
  return JSON.stringify([state, doneOn, result, cause, at.sheet, at.cell]);
}
