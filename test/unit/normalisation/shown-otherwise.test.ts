import { describe, expect, test } from '@jest/globals';
import { scaleOfFormat } from '../../../shared/normalisation/number/number-format.ts';
import { formGrid, longGrid, type OddCell, oddReport, readOf, stylesOf } from './cell-files.ts';
import { findingsOf } from './form-files.ts';

const shared: OddCell = { xml: '<v>0</v>', type: 's' };
const result = { '1354-T-2': { result: shared } };
const run = (text: string, properties = '') => `<r><rPr>${properties}<sz val="11"/></rPr><t>${text}</t></r>`;

describe('digits that are set apart from their number', () => {
  test.each([
    ['a footnote mark', run('1290') + run('1', '<vertAlign val="superscript"/>')],
    ['an index', run('1290') + run('2', '<vertAlign val="subscript"/>')],
    ['a digit struck out', run('1', '<strike/>') + run('290')],
  ])('%s is asked', async (_, runs) => {
    const sharedStrings = `<si>${runs}</si>`;
    const report = await oddReport(formGrid(result), { sharedStrings });
    expect(findingsOf(report)).toEqual(['number-unreadable@G10']);
    expect(report.findings[0]?.hint?.vi).toContain('gạch ngang');
    expect(findingsOf(await oddReport(longGrid(result), { sharedStrings }))).toEqual([
      'number-unreadable@G7',
    ]);
  });

  test.each([
    ['bold digits', run('12') + run('90', '<b/>')],
    [
      'properties that are switched off',
      run('12', '<strike val="0"/>') + run('90', '<vertAlign val="baseline"/>'),
    ],
    ['a blank that is struck out', run('1290') + run(' ', '<strike/>')],
  ])('%s are not', async (_, runs) => {
    const report = await oddReport(formGrid(result), { sharedStrings: `<si>${runs}</si>` });
    expect(findingsOf(report)).toEqual([]);
    expect(readOf(report, '1354-T-2')).toBe('1290');
  });

  test('a note may have a footnote', async () => {
    const noted = formGrid({ '1354-T-2': { note: shared } });
    const sharedStrings = `<si>${run('theo Sở')}${run('1', '<vertAlign val="superscript"/>')}</si>`;
    expect(findingsOf(await oddReport(noted, { sharedStrings }))).toEqual([]);
  });
});

describe('a number format that shows another number', () => {
  test.each([
    ['#,##0,', 1_290_000, 'Có thể là: 1290000; 1290.'],
    ['0" nghìn"', 12, 'Có thể là: 12; 12000.'],
    ['0.00" triệu DN"', 1.5, 'Có thể là: 1,5; 1500000.'],
  ])('%s is asked', async (format, number, hint) => {
    const changed = { '1354-T-2': { result: { xml: `<v>${number}</v>`, style: 1 } } };
    const report = await oddReport(formGrid(changed), { styles: stylesOf(format) });
    expect(report.findings.map(({ code, hint }) => [code, hint?.vi])).toEqual([
      ['number-format-scales', hint],
    ]);
    const long = await oddReport(longGrid(changed), { styles: stylesOf(format) });
    expect(findingsOf(long)).toEqual(['number-format-scales@G7']);
  });

  test('of zero shows zero', async () => {
    const changed = { '1354-T-2': { result: { xml: '<v>0</v>', style: 1 } } };
    const report = await oddReport(formGrid(changed), { styles: stylesOf('#,##0,') });
    expect(readOf(report, '1354-T-2')).toBe('0');
  });

  // ECMA-376 part 1, 18.8.31: a comma behind the last digit placeholder divides by a thousand.
  test.each([
    ['General', null],
    ['#,##0', null],
    ['#,##0.00', null],
    ['#,##0 ;(#,##0)', null],
    ['_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', null],
    ['0.0"%"', null],
    ['0" DN"', null],
    ['"tỷ lệ "0.0', null],
    ['#,##0.0,,', -6],
    ['0,', -3],
    ['#,##0" tỷ đồng"', 9],
  ])('%s: %j', (format, power) => {
    expect(scaleOfFormat(format)).toBe(power);
  });
});

describe('texts in Unicode under a font of TCVN3', () => {
  const styles =
    '<numFmts/><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>';
  const inFont = (rows: OddCell[][]): OddCell[][] =>
    rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string' && cell !== ''
          ? { xml: `<is><t xml:space="preserve">${cell}</t></is>`, type: 'inlineStr', style: 1 }
          : cell,
      ),
    );

  test('are read as they stand, even a word that TCVN3 could have written', async () => {
    const rows = formGrid({ '1354-T-2': { result: null, note: 'không có' } });
    const report = await oddReport(inFont(rows), { styles });
    expect(findingsOf(report)).toEqual([]);
    expect(report.repairs).toEqual([]);
    expect(report.observations.find(({ indicator }) => indicator === '1354-T-2')?.note).toBe('không có');
  });
});
