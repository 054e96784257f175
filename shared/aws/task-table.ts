import { isMeetingId } from '../meetings/meeting.ts';
import type { Assignments, Task, TaskChange, TaskReport, TaskRevision, TaskStore } from '../tasks/task.ts';
import { taskAt } from '../tasks/task-at.ts';
import {
  assignmentsKey,
  taskKey,
  taskReportsKey,
  taskRevisionKey,
  taskRevisionsPartition,
  taskRevisionsPrefix,
  tasksPartition,
} from './keys.ts';
import { revisionBefore } from './meeting-table.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf } from './table.ts';

type Kept = { schema: 'task-reports/1'; submission: string; reports: TaskReport[] };
type Item = Parameters<typeof textOf>[0];

/** Tasks and what submissions say of them, in the table. */
export function taskTable(table: Table): TaskStore {
  const every = async () => (await table.all(tasksPartition, 'task#')).map(revisionIn);
  const pastOf = async (meeting: string) =>
    (await table.all(taskRevisionsPartition(meeting), taskRevisionsPrefix)).map(revisionIn);
  return {
    tasks: async () => (await every()).map(({ task }) => task),
    async tasksAt(instant) {
      const now = await every();
      // Of one that nobody changed since, what it was before does not matter.
      const isSettled = ({ change }: TaskRevision) => change.by !== null && change.at <= instant;
      const meetings = new Set(now.filter((each) => !isSettled(each)).map(({ task }) => task.meeting));
      const past = (await Promise.all([...meetings].map(pastOf))).flat();
      const byTask = Map.groupBy(past, ({ task }) => task.id);
      return now.flatMap((each) => taskAt([...(byTask.get(each.task.id) ?? []), each], instant) ?? []);
    },
    async task(meeting, number) {
      if (!isMeetingId(meeting)) return undefined;
      const item = await table.get(taskKey(meeting, number), true);
      return item && revisionIn(item);
    },
    async putTask(next, replaced) {
      const { meeting, number, revision } = next.task;
      if (replaced) {
        const key = taskRevisionKey(meeting, number, replaced.task.revision);
        await table.put(key, itemOf(replaced));
      }
      const word = await table.putIf(taskKey(meeting, number), itemOf(next), revisionBefore(revision));
      return word === 'put' ? 'put' : 'somebody-was-first';
    },
    async assignments(meeting) {
      const item = await table.get(assignmentsKey(meeting), true);
      return item && storedAs<Assignments>(textOf(item, 'assignments'), 'assignments/1');
    },
    async putAssignments(next) {
      const item = { assignments: { S: JSON.stringify(next) }, revision: { N: String(next.revision) } };
      const word = await table.putIf(assignmentsKey(next.meeting), item, revisionBefore(next.revision));
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

function itemOf({ task, change }: TaskRevision): Item {
  return {
    task: { S: JSON.stringify(task) },
    revision: { N: String(task.revision) },
    change: { S: JSON.stringify(change) },
  };
}

function revisionIn(item: Item): TaskRevision {
  return {
    task: storedAs<Task>(textOf(item, 'task'), 'task/1'),
    change: storedAs<TaskChange>(textOf(item, 'change'), 'task-change/1'),
  };
}
