import { describe, expect, test } from '@jest/globals';
import { formGrid, longGrid, oddReport, stylesOf } from './cell-files.ts';
import { findingsOf } from './form-files.ts';

/** 1354-T-1 and 1354-T-5 are rates; 749-02 is a ratio of 191 of 200. */
const styles = stylesOf('0.0%');
const percent = (share: number) => ({ xml: `<v>${share}</v>`, style: 1 });

describe('a rate that may be written as a share of one', () => {
  test('is asked where another cell of the column is formatted as a percentage', async () => {
    const changed = { '1354-T-1': { result: percent(0.125) }, '1354-T-5': { result: 0.955 } };
    const report = await oddReport(formGrid(changed), { styles });
    expect(findingsOf(report)).toEqual(['rate-as-share@G13']);
    expect(report.findings[0]).toMatchObject({
      got: '0.955',
      about: '1354-T-5',
      hint: { vi: 'Có thể là: 95,5.', en: 'It may be: 95.5.' },
    });
    expect(findingsOf(await oddReport(longGrid(changed), { styles }))).toEqual(['rate-as-share@G10']);
  });

  test('is asked where the results of ratios agree with their parts as shares', async () => {
    const ids = ['749-02', '749-04', '942-01', '942-03', '411-03', '411-04', '411-06', '411-07'];
    const shares = Object.fromEntries(ids.map((id) => [id, { result: '0,955' }]));
    const report = await oddReport(formGrid({ ...shares, '1354-T-5': { result: '0,955' } }));
    expect(findingsOf(report).filter((found) => !found.startsWith('result-differs'))).toEqual([
      'rate-as-share@G13',
    ]);
  });

  test('of less than one percent stands where nothing says otherwise', async () => {
    for (const grid of [formGrid, longGrid]) {
      expect(findingsOf(await oddReport(grid({ '1354-T-5': { result: 0.955 } })))).toEqual([]);
    }
  });

  test('is not asked when it is shown as a percentage itself', async () => {
    const changed = { '1354-T-1': { result: percent(0.125) }, '1354-T-5': { result: percent(0.005) } };
    expect(findingsOf(await oddReport(formGrid(changed), { styles }))).toEqual([]);
  });
});

describe('what a finding shows', () => {
  test.each([
    [1.29, 'Có thể là: 1290 (Excel đã bỏ số 0 cuối).'],
    [2.154, 'Có thể là: 2154.'],
    [0.955, undefined],
  ])('a count of %j', async (result, hint) => {
    const { findings } = await oddReport(formGrid({ '1354-T-2': { result } }));
    expect(findings.map(({ code, hint }) => [code, hint?.vi])).toEqual([['count-not-whole', hint]]);
  });

  test('a date as the sheet shows it, with the number behind it', async () => {
    // 46275 days after 1899-12-30 are 10 September 2026.
    const date = { xml: '<v>46275</v>', style: 1 };
    const report = await oddReport(formGrid({ '1354-T-2': { result: date } }), {
      styles: stylesOf('dd/mm/yyyy'),
    });
    expect(findingsOf(report)).toEqual(['number-is-date@G10']);
    expect(report.findings[0]?.got).toBe('10/9/2026 (46275)');
  });

  test('a difference in Vietnamese with a decimal comma', async () => {
    const report = await oddReport(formGrid({ '749-02': { result: 90 } }));
    expect(report.findings.map(({ code, hint }) => [code, hint?.vi])).toEqual([
      ['result-differs', 'Tính từ tử số và mẫu số là 95,5.'],
    ]);
  });

  test.each([
    [100, ['result-differs@G5']],
    [0, []],
    [null, []],
  ])('0 of 0 with the result %j', async (result, expected) => {
    const report = await oddReport(formGrid({ '749-02': { a: 0, b: 0, result } }));
    expect(findingsOf(report)).toEqual(expected);
  });
});
