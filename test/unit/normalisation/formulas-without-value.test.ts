import { describe, expect, test } from '@jest/globals';
import { formGrid, longGrid, type OddCell, oddReport, readOf } from './cell-files.ts';
import { findingsOf } from './form-files.ts';

/** As openpyxl, ExcelJS and SheetJS write a formula that they do not compute. */
const uncomputed: Record<string, OddCell> = {
  'no value': { xml: '<f>SUM(1,2)</f>' },
  'an empty value': { xml: '<f>SUM(1,2)</f><v></v>' },
  'an empty element': { xml: '<f>SUM(1,2)</f><v/>', type: 'n' },
  'a text without its value': { xml: '<f>SUM(1,2)</f>', type: 'str' },
};
const formula = uncomputed['no value'] as OddCell;

describe('a formula without a cached value', () => {
  test.each(Object.entries(uncomputed))('%s: asked, in both layouts', async (_, result) => {
    // 1354-T-2 is the sixth indicator of the form: row 10 of its table, row 7 of the long one.
    const changed = { '1354-T-2': { result } };
    const report = await oddReport(formGrid(changed));
    expect(findingsOf(report)).toEqual(['formula-without-value@G10']);
    expect(report.findings[0]?.got).toBeNull();
    expect(readOf(report, '1354-T-2')).toBeUndefined();
    expect(findingsOf(await oddReport(longGrid(changed)))).toEqual(['formula-without-value@G7']);
  });

  test('the parts of a ratio are asked', async () => {
    const report = await oddReport(formGrid({ '749-02': { a: formula, b: formula } }));
    expect(findingsOf(report)).toEqual(['formula-without-value@E5', 'formula-without-value@F5']);
  });

  test('what a ratio comes to follows from its parts, so nothing is asked', async () => {
    const report = await oddReport(formGrid({ '749-02': { result: formula } }));
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '749-02')).toBe('191/200');
  });

  test('the cached empty text of a formula is a blank cell', async () => {
    const report = await oddReport(
      formGrid({ '1354-T-2': { result: { xml: '<f>IF(1=1,"","")</f><v></v>', type: 'str' } } }),
    );
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '1354-T-2')).toBe('missing');
  });

  test('a name that was never computed is asked where nothing else names the row', async () => {
    const named = await oddReport(formGrid({ '1354-T-2': { name: formula, note: formula } }));
    expect(findingsOf(named)).toEqual([]);
    expect(named.observations.every(({ note }) => note === null)).toBe(true);
    const unnamed = { '1354-T-2': { name: formula, code: null } };
    expect(findingsOf(await oddReport(formGrid(unnamed)))).toContain('formula-without-value@C10');
    expect(findingsOf(await oddReport(longGrid(unnamed)))).toContain('formula-without-value@C7');
  });

  test('formulas that were filled down below the table are no figures', async () => {
    const below: OddCell[] = [null, null, null, null, null, null, formula];
    expect(findingsOf(await oddReport([...formGrid(), below, below]))).toEqual([]);
    expect(findingsOf(await oddReport([...longGrid(), below]))).toEqual([]);
  });
});
