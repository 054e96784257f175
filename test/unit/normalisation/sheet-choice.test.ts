import { describe, expect, test } from '@jest/globals';
import { findingsOf, formRows, indicatorRows, reportOf, titleRows } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const unitOnly = titleRows.slice(0, 2);
const blank = indicatorRows().map((row) => [...row.slice(0, 4), '', '', '', '']);
const sheet = (name: string, parts: Parameters<typeof formRows>[0] = {}) => ({ name, rows: formRows(parts) });

describe('of several sheets like the form', () => {
  test('a blank template beside the filled one is listed, not asked about', async () => {
    for (const sheets of [
      [sheet('Mẫu', { rows: blank }), sheet('Số liệu')],
      [sheet('Số liệu'), sheet('Mẫu', { rows: blank })],
    ]) {
      const report = await reportOf(bookOf(...sheets));
      expect(findingsOf(report)).toEqual([]);
      expect(report.observations[0]?.at.sheet).toBe('Số liệu');
      expect(report.repairs.map(({ code, from }) => [code, from])).toEqual([
        ['sheet-without-figures', 'Mẫu'],
      ]);
    }
  });

  test('the one whose name says the quarter asked, with or without its year', async () => {
    for (const [other, own] of [
      ['Quý II', 'Quý III'],
      ['Q2', 'Biểu Q3'],
      ['Quý 2-2026', 'Quý 3-2026'],
    ] as const) {
      const report = await reportOf(
        bookOf(sheet(other, { title: unitOnly }), sheet(own, { title: unitOnly })),
      );
      expect(findingsOf(report)).toEqual(['sheet-passed-over', 'title-without-period']);
      expect(report.observations[0]?.at.sheet).toBe(own);
    }
  });

  test('numerals of groups are no quarters', async () => {
    const report = await reportOf(
      bookOf(sheet('II', { title: unitOnly }), sheet('III', { title: unitOnly })),
    );
    expect(findingsOf(report)).toEqual(['sheet-unclear']);
  });

  test('a draft with a row more than the final one is asked about', async () => {
    const report = await reportOf(
      bookOf(sheet('Bản nháp'), sheet('Bản chính thức', { rows: indicatorRows().slice(0, 20) })),
    );
    expect(findingsOf(report)).toEqual(['sheet-unclear']);
    expect(report.findings[0]?.got).toBe('Bản nháp; Bản chính thức');
  });
});

test('a sheet whose name alone says a period, and another one, is told', async () => {
  const report = await reportOf(bookOf(sheet('Quý II-2026', { title: unitOnly })));
  expect(findingsOf(report)).toEqual(['period-differs', 'title-without-period']);
  expect(report.findings[0]).toMatchObject({ got: 'Quý II-2026', expected: '2026-Q3' });
  expect(findingsOf(await reportOf(bookOf(sheet('Quý II-2026'))))).toEqual([]);
});
