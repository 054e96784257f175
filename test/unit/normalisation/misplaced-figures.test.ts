import { describe, expect, test } from '@jest/globals';
import { formGrid, longGrid, oddReport, readOf } from './cell-files.ts';
import { findingsOf } from './form-files.ts';

/** A count that is typed below "Tử số", its own cell blank. */
const inParts = { '1354-T-2': { a: 1290, result: null } };

describe('a figure in a column that its indicator does not use', () => {
  test('a count below "Tử số" is asked, in both layouts', async () => {
    const report = await oddReport(formGrid(inParts));
    expect(findingsOf(report)).toEqual(['figure-misplaced@E10']);
    expect(report.findings[0]).toMatchObject({ got: '1290', about: '1354-T-2' });
    expect(readOf(report, '1354-T-2')).toBeUndefined();
    expect(findingsOf(await oddReport(longGrid(inParts)))).toEqual(['figure-misplaced@E7']);
  });

  test('the same over a merge of all three columns', async () => {
    expect(findingsOf(await oddReport(formGrid(inParts), { merges: ['E10:G10'] }))).toEqual([
      'figure-misplaced@E10',
    ]);
  });

  test('a number alone below "Ghi chú" is a figure, a sentence is a note', async () => {
    const shifted = await oddReport(formGrid({ '1354-T-2': { result: null, note: 1290 } }));
    expect(findingsOf(shifted)).toEqual(['figure-misplaced@H10']);
    const noted = await oddReport(formGrid({ '1354-T-2': { result: null, note: 'chờ 2 sở báo cáo' } }));
    expect(findingsOf(noted)).toEqual([]);
  });

  test('beside a figure of its own it says nothing', async () => {
    const report = await oddReport(formGrid({ '1354-T-2': { a: 1200, b: 7 } }));
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '1354-T-2')).toBe('1290');
  });

  test('a reason why there is none is no figure', async () => {
    const report = await oddReport(formGrid({ '1354-T-2': { a: 7, result: 'chưa thống kê' } }));
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '1354-T-2')).toBe('not-collected');
  });

  test.each([
    ['Số liệu', ['figure-misplaced@I10']],
    [null, ['figure-misplaced@I10']],
    ['Kế hoạch quý III/2026', []],
    ['Số liệu quý II/2026', []],
    ['Trọng số', []],
  ])('a column headed %j', async (heading, expected) => {
    const rows = formGrid({ '1354-T-2': { result: null } }).map((row, at) => {
      const more = at === 3 ? heading : row[1] === '1354-T-2' ? 1290 : null;
      return at < 3 ? row : [...row, more];
    });
    expect(findingsOf(await oddReport(rows))).toEqual(expected);
  });
});

describe('a ratio by its result alone', () => {
  test('is incomplete, and says so', async () => {
    for (const grid of [formGrid, longGrid]) {
      const report = await oddReport(grid({ '749-02': { a: null, b: null, result: 95.5 } }));
      expect(report.findings.map(({ code, hint }) => [code, hint?.vi])).toEqual([
        ['ratio-incomplete', 'Có kết quả 95,5 nhưng chưa có tử số và mẫu số: hãy ghi hai số này.'],
      ]);
    }
  });

  test.each([0, null])('%j over two blank cells is what a formula comes to', async (result) => {
    const report = await oddReport(formGrid({ '749-02': { a: null, b: null, result } }));
    expect(findingsOf(report)).toEqual([]);
  });
});

describe('a figure in a merge over several rows', () => {
  test('is asked, in both layouts', async () => {
    expect(findingsOf(await oddReport(formGrid(), { merges: ['G10:G12'] }))).toEqual(['cells-merged@G10']);
    expect(findingsOf(await oddReport(longGrid(), { merges: ['G7:G9'] }))).toEqual(['cells-merged@G7']);
  });

  test('is not when it holds nothing, or no figure', async () => {
    const blank = { '1354-T-2': { result: null }, '1354-T-3': { result: null } };
    expect(findingsOf(await oddReport(formGrid(blank), { merges: ['G10:G11'] }))).toEqual([]);
    const noted = formGrid({ '1354-T-2': { note: 'theo báo cáo của Sở' } });
    expect(findingsOf(await oddReport(noted, { merges: ['H10:H12'] }))).toEqual([]);
  });
});
