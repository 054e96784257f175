import { expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../../../shared/normalisation/bytes.ts';
import { inflateWeb } from '../../../../shared/normalisation/inflate-web.ts';
import { guideTitle } from '../../../../shared/normalisation/layout/own-sheets.ts';
import { ReadLines } from '../../../../web/engine/read-lines.ts';
import { rowsOf } from '../../../../web/engine/unused-rows.ts';
import { check, formRows } from '../../normalisation/form-files.ts';
import { bookOf } from '../../normalisation/layout-files.ts';
import { contextWith, goodRows, taskSheet, tasks } from '../../normalisation/task-files.ts';

/** Rows of a file that are shown though they became no figure. */

test('the instructions that a template brings are no rows of the report', async () => {
  const guide = { name: 'Hướng dẫn', rows: [[...guideTitle], ['Bước 1', 'Step 1']] };
  const rows = await rowsOf(bytesInMemory(bookOf({ name: 'Biểu mẫu', rows: formRows() }, guide)), inflateWeb);
  expect(rows).toHaveLength(formRows().length);
  expect(new Set(rows.map(({ sheet }) => sheet))).toEqual(new Set(['Biểu mẫu']));
});

test('a cell is told with the letters of its column, also behind blank ones', async () => {
  const book = bookOf({
    name: 'Biểu mẫu',
    rows: [
      ['A', '', 'C', '8,84'],
      [...Array(26).fill(''), 'xa', '1'],
    ],
  });
  const rows = await rowsOf(bytesInMemory(book), inflateWeb);
  expect(rows.map(({ cells }) => cells.map(({ column, text }) => `${column} ${text}`))).toEqual([
    ['A A', 'C C', 'D 8,84'],
    ['AA xa', 'AB 1'],
  ]);
});

test('a row from which a task was read is told as that, and not among what became nothing', async () => {
  const unread = ['4', 'ubqg-11/9', 'Không có nhiệm vụ này', 'Hoàn thành', '', '', ''];
  const book = bookOf({ name: 'Nhiệm vụ', rows: taskSheet([...goodRows, unread]) });
  const context = contextWith(tasks);
  const checked = await check(book, { context, request: { form: 'nhiem-vu' } });
  const rows = await rowsOf(bytesInMemory(book), inflateWeb);
  const lines = new ReadLines({ checked, catalog, context, rows, areaName: (area) => area });
  const shown = lines.page({ show: 'all', search: '' }, 0).lines;
  expect(shown.filter(({ isTask }) => isTask).map(({ row }) => row)).toEqual([4, 5, 6]);
  expect(lines.page({ show: 'unused', search: '' }, 0).lines.map(({ row }) => row)).toEqual([1, 2, 3, 7]);
  expect(lines.counts().unused).toBe(4);
});
