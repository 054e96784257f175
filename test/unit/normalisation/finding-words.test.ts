import { expect, test } from '@jest/globals';
import { detailLines, expectedText, gotText, readText } from '../../../shared/normalisation/finding-words.ts';
import { commentOf, marksBySheet } from '../../../shared/normalisation/output/marks.ts';
import type { Finding } from '../../../shared/normalisation/report.ts';

test.each([
  ['≤ 417669', '≤ 417.669', '≤ 417,669'],
  ['2026-Q4', 'quý IV/2026', 'quarter IV 2026'],
  ['≠ 2026-Q3', 'khác quý III/2026', 'other than quarter III 2026'],
  ['100 × 458540 / 417669', '100 × 458.540 / 417.669', '100 × 458,540 / 417,669'],
  ['-23.95', '-23,95', '-23.95'],
  ['2024', '2024', '2024'],
  ['≠ 2024', 'khác 2024', 'other than 2024'],
  ['Kết quả năm 2026', 'Kết quả năm 2026', 'Kết quả năm 2026'],
  ['≤ 1999', '≤ 1.999', '≤ 1,999'],
  ['1000 – 2000', '1.000 – 2.000', '1,000 – 2,000'],
  ['≤ 2026-09-22', '≤ 22/09/2026', '≤ 22 September 2026'],
  ['Tỉnh Đồng Tháp', 'Tỉnh Đồng Tháp', 'Tỉnh Đồng Tháp'],
])('%s', (expected, vi, en) => {
  expect([expectedText(expected, 'vi'), expectedText(expected, 'en')]).toEqual([vi, en]);
});

test.each([
  ['1234.5', '1.234,5', '1,234.5'],
  ['-5', '−5', '−5'],
  ['2026-10-14', '14/10/2026', '14 October 2026'],
  ['hoàn thành', 'hoàn thành', 'hoàn thành'],
])('%s was read', (value, vi, en) => {
  expect([readText(value, 'vi'), readText(value, 'en')]).toEqual([vi, en]);
});

test('what a file says stays in its own spelling; a day that a cell holds as a number is written as one', () => {
  expect([gotText('1.234', 'vi'), gotText('1/9/2026', 'vi'), gotText('2026-09-21', 'vi')]).toEqual([
    '1.234',
    '1/9/2026',
    '21/09/2026',
  ]);
});

const finding: Finding = {
  code: 'same-as-last-period',
  severity: 'warning',
  at: { sheet: 'Biểu 1', cell: 'D5' },
  got: '1.950',
  expected: '≠ 2026-Q3',
  difference: '-1234.5',
  hint: { vi: 'Kiểm tra lại.', en: 'Look again.' },
  about: null,
  cause: null,
  message: { vi: 'Giống kỳ trước.', en: 'The same as before.' },
};
const words = [
  'Trong tệp / In the file: 1.950',
  'Cần là: khác quý III/2026',
  'Expected: other than quarter III 2026',
  'Chênh lệch: −1.234,5',
  'Difference: −1,234.5',
  'Gợi ý: Kiểm tra lại.',
  'Hint: Look again.',
];

test('what is the same in both languages is said once, and nothing is said of what is not known', () => {
  expect(detailLines(finding)).toEqual(words);
  const bare = { ...finding, got: null, expected: '12', difference: null, hint: null };
  expect(detailLines(bare)).toEqual(['Cần là / Expected: 12']);
});

test('the comment at a cell says it in the words of the page, and not in the engine’s', () => {
  const [mark] = marksBySheet([finding]).get('Biểu 1') ?? [];
  expect(mark && commentOf(mark).split('\n')).toEqual([
    'Điểm Cầu: CẢNH BÁO / WARNING (same-as-last-period)',
    'Giống kỳ trước.',
    'The same as before.',
    ...words,
  ]);
});
