import { describe, expect, test } from '@jest/globals';
import { taskStateOf } from '../../../shared/normalisation/tasks/task-state.ts';
import { csvText, findingsOf } from './form-files.ts';
import { goodRows, taskReport, taskSheet, told } from './task-files.ts';

/** How a task stands: what is not done is never read as done. */

describe('is read', () => {
  test.each([
    'Hoàn thành',
    'HOÀN THÀNH.',
    'Đã hoàn thành',
    '- Hoàn thành',
    '+ Hoàn thành;',
    '✓ Hoàn thành',
    '☑ Hoàn thành',
    '✔️ Đã xong',
    '"Hoàn thành"',
    'Hoàn thành 100%',
    'Hoàn thành (100 %)',
    'Hoàn thành (đúng hạn)',
    'Hoàn thành - quá hạn',
    'Hoàn thành'.normalize('NFD'),
    'Hoàn\u00a0thành',
  ])('as done: %s', (text) => {
    expect(taskStateOf(text)).toBe('done');
  });

  test.each(['Chưa hoàn thành', 'Đang thực hiện (trong hạn)', '- Tiếp tục', 'Chưa xong.', 'In progress'])(
    'as continuing: %s',
    (text) => {
      expect(taskStateOf(text)).toBe('continuing');
    },
  );
});

test.each([
  'Hoàn thành <100%',
  'Hoàn thành < 100 %',
  '☐ Hoàn thành',
  '□ Hoàn thành',
  '○ Hoàn thành',
  '☒ Hoàn thành',
  '[ ] Hoàn thành',
  '( ) Hoàn thành',
  '[] Hoàn thành',
  '[x] Hoàn thành',
  '✗ Hoàn thành',
  '✘ Hoàn thành',
  '❌ Hoàn thành',
  '≠ Hoàn thành',
  '¬Hoàn thành',
  '!Hoàn thành',
  '~ Hoàn thành',
  '≈ Hoàn thành',
  'Hoàn thành 60%',
  'Hoàn thành (60%)',
  '60% Hoàn thành',
  'Hoàn thành %',
  'Hoàn thành …%',
  'Hoàn thành ...',
  'Hoàn thành …',
  'Hoàn thành:',
  'Hoàn thành: ____',
  'Hoàn thành?',
  'Hoàn thành *',
  'H̶o̶à̶n̶ ̶t̶h̶à̶n̶h̶',
  'Không hoàn thành',
  'Không hoàn thành.',
  'Sắp hoàn thành',
  'Gần hoàn thành',
  'Hoàn thành một phần',
  'Hoàn thành/Chưa hoàn thành',
  'Chưa hoàn thành 100%',
  '☐ Chưa hoàn thành',
  'Hoàn thành 1 00 lần',
])('is asked: %s', async (text) => {
  expect(taskStateOf(text)).toBeUndefined();
  const [[order, code, task] = [], ...rest] = goodRows;
  const row = [order, code, task, text, '', '', 'Chờ hướng dẫn của Bộ'] as string[];
  const report = await taskReport(csvText(taskSheet([row, ...rest])));
  expect(findingsOf(report)).toEqual(['task-state-unclear@D4']);
  expect(told(report).map(({ task: id }) => id)).toEqual(['ubqg-11/2', 'ubqg-11/3']);
});

test.each(['Cơ bản hoàn thành', 'Đã cơ bản hoàn thành', 'Hoàn thành cơ bản'])(
  'is done, and that is told, since the third session counted it so: %s',
  async (text) => {
    const [[order, code, task] = [], ...rest] = goodRows;
    const row = [order, code, task, text, '', 'Đã kết nối', ''] as string[];
    const report = await taskReport(csvText(taskSheet([row, ...rest])));
    expect(findingsOf(report)).toEqual([]);
    expect(told(report)[0]).toMatchObject({ task: 'ubqg-11/1', state: 'done' });
    expect(report.repairs.map((each) => [each.code, each.from, each.to])).toEqual([
      ['task-state', text, 'Hoàn thành'],
    ]);
  },
);
