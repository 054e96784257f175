import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { type WorkbookWriter, type WrittenCell, workbookWriters } from '../../writers/workbooks.ts';
import { expectAgreement, readByHucre, readBySheetjs, readByUs } from './cell-agreement.ts';

/** Cell for cell, our reader of workbooks says what another one says: text, number, date, error, format. */

const filesIn = (folder: string, kind: RegExp) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => kind.test(name))
    .map((name): [string, Uint8Array] => [
      name,
      new Uint8Array(readFileSync(new URL(encodeURIComponent(name), url))),
    ]);
};

describe('real files', () => {
  test.each(filesIn('../../data/real/', /\.xlsx$/))('%s as hucre reads it', async (_name, bytes) => {
    expect(expectAgreement(await readByUs(bytes), await readByHucre(bytes))).toBeGreaterThan(100);
  });

  test.each(filesIn('../../data/real/', /\.xls$/))('%s as SheetJS reads it', async (_name, bytes) => {
    expect(expectAgreement(await readByUs(bytes), readBySheetjs(bytes))).toBeGreaterThan(100);
  });

  test.each(filesIn('../../../local/samples/2026-Q3/', /\.xlsx$/))(
    '%s as hucre reads it',
    async (_name, bytes) => {
      expect(expectAgreement(await readByUs(bytes), await readByHucre(bytes))).toBeGreaterThan(100);
    },
  );
});

/** Texts as people and programs leave them; a carriage return is a line feed in XML (XML 1.0, 2.11). */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      ' trước',
      'sau ',
      'hai\ndòng',
      'a\tb',
      '<b>&amp;"\'',
      '_x0041_',
      '0123',
      '=1+1',
      'TRUE',
      '1e5',
      '#N/A',
    ),
    fc.constantFrom('Đơn vị tính: triệu đồng', 'Tỷ lệ'.normalize('NFD'), '\u00a0Hà\u00a0Nội', '\u{1F600}'),
  )
  .filter((each) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(each.replaceAll(/[\n\t]/g, '')));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0)),
  fc.nat(100).map((each) => each / 100),
);
const formats = ['0.00', '#,##0', '0.00%', '0%', 'dd/mm/yyyy', '#,##0.00" đồng"', '[$-42A]h:mm', '0.0E+00'];
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: text },
  { weight: 4, arbitrary: number },
  { weight: 1, arbitrary: fc.boolean() },
  {
    weight: 3,
    arbitrary: fc.record({
      number: fc.nat(60_000).map((each) => each / 4),
      format: fc.constantFrom(...formats),
    }),
  },
) as fc.Arbitrary<WrittenCell>;
const rows = fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 12 });

describe('random workbooks', () => {
  test.each(Object.keys(workbookWriters) as WorkbookWriter[])('written by %s', async (writer) => {
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const bytes = await workbookWriters[writer]([
          { name: 'Một', rows: some },
          { name: 'Hai & ba', rows: [['x']] },
        ]);
        const theirs = writer === 'sheetjs biff8' ? readBySheetjs(bytes) : await readByHucre(bytes);
        expectAgreement(await readByUs(bytes), theirs);
      }),
      { numRuns: 60 },
    );
  });

  test('errors, formulas with what they gave, rich texts, hidden sheets, merges, the 1904 calendar', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = true;
    const sheet = workbook.addWorksheet('Một', { state: 'hidden' });
    sheet.addRow([{ error: '#REF!' }, { error: '#N/A' }, { formula: 'A1', result: { error: '#DIV/0!' } }]);
    sheet.addRow([
      { formula: '1+1', result: 2 },
      { formula: '"a"', result: 'chữ' },
      { formula: 'TRUE()', result: true },
    ]);
    sheet.addRow([{ richText: [{ text: 'Tỷ ' }, { text: 'lệ', font: { bold: true } }] }, 'gộp']);
    sheet.mergeCells('B3:D4');
    workbook.addWorksheet('Hai').addRow(['x']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expectAgreement(await readByUs(bytes), await readByHucre(bytes));
  });
});
