import { describe, expect, test } from '@jest/globals';
import { scaleOfParts, scaleTo } from '../../../shared/normalisation/number/unit-of-measure.ts';
import { formGrid, longGrid, type OddCell, oddReport, readOf } from './cell-files.ts';
import { csvText, findingsOf, formRows, heading, indicatorRows, reportOf, titleRows } from './form-files.ts';

const parts = (measure: OddCell) => ({ '749-02': { measure, a: 12, b: 15, result: 80 } });

describe('what the parts of a ratio are counted in', () => {
  test.each([
    ['nghìn hồ sơ', '12000/15000'],
    ['1.000 người', '12000/15000'],
    ['hồ sơ', '12/15'],
    ['%', '12/15'],
  ])('%s beside it', async (measure, expected) => {
    for (const grid of [formGrid, longGrid]) {
      const report = await oddReport(grid(parts(measure)));
      expect(findingsOf(report)).toEqual([]);
      expect(readOf(report, '749-02')).toBe(expected);
      expect(report.repairs.map(({ code }) => code)).toEqual(
        expected === '12/15' ? [] : ['unit-scaled', 'unit-scaled'],
      );
    }
  });

  test('both parts may stand in one cell', async () => {
    const report = await oddReport(
      formGrid({ '749-02': { measure: 'nghìn hồ sơ', a: '12/15', b: null, result: null } }),
    );
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '749-02')).toBe('12000/15000');
    const decimals = await oddReport(formGrid({ '749-02': { measure: 'nghìn hồ sơ', a: 1.29, b: 2.154 } }));
    expect(readOf(decimals, '749-02')).toBe('1290/2154');
  });

  test.each(['triệu đồng', 'nghìn', 'nghìn sao'])('%s is asked', async (measure) => {
    const [form, long] = [
      await oddReport(formGrid(parts(measure))),
      await oddReport(longGrid(parts(measure))),
    ];
    expect(findingsOf(form)).toEqual([expect.stringMatching(/^measure-(differs|unknown)@D5$/)]);
    expect(findingsOf(long)).toContain(findingsOf(form)[0]?.replace('D5', 'D2'));
  });

  test('in the headings of both', async () => {
    const rows = formGrid(parts('%'), { a: 'Tử số (nghìn hồ sơ)', b: 'Mẫu số (nghìn hồ sơ)' });
    const report = await oddReport(rows);
    expect(readOf(report, '749-02')).toBe('12000/15000');
    const apart = await oddReport(formGrid(parts('%'), { a: 'Tử số (nghìn hồ sơ)', b: 'Mẫu số (hồ sơ)' }));
    expect(findingsOf(apart)).toContain('measure-differs@F4');
  });
});

describe('the line above a table', () => {
  /** Without the column of units; 1 of 2 for ratios, 5 points for scores. */
  const rows = [heading, ...indicatorRows()].map((row) => row.filter((_, at) => at !== 3));
  const under = (line: string) =>
    reportOf(
      csvText(formRows({ title: [...titleRows, [line]], header: rows[0] as string[], rows: rows.slice(1) })),
    );

  test.each(['Hồ sơ', 'Hồ sơ, %', 'Điểm, %', '%'])('Đơn vị tính: %s', async (unit) => {
    const report = await under(`Đơn vị tính: ${unit}`);
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '766.TDGQ')).toBe('1/2');
  });

  test('of thousands is about the parts of ratios, not about points', async () => {
    const report = await under('Đơn vị tính: nghìn hồ sơ');
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '766.TDGQ')).toBe('1000/2000');
    expect(report.observations.find(({ numerator }) => numerator === null)?.value).toBe('5');
  });

  test('of what other indicators are counted in leaves ratios alone', async () => {
    const grid = formGrid().map((row, at) => (at < 3 ? row : row.filter((_, column) => column !== 3)));
    const report = await oddReport([
      ...grid.slice(0, 3),
      ['Đơn vị tính: nghìn doanh nghiệp'],
      ...grid.slice(3),
    ]);
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '1354-T-2')).toBe('1290000');
    expect(readOf(report, '749-02')).toBe('191/200');
  });
});

describe('a unit of measure that is merged or repeated down its rows', () => {
  test('holds for all rows of the merge', async () => {
    const changed = {
      '1354-T-2': { measure: 'nghìn doanh nghiệp' },
      '1354-T-3': { measure: null },
      '1354-T-4': { measure: null },
    };
    const report = await oddReport(formGrid(changed), { merges: ['D10:D12'] });
    expect(findingsOf(report)).toEqual([]);
    expect(['1354-T-2', '1354-T-3', '1354-T-4'].map((id) => readOf(report, id))).toEqual([
      '1290000',
      '1290000',
      '1290000',
    ]);
    expect(findingsOf(await oddReport(longGrid(changed), { merges: ['D7:D9'] }))).toEqual([
      'cells-merged@D7',
    ]);
  });

  test('by a dash is asked below a multiple, and says nothing else', async () => {
    const changed = { '1354-T-2': { measure: 'nghìn doanh nghiệp' }, '1354-T-3': { measure: '-' } };
    expect(findingsOf(await oddReport(formGrid(changed)))).toEqual(['measure-unknown@D11']);
    expect(findingsOf(await oddReport(formGrid({ '1354-T-3': { measure: '-' } })))).toEqual([]);
  });
});

describe('one unit in other words', () => {
  test.each([
    ['điểm phục vụ', 'Điểm'],
    ['doanh nghiệp', 'DN'],
    ['doanh nghiệp', 'Số DN'],
    ['giao dịch', 'Lượt giao dịch'],
    ['%', 'Tỷ lệ'],
  ])('%s as %s', (own, text) => {
    expect(scaleTo(own, text)).toEqual({ shift: 0 });
  });

  test.each([
    ['doanh nghiệp', 'hồ sơ'],
    ['đồng', 'đồng/người'],
    ['%', 'điểm'],
    ['giao dịch', 'tỷ lệ'],
  ])('%s is not %s', (own, text) => {
    expect(scaleTo(own, text)).toHaveProperty('fault');
  });

  test('of the parts, only a multiple of a thing is a factor', () => {
    expect(scaleOfParts('nghìn lượt')).toEqual({ shift: 3 });
    expect(scaleOfParts('nghìn tỷ đồng')).toEqual({ fault: 'measure-differs' });
    expect(scaleOfParts('‰')).toEqual({ shift: 0 });
  });
});
