import { expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { tasksOfUnit } from '../../../shared/tasks/tasks-of-unit.ts';

const task = (number: number, lead: string, more: Partial<Task> = {}): Task => ({
  schema: 'task/1',
  id: `ubqg-11/${number}`,
  revision: 1,
  meeting: 'ubqg-11',
  number,
  text: `Nhiệm vụ ${number}`,
  lead,
  with: [],
  deliverable: 'Báo cáo',
  measure: 'Có báo cáo',
  deadline: '2026-12-31',
  closed: null,
  constructed: true,
  ...more,
});
const of = (all: Task[], unit: string, day: string) =>
  tasksOfUnit(all, catalog.units.get(unit) as Unit, day, catalog).map(({ task: { id }, role }) => [id, role]);

test('what a unit leads or works with, open ones first, each in its meeting’s order', () => {
  const all = [
    task(10, 'ministry:BCA'),
    task(2, 'ministry:BCA'),
    task(1, 'ministry:BCA', { closed: { meeting: 'ubqg-12' } }),
    task(3, 'ministry:BTC', { with: ['ministry:BCA'] }),
    task(4, 'ministry:BTC'),
    task(1, 'ministry:BCA', { id: 'ubqg-12/1', meeting: 'ubqg-12' }),
  ];
  expect(of(all, 'ministry:BCA', '2026-09-14')).toEqual([
    ['ubqg-11/2', 'lead'],
    ['ubqg-11/3', 'with'],
    ['ubqg-11/10', 'lead'],
    ['ubqg-12/1', 'lead'],
    ['ubqg-11/1', 'lead'],
  ]);
});

test('a successor reports in its predecessor’s place, from the merger on', () => {
  // Tiền Giang (82 until June 2025) became part of Đồng Tháp; the Ministry of Information and Communications, of that of Science.
  const all = [task(1, 'province:82@2008'), task(2, 'ministry:BTTTT', { with: ['province:82@2008'] })];
  expect(of(all, 'province:82@2008', '2025-06-14')).toEqual([
    ['ubqg-11/1', 'lead'],
    ['ubqg-11/2', 'with'],
  ]);
  expect(of(all, 'province:82@2025', '2025-09-14')).toEqual([
    ['ubqg-11/1', 'lead'],
    ['ubqg-11/2', 'with'],
  ]);
  expect(of(all, 'ministry:BKHCN', '2025-09-14')).toEqual([['ubqg-11/2', 'lead']]);
  expect(of(all, 'ministry:BKHCN', '2024-09-14')).toEqual([]);
});
