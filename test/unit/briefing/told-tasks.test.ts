import { expect, test } from '@jest/globals';
import { differencesOf } from '../../../cli/verify/differences.ts';
import { otherTasks } from '../../../cli/verify/told-tasks.ts';
import type { TaskReport, TasksDocument } from '../../../shared/tasks/task.ts';

const at = { sheet: 'Nhiệm vụ', cell: 'A5' };
const report: TaskReport = {
  task: 'ubqg-11/3',
  state: 'continuing',
  doneOn: null,
  result: null,
  cause: 'Thiếu vốn.',
  at,
};
const { task, ...said } = report;
const document = (more: object) =>
  ({
    tasks: [{ ...said, id: task, told: { form: 'cds', period: '2026-Q3', version: 1, at }, ...more }],
  }) as unknown as TasksDocument;
const reread = (tasks: TaskReport[], version = 1) => [{ form: 'cds', period: '2026-Q3', version, tasks }];

test('a task that is told as its file has it is no difference; another state, cause or row is', () => {
  expect(otherTasks(document({}), reread([report]))).toEqual([]);
  expect(otherTasks(document({ state: 'done' }), reread([report]))).toHaveLength(1);
  expect(otherTasks(document({ cause: 'Thiếu người.' }), reread([report]))).toHaveLength(1);
  expect(otherTasks(document({}), reread([{ ...report, at: { ...at, cell: 'A6' } }]))).toHaveLength(1);
});

test('a task that its file does not have is told as none; one that nobody reported is not looked up', () => {
  expect(otherTasks(document({}), reread([]))).toMatchObject([{ at: 'tasks[ubqg-11/3]', new: null }]);
  expect(otherTasks(document({}), reread([report], 2))).toMatchObject([{ new: null }]);
  expect(otherTasks(document({ told: null }), reread([]))).toEqual([]);
});

test('differences of documents are named by unit and indicator, whatever the order of their lists', () => {
  const units = (...values: [string, string][]) => ({
    units: values.map(([unit, value]) => ({ unit, value })),
  });
  const old = units(['province:52@2025', '20'], ['province:01@2008', '30']);
  expect(differencesOf(old, units(['province:01@2008', '30'], ['province:52@2025', '20']))).toEqual([]);
  expect(differencesOf(old, units(['province:52@2025', '21'], ['province:01@2008', '30']))).toEqual([
    { at: 'units[province:52@2025].value', old: '20', new: '21' },
  ]);
  expect(differencesOf(old, units(['province:52@2025', '20']))).toMatchObject([
    { at: 'units[province:01@2008]', new: null },
  ]);
  expect(differencesOf({ a: null }, { a: '0' })).toEqual([{ at: 'a', old: null, new: '0' }]);
});
