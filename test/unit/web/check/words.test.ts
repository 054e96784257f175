import { expect, test } from '@jest/globals';
import { cellsText, cellText } from '../../../../web/format/cells.ts';
import { detailText, plain } from '../../../../web/format/finding-detail.ts';
import { stepFrom } from '../../../../web/pages/check/finding-words.ts';
import { verdictText } from '../../../../web/pages/check/verdict-words.ts';

const counts = (errors: number, warnings: number) => ({
  rowsRead: 0,
  rowsUsed: 0,
  rowsSkipped: 0,
  observations: 0,
  errors,
  warnings,
  repairs: 0,
  tasks: { rowsRead: 0, rowsUsed: 0, rowsSkipped: 0 },
});

test.each([
  ['passed', 0, 0, 'Tệp đạt', 'The file passes'],
  ['passed-with-warnings', 0, 3, 'Tệp đạt, có 3 cảnh báo', 'The file passes, with 3 warnings'],
  ['returned', 1, 0, 'Tệp chưa đạt: có 1 lỗi phải sửa', 'The file does not pass: 1 error to mend'],
  [
    'returned',
    1606,
    1,
    'Tệp chưa đạt: có 1.606 lỗi phải sửa, 1 cảnh báo',
    'The file does not pass: 1,606 errors to mend and 1 warning',
  ],
] as const)('%s, %i errors, %i warnings', (verdict, errors, warnings, vi, en) => {
  const judged = { verdict, counts: counts(errors, warnings) };
  expect([verdictText(judged, 'vi'), verdictText(judged, 'en')]).toEqual([vi, en]);
});

test('a cell is named with its sheet where there is one', () => {
  expect(cellText({ sheet: null, cell: 'A7' }, 'vi')).toBe('ô A7');
  expect(cellText({ sheet: 'Biểu 1', cell: 'A7' }, 'en')).toBe('sheet Biểu 1, cell A7');
});

test('several cells name their sheet once', () => {
  const cells = [
    { sheet: 'Biểu 1', cell: 'E9' },
    { sheet: 'Biểu 1', cell: 'F9' },
    { sheet: 'Biểu 2', cell: 'C4' },
  ];
  expect(cellsText(cells, 'vi')).toBe('trang Biểu 1, ô E9, F9; trang Biểu 2, ô C4');
  expect(cellsText(cells, 'en')).toBe('sheet Biểu 1, cells E9, F9; sheet Biểu 2, cell C4');
  expect(cellsText([], 'vi')).toBe('');
});

test('what a finding does not say is left out', () => {
  expect(detailText({ got: '950', expected: null, difference: null }, 'vi')).toBe('trong tệp “950”');
  expect(detailText({ got: null, expected: null, difference: null }, 'vi')).toBe('');
});

test('what a file says cannot turn the line round or break it', () => {
  expect(plain(' a\u202eb\nc\u0000 ')).toBe('a b c');
});

test('steps go round and round, and nowhere where there is nothing', () => {
  expect([stepFrom(null, 1, 3), stepFrom(2, 1, 3), stepFrom(null, -1, 3), stepFrom(0, -1, 3)]).toEqual([
    0, 0, 2, 2,
  ]);
  expect(stepFrom(null, 1, 0)).toBeNull();
});
