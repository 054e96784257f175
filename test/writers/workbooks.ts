import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';
import { withFixedZipDates } from '../../tools/samples/fixed-zip-dates.ts';

/** A cell as a writer is given it; `format` is a number format code. */
export type WrittenCell = string | number | boolean | null | { number: number; format: string };
export type WrittenSheet = { name: string; rows: readonly (readonly WrittenCell[])[] };

/** Writes workbooks by programs that know nothing of the reader under test. */
export const workbookWriters = {
  'hucre shared': (sheets: readonly WrittenSheet[]) => withHucre(sheets, 'shared'),
  'hucre inline': (sheets: readonly WrittenSheet[]) => withHucre(sheets, 'inline'),
  exceljs: withExceljs,
  'sheetjs xlsx': (sheets: readonly WrittenSheet[]) => withSheetjs(sheets, 'xlsx'),
  'sheetjs biff8': (sheets: readonly WrittenSheet[]) => withSheetjs(sheets, 'biff8'),
} as const satisfies Record<string, (sheets: readonly WrittenSheet[]) => Promise<Uint8Array>>;

export type WorkbookWriter = keyof typeof workbookWriters;

/** What stands in workbooks as the time of their making: the same bytes every day. */
const saved = new Date('2026-09-21T02:00:00Z');

async function withHucre(sheets: readonly WrittenSheet[], stringMode: 'shared' | 'inline') {
  const bytes = await writeXlsx({
    properties: { created: saved, modified: saved },
    stringMode,
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map(plainValue)),
      cells: new Map(
        formatted(rows).map(({ row, column, cell }) => [
          `${row},${column}`,
          { value: cell.number, style: { numFmt: cell.format } },
        ]),
      ),
    })),
  });
  return new Uint8Array(withFixedZipDates(Buffer.from(bytes)));
}

async function withExceljs(sheets: readonly WrittenSheet[]) {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { created: saved, modified: saved });
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row.map(plainValue));
    for (const { row, column, cell } of formatted(rows)) {
      sheet.getCell(row + 1, column + 1).numFmt = cell.format;
    }
  }
  return new Uint8Array(withFixedZipDates(Buffer.from(await workbook.xlsx.writeBuffer())));
}

async function withSheetjs(sheets: readonly WrittenSheet[], bookType: 'xlsx' | 'biff8') {
  const workbook = XLSX.utils.book_new();
  workbook.Props = { CreatedDate: saved, ModifiedDate: saved };
  for (const { name, rows } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map(plainValue)));
    for (const { row, column, cell } of formatted(rows)) {
      const target = sheet[XLSX.utils.encode_cell({ r: row, c: column })] as XLSX.CellObject;
      target.z = cell.format;
    }
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  const bytes = XLSX.write(workbook, {
    type: 'buffer',
    bookType,
    compression: true,
    bookSST: true,
  }) as Buffer;
  return new Uint8Array(bookType === 'xlsx' ? withFixedZipDates(bytes) : bytes);
}

function plainValue(cell: WrittenCell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? cell.number : cell;
}

function formatted(rows: WrittenSheet['rows']) {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      typeof cell === 'object' && cell !== null ? [{ row, column, cell }] : [],
    ),
  );
}
