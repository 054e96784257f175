import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { csvText, findingsOf, formRows, heading, indicatorRows, reportOf, titleRows } from './form-files.ts';

const rows = indicatorRows();
const ids = catalog.forms.get('qd766')?.indicators.map(({ indicator }) => indicator) ?? [];

describe('a text file cut by bars', () => {
  const table = formRows();
  test.each([
    ['with quotes in its texts', csvText(table, '|').replace('Biểu mẫu: qd766', 'Biểu mẫu: qd766 "mới"')],
    ['that says so', `sep=|\r\n${csvText(table, '|')}`],
  ])('%s', async (_, text) => {
    const report = await reportOf(text);
    expect(report.counts.observations).toBe(21);
    expect(report.layout).toBe('form');
  });
});

describe('what is missing stands behind the rows that were not read', () => {
  const causesOf = async (text: string) => (await reportOf(text)).findings;

  test('because they have too many fields', async () => {
    const cut = rows.map((row, at) => (at < 3 ? [...row.slice(0, 4), '1', '290', ...row.slice(5)] : row));
    const found = await causesOf(csvText(formRows({ rows: cut.slice(0, 20) }), ';'));
    const codes = found.map(({ code }) => code);
    expect(codes).toEqual(['csv-ragged', ...Array(4).fill('indicator-missing'), 'csv-ragged', 'csv-ragged']);
    expect(found[1]?.hint?.en).toBe('Rows could not be read, from cell I5 on: mend those first.');
  });

  test('because the file is another form’s, which comes first and alone explains them', async () => {
    const title = titleRows.map(([text = '']) => [text.replace('qd766', 'cds')]);
    const report = await reportOf(csvText(formRows({ title, rows: rows.slice(0, 18) })));
    const codes = report.findings.map(({ code }) => code);
    expect(codes).toEqual(['form-differs', ...Array(3).fill('indicator-missing')]);
    expect(report.groups.map(({ code, cause }) => [code, cause])).toEqual([
      ['form-differs', null],
      ['indicator-missing', 'form-differs'],
    ]);
    expect(report.findings[1]).toMatchObject({ cause: 'form-differs@A2', hint: null });
  });

  test('because their unit is not known', async () => {
    const long = ids.map((id, at) => {
      const isRatio = catalog.indicators.get(id)?.kind === 'ratio';
      const unit = at < 2 ? 'Tỉnh Không Có' : 'Tỉnh Đồng Tháp';
      return [unit, id, 'Quý III/2026', ...(isRatio ? ['1', '2', ''] : ['', '', '5'])];
    });
    const head = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
    const found = await causesOf(csvText([head, ...long.slice(0, 20)]));
    expect(found.map(({ code }) => code)).toEqual([
      'unit-unknown',
      ...Array(3).fill('indicator-missing'),
      'unit-unknown',
    ]);
  });

  test('a heading that a stray quote hides stands behind it', async () => {
    const text = csvText([...titleRows, heading, ...rows]).replace('Chỉ tiêu', 'Chỉ "tiêu"');
    const found = await reportOf(text.replace('Kết quả', 'Cột').replace('Tử số', 'Cột'));
    expect(findingsOf(found)[0]).toMatch(/^csv-stray-quote/);
    expect(findingsOf(found)).toContain('header-not-found');
  });
});
