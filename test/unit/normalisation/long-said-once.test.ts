import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { csvText, findingsOf, reportOf } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const ids = catalog.forms.get('qd766')?.indicators.map(({ indicator }) => indicator) ?? [];
const heading = (period: string) => ['Đơn vị', 'Mã chỉ tiêu', period, 'Tử số', 'Mẫu số', 'Giá trị'];
const rowsOf = (period: string) =>
  ids.map((id) => {
    const isRatio = catalog.indicators.get(id)?.kind === 'ratio';
    return ['Tỉnh Đồng Tháp', id, period, ...(isRatio ? ['1', '2', ''] : ['', '', '5'])];
  });
const onlyFirst = rowsOf('Quý III/2026').map((row, at) => (at === 0 ? row : ['', ...row.slice(1)]));
const table = [heading('Kỳ'), ...onlyFirst];

describe('the unit of a long table, written once', () => {
  test('in a cell that is merged over the rows is that of all of them', async () => {
    const report = await reportOf(bookOf({ name: 'a', rows: table, merges: ['A2:A22'] }));
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 22, rowsUsed: 21, rowsSkipped: 1, observations: 21 });
  });

  test('without a merge is asked once for all the rows', async () => {
    for (const content of [bookOf({ name: 'a', rows: table }), csvText(table)]) {
      const report = await reportOf(content);
      expect(findingsOf(report)).toEqual(['unit-unknown@A3']);
      expect(report.findings[0]?.hint?.en).toBe(
        '20 rows are like this, from cell A3 on: write it in each row.',
      );
      expect(report.counts).toMatchObject({ rowsUsed: 1, rowsSkipped: 21 });
    }
  });

  test('merged over some of the rows, the others are asked', async () => {
    const report = await reportOf(bookOf({ name: 'a', rows: table, merges: ['A2:A20'] }));
    expect(findingsOf(report)).toEqual(['unit-unknown@A21']);
    expect(report.counts).toMatchObject({ rowsUsed: 19, rowsSkipped: 3 });
  });
});

describe('the period of a long table', () => {
  const title = ['BÁO CÁO QUÝ III NĂM 2026', '', '', '', '', ''];
  const withYear = (name: string, period: string, year: string) => [
    [...heading(name), 'Năm'],
    ...rowsOf(period).map((row) => [...row, year]),
  ];
  test.each([
    ['III and a column of years', withYear('Quý', 'III', '2026')],
    ['3 and a column of years', withYear('Quý', '3', '2026')],
    ['a whole period and a column of years', withYear('Kỳ', 'Quý III/2026', '2026')],
    ['3 and a title', [title, heading('Quý'), ...rowsOf('3')]],
    ['Quý III and a title', [title, heading('Kỳ'), ...rowsOf('Quý III')]],
  ])('is read from %s', async (_, rows) => {
    const found = findingsOf(await reportOf(csvText(rows)));
    expect(found.filter((code) => code !== 'title-without-unit')).toEqual([]);
  });

  test.each([
    ['of another year', withYear('Quý', 'III', '2025'), 'period-differs'],
    ['of another year beside it', withYear('Kỳ', 'Quý III/2026', '2025'), 'period-differs'],
    ['of another quarter', [title, heading('Quý'), ...rowsOf('2')], 'period-differs'],
  ])('%s is told', async (_, rows, code) => {
    const report = await reportOf(csvText(rows));
    expect(report.findings.filter((each) => each.code === code)).toHaveLength(21);
    expect(report.counts.observations).toBe(0);
  });

  test.each([
    ['blank', [heading('Kỳ'), ...rowsOf('')], 'C2'],
    ['a quarter of no year', [heading('Quý'), ...rowsOf('3')], 'C2'],
    ['a number that is no quarter', [title, heading('Kỳ'), ...rowsOf('3')], 'C3'],
  ])('that is %s is asked once', async (_, rows, cell) => {
    const found = findingsOf(await reportOf(csvText(rows)));
    expect(found.filter((code) => code !== 'title-without-unit')).toEqual([`period-unclear@${cell}`]);
  });
});
