import { describe, expect, test } from '@jest/globals';
import { readUnitOfMeasure, scaleTo } from '../../../shared/normalisation/number/unit-of-measure.ts';
import { checkHazardFile, type HazardRow, heading } from '../../../tools/hazards/hazard-files.ts';

/** Writes figures beside their indicators and units of measure, and tells how each came out. */
async function column(rows: readonly (readonly [id: string, measure: string, result: string])[]) {
  const title: HazardRow[] = [
    ['Đơn vị báo cáo', 'Thành phố Hà Nội'],
    ['Biểu mẫu', 'hazard'],
    ['Kỳ báo cáo', 'Quý III/2026'],
  ];
  const body = rows.map(([id, measure, result]) => ['1', `HZ.${id}`, '', measure, '', '', result, '']);
  const request = { unit: 'province:01@2008', period: '2026-Q3' };
  const report = await checkHazardFile([...title, heading, ...body], 'csv', request);
  const at = report.findings.filter(({ at }) => at !== null);
  return rows.map(([id, ,], index) => {
    const finding = at.find((each) => each.at?.cell.endsWith(String(index + 5)));
    const seen = report.observations.find(({ indicator }) => indicator === `HZ.${id}`);
    const repairs = report.repairs.filter((each) => each.at.cell === `G${index + 5}`).map(({ code }) => code);
    return finding ? `${finding.code}@${finding.at?.cell}` : [seen?.value, ...repairs].join(' ');
  });
}

describe('one column of several kinds is written in one way', () => {
  test.each([
    [
      'a count and an amount, both grouped by points',
      [
        ['COUNT', '', '2.154'],
        ['AMOUNT', '', '1.234'],
      ],
      ['2154 digit-grouping', '1234 digit-grouping'],
    ],
    [
      'a score tells the comma, so the amount is grouped',
      [
        ['SCORE', '', '8,84'],
        ['AMOUNT', '', '1.234'],
      ],
      ['8.84 decimal-comma', '1234 digit-grouping'],
    ],
    [
      'a count and a score that say different things are both asked',
      [
        ['COUNT', '', '2.154'],
        ['SCORE', '', '8.842'],
      ],
      ['number-ambiguous@G5', 'number-ambiguous@G6'],
    ],
    ['an amount alone is asked', [['AMOUNT', '', '1.234']], ['number-ambiguous@G5']],
    [
      'a rate has no thousands',
      [
        ['SCORE', '', '8,84'],
        ['RATE', '', '88.470'],
      ],
      ['8.84 decimal-comma', 'number-ambiguous@G6'],
    ],
    [
      'pairs and targets count too',
      [
        ['TARGET', '', '> 0,7'],
        ['AMOUNT', '', '1.234'],
      ],
      ['>0.7', '1234 digit-grouping'],
    ],
    [
      'a date is no evidence',
      [
        ['DATE', '', '27.4'],
        ['AMOUNT', '', '1,5'],
      ],
      ['2026-04-27 date-year', '1.5 decimal-comma'],
    ],
  ] as const)('%s', async (_, rows, expected) => {
    expect(await column(rows)).toEqual(expected);
  });
});

describe('units of measure', () => {
  test.each([
    ['AMOUNT', 'triệu đồng', '1.234,5', '1234500000 digit-grouping unit-scaled'],
    ['AMOUNT', 'Tỷ đồng', '2,5', '2500000000 decimal-comma unit-scaled'],
    ['AMOUNT', 'đồng', '5', '5'],
    ['AMOUNT', '', '5', '5'],
    ['AMOUNT', '-', '5', '5'],
    ['AMOUNT', 'triệu đồng', '5 tỷ đồng', '5000000000 number-words'],
    ['AMOUNT', 'USD', '5', 'measure-differs@D5'],
    ['AMOUNT', 'quả', '5', 'measure-unknown@D5'],
    ['COUNT', 'nghìn hồ sơ', '1,5', '1500 decimal-comma unit-scaled'],
    ['COUNT', '1.000 hồ sơ', '2,154', 'number-ambiguous@G5'],
    ['COUNT', 'Số hồ sơ', '5', '5'],
    ['RATE', '%', '5', '5'],
    ['RATE', 'Tỷ lệ %', '5', '5'],
    ['RATE', '‰', '5', '0.5 unit-scaled'],
    ['RATE', 'điểm', '5', 'measure-differs@D5'],
    ['TEXT', 'gì cũng được', 'abc', 'abc'],
  ] as const)('%s in %s: %s is %s', async (id, measure, result, expected) => {
    expect(await column([[id, measure, result]])).toEqual([expected]);
  });

  test.each([
    ['triệu tỷ đồng', { power: 15, base: 'đồng' }],
    ['Nghìn tỷ đồng', { power: 12, base: 'đồng' }],
    ['1.000.000 đồng', { power: 6, base: 'đồng' }],
    ['Gbps', { power: 3, base: 'Mbps' }],
    ['ha', { power: -2, base: 'km²' }],
    ['triệu', { power: 6, base: null }],
    ['1000', { power: 3, base: null }],
    ['10 đồng', undefined],
    ['triệu triệu gì đó', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('%s', (text, expected) => {
    expect(readUnitOfMeasure(text)).toEqual(expected);
  });

  test('a multiplier alone is of the indicator, but not of a percentage', () => {
    expect(scaleTo('đồng', 'triệu')).toEqual({ shift: 6 });
    expect(scaleTo('triệu đồng', 'tỷ đồng')).toEqual({ shift: 3 });
    expect(scaleTo('%', 'triệu')).toEqual({ fault: 'measure-differs' });
  });
});

describe('what is asked shows what it may be', () => {
  const title: HazardRow[] = [
    ['Đơn vị báo cáo', 'Thành phố Hà Nội'],
    ['Biểu mẫu', 'hazard'],
    ['Kỳ báo cáo', 'Quý III/2026'],
  ];
  const request = { unit: 'province:01@2008', period: '2026-Q3' };

  test.each([
    ['HZ.AMOUNT', '1.234', 'Có thể là: 1234; 1,234.'],
    // 46304 is 9 October 2026.
    ['HZ.COUNT', { number: '46304', format: 'd-mmm' }, 'Có thể là: 9/10; 10/9.'],
    ['HZ.COUNT', 'không có', undefined],
  ] as const)('%s %j', async (id, cell, hint) => {
    const rows: HazardRow[] = [...title, heading, ['1', id, '', '', '', '', cell, '']];
    const report = await checkHazardFile(rows, 'xlsx', request);
    expect(report.findings.find(({ at }) => at?.cell === 'G5')?.hint?.vi).toBe(hint);
  });

  // 44676 days after 1899-12-30, and 43214 after 1904-01-01, are 2022-04-25.
  test.each([
    ['xls', true, '43214'],
    ['xls', false, '44676'],
    ['xlsx', true, '43214'],
    ['xlsx', false, '44676'],
  ] as const)('%s, counted from 1904: %s', async (container, date1904, number) => {
    const cell = { number, format: 'dd/mm/yyyy' };
    const rows: HazardRow[] = [...title, heading, ['1', 'HZ.DATE', '', '', '', '', cell, '']];
    const report = await checkHazardFile(rows, container, { ...request, date1904 });
    expect(report.observations.find(({ indicator }) => indicator === 'HZ.DATE')?.value).toBe('2022-04-25');
  });
});
