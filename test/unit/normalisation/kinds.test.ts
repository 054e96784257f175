import { describe, expect, test } from '@jest/globals';
import { readCase } from '../../../tools/hazards/cell-cases.ts';
import type { HazardCell } from '../../../tools/hazards/hazard-files.ts';

/** How a cell in the result column comes out for an indicator of a kind, through a whole file. */
function read(kind: string, cell: HazardCell, period = '2026-Q3'): Promise<string> {
  const container = typeof cell === 'string' ? 'csv' : 'xlsx';
  const reading = { line: 0, place: 'result', indicator: `HZ.${kind}`, expected: '', period } as const;
  return readCase(
    { ...reading, ...(typeof cell === 'string' ? {} : { stored: cell }) },
    String(cell),
    container,
  );
}
const stored = (number: string, format = 'General') => ({ number, format });

describe('counts', () => {
  test.each([
    ['1.234.567', '1234567'],
    ['1.000,00', '1000'],
    ['1.290 hồ sơ', '1290'],
    ['Số liệu: 12', 'ask number-unreadable'],
    ['5 nghìn', '5000'],
    ['2,3 triệu', '2300000'],
    ['2,3 triệu hồ sơ', '2300000'],
    ['2,3456 nghìn', 'ask count-not-whole'],
    ['gần 200 triệu', '200000000 ~'],
    ['ước đạt 1.000', '1000 ~'],
    ['5 người', 'ask measure-differs'],
    ['95%', 'ask number-unreadable'],
    ['01 (0,727)', 'ask two-values'],
    ['390/1.086', 'ask two-values'],
    ['-5', 'ask negative'],
    ['(123)', 'ask number-unreadable'],
    ['1,2,3', 'ask number-ambiguous'],
    ['1.2345', 'ask count-not-whole'],
    ['không', 'ask missing-unclear'],
    ['N/A', 'ask missing-unclear'],
    ['không áp dụng', 'not-applicable'],
    ['Chưa có báo cáo', 'not-yet'],
    ['#REF!', 'ask cell-error'],
    ['@SUM(A1)', 'ask number-unreadable'],
    ['+5', '5'],
    ['TRUE', 'ask number-unreadable'],
    [stored('1290'), '1290'],
    [stored('2.154'), 'ask count-not-whole'],
    [stored('0.5', '0%'), 'ask count-as-percent'],
    [stored('44676', 'dd/mm/yyyy'), 'ask number-is-date'],
    [stored('9007199254740993'), 'ask number-too-large'],
    [{ error: '#DIV/0!' }, 'ask cell-error'],
  ] as const)('%j is %s', async (cell, expected) => {
    expect(await read('COUNT', cell)).toBe(expected);
  });
});

describe('amounts and their units', () => {
  test.each([
    ['AMOUNT', '1.234,5', '1234.5'],
    ['AMOUNT', '5 tỷ', '5000000000'],
    ['AMOUNT', '5 tỷ đồng', '5000000000'],
    ['AMOUNT', '1.500 triệu đồng', 'ask number-ambiguous'],
    ['AMOUNT', '12,5 tỷ VNĐ', '12500000000'],
    ['AMOUNT', '5 tỷ đô la', 'ask measure-differs'],
    ['AMOUNT', '5%', 'ask measure-differs'],
    ['AMOUNT', '12 345 678', '12345678'],
    ['USD', '1,5 triệu USD', '1500000'],
  ] as const)('%s: %s is %s', async (kind, cell, expected) => {
    expect(await read(kind, cell)).toBe(expected);
  });
});

describe('rates, scores, ranks', () => {
  test.each([
    ['RATE', '8.842', '8.842'],
    ['RATE', '95,5%', '95.5'],
    ['RATE', '1.234,5', 'ask number-ambiguous'],
    ['RATE', '2 triệu', 'ask measure-differs'],
    ['RATE', stored('0.123456', '0.00%'), '12.3456'],
    ['RATE', stored('95.5'), '95.5'],
    ['SCORE', '50%', 'ask measure-differs'],
    ['SCORE', '8,84/12', 'ask two-values'],
    ['SCORE', stored('0.5', '0%'), 'ask measure-differs'],
    ['RANK', '05', '5'],
    ['RANK', '0', 'ask rank-out-of-bounds'],
    ['RANK', '2,5', 'ask rank-out-of-bounds'],
    ['RANK', '01 (0,727)', 'ask two-values'],
    ['RANK', '5/34', 'ask two-values'],
  ] as const)('%s: %j is %s', async (kind, cell, expected) => {
    expect(await read(kind, cell)).toBe(expected);
  });
});

describe('dates are day first, never American', () => {
  test.each([
    ['2/9/2026', '2026-09-02'],
    ['ngày 2 tháng 9 năm 2026', '2026-09-02'],
    ['Ngày 02/9/2026', '2026-09-02'],
    ['2026-09-02', '2026-09-02'],
    ['30-11', '2026-11-30'],
    ['18h54 ngày 27/4/2026', '2026-04-27T18:54+07:00'],
    ['27/4/2026 18:54', '2026-04-27T18:54+07:00'],
    ['4/24/2026', 'ask date-unclear'],
    ['31/2/2026', 'ask date-unclear'],
    ['29/2/2026', 'ask date-unclear'],
    ['9/2026', 'ask date-unclear'],
    ['2/9/26', 'ask date-unclear'],
    ['25:00, 2/9/2026', 'ask date-unclear'],
    ['2/9/2026 - 5/9/2026', 'ask date-unclear'],
    ['Quý III', 'ask date-unclear'],
    ['không có', 'ask missing-unclear'],
    ['chưa có', 'not-yet'],
    [stored('46267'), '2026-09-02'],
    [stored('46267.7875', 'dd/mm/yyyy hh:mm'), '2026-09-02T18:54+07:00'],
    [stored('27.1'), 'ask date-unclear'],
    [stored('20260902'), 'ask date-unclear'],
  ] as const)('%j is %s', async (cell, expected) => {
    expect(await read('DATE', cell)).toBe(expected);
  });

  test('without a year, in the window or else in the year of the period', async () => {
    expect(await read('DATE', '24/12', '2026-Q1')).toBe('2025-12-24');
    expect(await read('DATE', '24/12', '2026-Q4')).toBe('2026-12-24');
  });
});

describe('yes or no', () => {
  test.each([
    ['✔', 'true'],
    ['có', 'true'],
    ['Đạt', 'true'],
    ['không', 'false'],
    ['Không đạt', 'false'],
    ['không có', 'ask yes-no-unclear'],
    ['1', 'ask yes-no-unclear'],
    ['chưa', 'ask yes-no-unclear'],
    ['-', 'missing'],
    ['', 'missing'],
  ])('%s is %s', async (cell, expected) => {
    expect(await read('MARK', cell)).toBe(expected);
  });
});

describe('targets', () => {
  test.each([
    ['100%', '100'],
    ['≥95%', '>=95'],
    ['=< 5', '<=5'],
    ['tối thiểu 80%', '>=80'],
    ['từ 80% trở lên', '>=80'],
    ['trên 80%', '>80'],
    ['từ 20% đến 50%', '20..50'],
    ['20-50', '20..50'],
    ['50 - 20', 'ask target-unclear'],
    ['từ 80', 'ask target-unclear'],
    ['≥ 2 triệu', 'ask target-unclear'],
    ['80 (năm 2025)', 'ask target-unclear'],
    ['Hoàn thành', 'ask target-unclear'],
    ['> 0,7 điểm', 'ask measure-differs'],
    ['100% cơ quan', '100 (cơ quan)'],
    ['chưa có', 'not-yet'],
  ])('%s is %s', async (cell, expected) => {
    expect(await read('TARGET', cell)).toBe(expected);
  });
});

describe('texts', () => {
  test.each([
    ['  Không có ', 'Không có'],
    ['-', 'missing'],
    ['+84 24 3944', '+84 24 3944'],
    ['__proto__', '__proto__'],
    ['Thiếu kinh ph\uFFFD', 'ask text-broken'],
    ['a'.repeat(4001), 'ask text-too-long'],
    [stored('11.1'), '11.1'],
  ] as const)('%j', async (cell, expected) => {
    expect(await read('TEXT', cell)).toBe(expected);
  });
});
