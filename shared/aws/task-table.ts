import type { Task, TaskReport, TaskStore } from '../tasks/task.ts';
import { taskKey, taskReportsKey, tasksPartition } from './keys.ts';
import { revisionBefore } from './meeting-table.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf } from './table.ts';

type Kept = { schema: 'task-reports/1'; submission: string; reports: TaskReport[] };

/** Tasks and what submissions say of them, in the table. */
export function taskTable(table: Table): TaskStore {
  return {
    async tasks() {
      const items = await table.all(tasksPartition, 'task#');
      return items.map((item) => storedAs<Task>(textOf(item, 'task'), 'task/1'));
    },
    async putTask(next) {
      const item = { task: { S: JSON.stringify(next) }, revision: { N: String(next.revision) } };
      const word = await table.putIf(taskKey(next.meeting, next.number), item, revisionBefore(next.revision));
      return word === 'put' ? 'put' : 'somebody-was-first';
    },
    async taskReportsOf(submissions) {
      const items = await table.getMany([...new Set(submissions)].map(taskReportsKey));
      const kept = items.map((item) => storedAs<Kept>(textOf(item, 'reports'), 'task-reports/1'));
      return new Map(kept.map(({ submission, reports }) => [submission, reports]));
    },
    async putTaskReports(submission, reports) {
      const kept: Kept = { schema: 'task-reports/1', submission, reports: [...reports] };
      await table.put(taskReportsKey(submission), { reports: { S: JSON.stringify(kept) } });
    },
  };
}
