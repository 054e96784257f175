import { expect, test } from '@jest/globals';
import { expectedText } from '../../../web/format/expected.ts';

test.each([
  ['≤ 417669', '≤ 417.669', '≤ 417,669'],
  ['2026-Q4', 'quý IV/2026', 'quarter IV 2026'],
  ['≠ 2026-Q3', 'khác quý III/2026', 'other than quarter III 2026'],
  ['100 × 458540 / 417669', '100 × 458.540 / 417.669', '100 × 458,540 / 417,669'],
  ['-23.95', '-23,95', '-23.95'],
  ['2024', '2024', '2024'],
  ['Tỉnh Đồng Tháp', 'Tỉnh Đồng Tháp', 'Tỉnh Đồng Tháp'],
])('%s', (expected, vi, en) => {
  expect([expectedText(expected, 'vi'), expectedText(expected, 'en')]).toEqual([vi, en]);
});
