import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { findingsCsv } from '../../../shared/normalisation/findings-csv.ts';
import type { Finding, Report } from '../../../shared/normalisation/report.ts';

const finding = (over: Partial<Finding> = {}): Finding => ({
  code: 'negative',
  severity: 'error',
  at: { sheet: 'Biểu 1', cell: 'E5' },
  got: '-3',
  expected: null,
  difference: null,
  hint: null,
  about: '766.TDGQ',
  cause: null,
  message: { vi: 'Tử số, mẫu số không được âm.', en: 'Not below zero.' },
  ...over,
});
const csvOf = (findings: Finding[], groups: Report['groups'] = []) =>
  findingsCsv({ findings, groups, changes: null });
const read = (csv: string): string[][] => parse(csv, { bom: true });
/** The field `got` as it stands between the commas, and as a reader takes it. */
const got = (text: string) => read(csvOf([finding({ got: text })]))[1]?.[5];

test('begins with a BOM, ends its lines with CRLF, and names its columns in both languages', () => {
  const csv = csvOf([finding()]);
  expect(csv.startsWith('\uFEFFMức độ / Severity,Mã kiểm tra / Check code,')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const [heading, row] = read(csv);
  expect(heading).toHaveLength(row?.length ?? 0);
  expect(row?.slice(0, 6)).toEqual(['Lỗi / Error', 'negative', 'Biểu 1', 'E5', '766.TDGQ', '-3']);
});

test('every heading says what stands below it, in both languages', () => {
  expect(read(csvOf([]))[0]).toEqual([
    'Mức độ / Severity',
    'Mã kiểm tra / Check code',
    'Trang tính / Sheet',
    'Ô / Cell',
    'Mã chỉ tiêu, đơn vị hoặc nhiệm vụ / Code of indicator, unit or task',
    'Trong tệp / In the file',
    'Cần là',
    'Expected',
    'Chênh lệch / Difference',
    'Điều cần sửa',
    'What to mend',
    'Gợi ý',
    'Hint',
    'Sửa trước (mã kiểm tra, ô) / Mend first (check code, cell)',
    'So với lần gửi trước / Since the attempt before',
  ]);
});

test('what is expected, and what to mend before, is said in words', () => {
  const cause = 'period-differs@Biểu 1!A3';
  const [, row] = read(csvOf([finding({ expected: '≠ 2026-Q3', cause })]));
  expect(row?.slice(6, 8)).toEqual(['khác quý III/2026', 'other than quarter III 2026']);
  expect(row?.[13]).toBe('period-differs, Biểu 1!A3');
});

test.each([
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ['+84 24', "'+84 24"],
  ['-3; rm', "'-3; rm"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  [' =1+1', "' =1+1"],
  ['＝1', "'＝1"],
])('%j is text and no formula', (text, safe) => expect(got(text)).toBe(safe));

test.each(['-3', '-0.5', '12', '88.47', 'Hà Nội', '1.234,5', "'=1", '3 / 2'])('%j stays what it is', (text) =>
  expect(got(text)).toBe(text),
);

test.each(['a,b', 'a "b" c', 'dòng 1\ndòng 2', '"', ''])('%j comes back as it was', (text) =>
  expect(got(text)).toBe(text),
);

test('a hostile name of a sheet is text too', () => {
  const [, row] = read(csvOf([finding({ at: { sheet: '=cmd', cell: 'A1' }, cause: '=x' })]));
  expect(row?.[2]).toBe("'=cmd");
  expect(row?.at(-2)).toBe("'=x");
});

test('what is not listed is counted', () => {
  const { code, severity, message } = finding();
  const group = { code, severity, message, count: 1_521, cells: [], cause: null };
  const rows = read(csvOf([finding(), finding()], [group]));
  expect(rows).toHaveLength(4);
  expect(rows[3]?.[1]).toBe('negative');
  expect(rows[3]?.[10]).toBe('1519 more of this code are not listed here.');
});
