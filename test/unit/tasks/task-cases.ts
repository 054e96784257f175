import type { Session, Statement } from '../../../shared/tasks/reconcile.ts';
import type { Assignments, Task, TaskReport, TaskRevision, TaskStore } from '../../../shared/tasks/task.ts';
import { taskAt } from '../../../shared/tasks/task-at.ts';

/** Tasks, reports and meetings that tests of reconciliation are made from; every text is constructed. */

export function task(number: number, more: Partial<Task> = {}): Task {
  const meeting = more.meeting ?? 'thu-2';
  return {
    schema: 'task/1',
    id: `${meeting}/${number}`,
    revision: 1,
    meeting,
    number,
    text: `Nhiệm vụ dựng số ${number}`,
    lead: 'ministry:BCA',
    with: [],
    deliverable: 'Sản phẩm dựng',
    measure: 'Đã ban hành',
    deadline: '2022-07-31',
    closed: null,
    constructed: true,
    ...more,
  };
}

export function report(about: string, state: TaskReport['state'], cell = 'B8'): TaskReport {
  const done = state === 'done';
  return {
    task: about,
    state,
    doneOn: done ? '2022-07-20' : null,
    result: done ? 'Đã ban hành' : null,
    cause: done ? null : 'Chưa đủ kinh phí',
    at: { sheet: 'Nhiệm vụ', cell },
  };
}

export function statement(reports: TaskReport[], more: Partial<Statement> = {}): Statement {
  return { unit: 'ministry:BCA', form: 'mau-a', period: '2022-Q2', version: 1, reports, ...more };
}

export function session(number: number, more: Partial<Session> = {}): Session {
  return {
    id: `thu-${number}`,
    date: `2022-0${number}-08`,
    previous: number === 1 ? null : `thu-${number - 1}`,
    state: 'planned',
    asks: [{ form: 'mau-a', period: '2022-Q2' }],
    ...more,
  };
}

/** A store in memory, of which a write can be lost: what the table does is tested against the table. */
export function tasksInMemory(): TaskStore & { crashAfter: (puts: number) => void } {
  const now = new Map<string, TaskRevision>();
  const past: TaskRevision[] = [];
  const given = new Map<string, Assignments>();
  const reports = new Map<string, TaskReport[]>();
  let left = Number.POSITIVE_INFINITY;
  return {
    crashAfter: (puts) => {
      left = puts;
    },
    tasks: async () => [...now.values()].map(({ task: one }) => one),
    async tasksAt(instant) {
      return [...now.values()].flatMap((each) => {
        const all = [...past.filter(({ task: one }) => one.id === each.task.id), each];
        return taskAt(all, instant) ?? [];
      });
    },
    task: async (meeting, number) => now.get(`${meeting}/${number}`),
    async putTask(next, before) {
      if (left === 0) throw new Error('crash');
      left -= 1;
      const there = now.get(next.task.id)?.task.revision ?? 0;
      if (next.task.revision !== there + 1) return 'somebody-was-first';
      if (before) past.push(before);
      now.set(next.task.id, next);
      return 'put';
    },
    assignments: async (meeting) => given.get(meeting),
    async putAssignments(next) {
      if ((given.get(next.meeting)?.revision ?? 0) !== next.revision - 1) return 'somebody-was-first';
      given.set(next.meeting, next);
      return 'put';
    },
    taskReportsOf: async (ids) =>
      new Map(ids.flatMap((id) => (reports.has(id) ? [[id, reports.get(id) as TaskReport[]]] : []))),
    async putTaskReports(submission, said) {
      reports.set(submission, [...said]);
    },
  };
}
