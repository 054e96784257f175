import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { writeXlsx } from 'hucre';
import { csvText, findingsOf, formRows, indicatorRows, reportOf, titleRows } from './form-files.ts';
import { bookOf, type TestSheet } from './layout-files.ts';

const form: TestSheet = { name: 'Biểu 766', rows: formRows() };
const lastQuarter: TestSheet = {
  name: 'Kỳ trước',
  rows: formRows({ title: [...titleRows.slice(0, 2), ['Kỳ báo cáo: Quý II/2026']] }),
};
const cover: TestSheet = { name: 'Bìa', rows: [['UBND TỈNH ĐỒNG THÁP'], ['BÁO CÁO QUÝ III NĂM 2026']] };
const figuresOnly: TestSheet = {
  name: 'Số liệu khác',
  rows: [
    ['Nội dung', 'A', 'B'],
    ['Một', 1, 2],
    ['Hai', 3, 4],
    ['Ba', 5, 6],
  ],
};

describe('the sheet that holds the form is chosen by what it says', () => {
  test('a cover is passed over and listed, wherever it stands', async () => {
    for (const sheets of [
      [cover, form],
      [form, cover],
    ]) {
      const report = await reportOf(bookOf(...sheets));
      expect(findingsOf(report)).toEqual([]);
      expect(report.repairs.map(({ code, from }) => [code, from])).toEqual([
        ['sheet-without-figures', 'Bìa'],
      ]);
      expect(report.observations[0]?.at.sheet).toBe('Biểu 766');
      expect(report.counts).toMatchObject({ rowsRead: 25, rowsUsed: 21, rowsSkipped: 4, observations: 21 });
    }
  });

  test('a small table that names no indicator, above the form, is not taken for it', async () => {
    const summary = [
      ['STT', 'Chỉ tiêu', 'Kết quả', 'Ghi chú'],
      ['1', 'Số chỉ tiêu đạt', '15', ''],
      ['2', 'Số chỉ tiêu chưa đạt', '2', ''],
    ];
    const report = await reportOf(csvText(formRows({ title: [...titleRows, ...summary] })));
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 28, rowsUsed: 21, rowsSkipped: 7 });
  });

  test('the sheet of another period is passed over and told', async () => {
    for (const sheets of [
      [lastQuarter, form],
      [form, lastQuarter],
    ]) {
      const report = await reportOf(bookOf(...sheets));
      expect(findingsOf(report)).toEqual(['sheet-passed-over']);
      expect(report.findings[0]).toMatchObject({ severity: 'warning', got: 'Kỳ trước' });
      expect(report.observations[0]?.at.sheet).toBe('Biểu 766');
    }
  });

  test('a sheet of other figures is passed over and told', async () => {
    const report = await reportOf(bookOf(figuresOnly, form));
    expect(findingsOf(report)).toEqual(['sheet-passed-over']);
    expect(report.verdict).toBe('passed-with-warnings');
  });

  test('a second sheet that is as good is asked about, never chosen', async () => {
    const report = await reportOf(bookOf(form, { ...form, name: 'Biểu 766 (2)' }));
    expect(findingsOf(report)[0]).toBe('sheet-unclear');
    expect(report.findings[0]).toMatchObject({ severity: 'error', got: 'Biểu 766; Biểu 766 (2)' });
    expect(report).toMatchObject({ verdict: 'returned', layout: null, observations: [] });
    expect(report.counts.rowsRead).toBe(report.counts.rowsSkipped);
  });

  test('a sheet that has more for it in one way and less in another is asked about', async () => {
    const some = formRows({ title: titleRows, rows: indicatorRows().slice(0, 5) });
    const untitled = formRows({ title: [] });
    const report = await reportOf(bookOf({ name: 'a', rows: some }, { name: 'b', rows: untitled }));
    expect(findingsOf(report)[0]).toBe('sheet-unclear');
  });

  test.each(['hidden', 'veryHidden'] as const)('a %s sheet of figures is named', async (state) => {
    const report = await reportOf(bookOf({ ...figuresOnly, state }, form));
    expect(findingsOf(report)).toEqual(['sheet-hidden']);
    expect(report.findings[0]).toMatchObject({ severity: 'warning', got: 'Số liệu khác' });
  });

  test('a hidden list is listed; an empty sheet is nothing', async () => {
    const list: TestSheet = {
      name: 'DanhMuc',
      state: 'hidden',
      rows: [
        ['Mã', 'Tên'],
        ['A', 'Một'],
      ],
    };
    const report = await reportOf(bookOf(list, { name: 'Sheet2', rows: [] }, form));
    expect(findingsOf(report)).toEqual([]);
    expect(report.repairs.map(({ from }) => from)).toEqual(['DanhMuc']);
  });

  test('a form in a hidden sheet alone stays an error', async () => {
    const report = await reportOf(bookOf(cover, { ...form, state: 'hidden' }));
    expect(findingsOf(report)[0]).toBe('header-in-hidden-sheet');
    expect(report.verdict).toBe('returned');
  });

  test('sheets of other writers', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('Bìa').addRows(cover.rows.map((row) => [...row]));
    book.addWorksheet('Kỳ trước', { state: 'hidden' }).addRows(lastQuarter.rows.map((row) => [...row]));
    book.addWorksheet('Biểu').addRows(formRows());
    const byExceljs = await reportOf(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(findingsOf(byExceljs)).toEqual(['sheet-hidden']);
    const byHucre = await writeXlsx({
      sheets: [
        { name: 'Kỳ trước', rows: lastQuarter.rows.map((row) => [...row]) },
        { name: 'Biểu', rows: formRows() },
      ],
    });
    expect(findingsOf(await reportOf(new Uint8Array(byHucre)))).toEqual(['sheet-passed-over']);
  });
});

describe('without a form, the content tells which it is', () => {
  const without = { form: undefined } as unknown as { form: string };

  test('by its title, or by its indicators', async () => {
    const titled = await reportOf(csvText(formRows()), without);
    expect(titled).toMatchObject({ form: 'qd766', verdict: 'passed' });
    const untitled = await reportOf(
      csvText(formRows({ title: titleRows.filter(([text]) => !text?.startsWith('Biểu mẫu')) })),
      without,
    );
    expect(untitled).toMatchObject({ form: 'qd766', verdict: 'passed' });
  });

  test('none, or two that are as good, are asked', async () => {
    const none = await reportOf(
      csvText(formRows({ title: [], rows: [['1', 'X', 'Lạ', '', '1', '2', '', '']] })),
      without,
    );
    expect(none).toMatchObject({ form: null, layout: null, verdict: 'returned' });
    expect(findingsOf(none)).toEqual(['form-unclear']);
    expect(none.findings[0]?.expected).toBe('qd766, cds');
    const two = [indicatorRows()[0] as string[], ['2', '749-02', '', '%', '1', '2', '', '']];
    const both = await reportOf(csvText(formRows({ title: [], rows: two })), without);
    expect(findingsOf(both)).toEqual(['form-unclear']);
  });
});
