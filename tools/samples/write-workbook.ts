import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { type Cell as HucreCell, writeXlsx } from 'hucre/xlsx';
import { withFixedZipDates } from './fixed-zip-dates.ts';
import type { Cell, Table } from './report-layout.ts';
import { withDotThousands } from './vietnamese-writing.ts';

/** How a workbook is written. */
export type WorkbookFormat = {
  writer: 'hucre' | 'exceljs' | 'sheetjs';
  /** Where the library keeps texts: one table, or in the cells. */
  strings: 'shared' | 'inline';
  /** `formatted`: numbers with #,##0 · `general`: numbers as they are · `text`: 405.424 as text */
  numbers: 'formatted' | 'general' | 'text';
  /** `points`: 88.47 · `fraction`: 0.8847 shown as 88.47% · `formula`: computed from a and b */
  percents: 'points' | 'fraction' | 'formula';
};
export type Sheet = { name: string; hidden: boolean; table: Table };

/** The bytes of a workbook, without author and with fixed dates. */
export async function writeWorkbook(sheets: readonly Sheet[], format: WorkbookFormat): Promise<Buffer> {
  const writers = { hucre: writeWithHucre, exceljs: writeWithExceljs, sheetjs: writeWithSheetjs };
  return withFixedZipDates(await writers[format.writer](sheets, format));
}

const saved = new Date('2026-09-21T02:00:00Z');
const widths = { first: 8, wide: 44, other: 16 };

/** A cell as a workbook holds it. */
type Stored = { value: string | number; format: string | null; formula: string | null; bold: boolean };

function stored(cell: Cell, { numbers, percents }: WorkbookFormat): Stored {
  if (cell.is === 'text') return { value: cell.text, format: null, formula: null, bold: cell.bold ?? false };
  const plain = { formula: null, bold: false };
  if (numbers === 'text') return { ...plain, value: withDotThousands(cell.decimal), format: null };
  const whole = cell.is === 'count';
  const format = numbers === 'general' ? null : whole ? '#,##0' : formatFor(cell.decimal);
  if (cell.is !== 'percent') return { ...plain, value: Number(cell.decimal), format };
  if (percents === 'fraction') {
    return { ...plain, value: Math.round(Number(cell.decimal) * 100) / 10_000, format: '0.00%' };
  }
  const formula = percents === 'formula' ? `ROUND(${cell.of.a}/${cell.of.b}*100,2)` : null;
  return { ...plain, value: Number(cell.decimal), format, formula };
}

/** With as many decimals as the figure has, two at least. */
function formatFor(decimal: string): string {
  return `0.${'0'.repeat(Math.max(2, decimal.split('.')[1]?.length ?? 0))}`;
}

async function writeWithHucre(sheets: readonly Sheet[], format: WorkbookFormat): Promise<Buffer> {
  const bytes = await writeXlsx({
    properties: { created: saved, modified: saved },
    stringMode: format.strings,
    activeSheet: activeSheet(sheets),
    sheets: sheets.map(({ name, hidden, table }) => {
      const cells = new Map<string, Partial<HucreCell>>();
      for (const { row, column, cell } of cellsOf(table)) {
        const { value, format: numFmt, formula, bold } = stored(cell, format);
        const style = { ...(numFmt && { numFmt }), ...(bold && { font: { bold } }) };
        const computed = formula === null ? { value } : { formula, formulaResult: value };
        cells.set(`${row},${column}`, { ...computed, ...((numFmt || bold) && { style }) });
      }
      return {
        name,
        hidden,
        rows: table.rows.map(() => []),
        cells,
        columns: columnWidths(table).map((width) => ({ width })),
        merges: table.merges.map(({ row, from, to }) => ({
          startRow: row,
          startCol: from,
          endRow: row,
          endCol: to,
        })),
      };
    }),
  });
  return Buffer.from(bytes);
}

/** Texts in the cells come from the library's streaming writer, whose archive carries data descriptors. */
async function writeWithExceljs(sheets: readonly Sheet[], format: WorkbookFormat): Promise<Buffer> {
  if (format.strings === 'shared') {
    const workbook = new ExcelJS.Workbook();
    fillExceljs(workbook, sheets, format);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  fillExceljs(workbook, sheets, format);
  await workbook.commit();
  return await bytes;
}

function fillExceljs(workbook: ExcelJS.Workbook, sheets: readonly Sheet[], format: WorkbookFormat): void {
  Object.assign(workbook, { created: saved, modified: saved });
  const view = { x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, visibility: 'visible' as const };
  workbook.views = [{ ...view, activeTab: activeSheet(sheets) }];
  for (const { name, hidden, table } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    for (const [index, width] of columnWidths(table).entries()) sheet.getColumn(index + 1).width = width;
    for (const { row, column, cell } of cellsOf(table)) {
      const { value, format: numFmt, formula, bold } = stored(cell, format);
      const target = sheet.getCell(row + 1, column + 1);
      target.value = formula === null ? value : { formula, result: value, date1904: false };
      if (numFmt) target.numFmt = numFmt;
      if (bold) target.font = { bold };
    }
    for (const { row, from, to } of table.merges) sheet.mergeCells(row + 1, from + 1, row + 1, to + 1);
  }
}

async function writeWithSheetjs(sheets: readonly Sheet[], format: WorkbookFormat): Promise<Buffer> {
  const workbook = XLSX.utils.book_new();
  for (const { name, table } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet([[]]);
    const width = Math.max(...table.rows.map((row) => row.length));
    sheet['!ref'] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: table.rows.length - 1, c: width - 1 },
    });
    for (const { row, column, cell } of cellsOf(table)) {
      const { value, format: numFmt, formula } = stored(cell, format);
      const target: XLSX.CellObject = { t: typeof value === 'number' ? 'n' : 's', v: value };
      if (numFmt) target.z = numFmt;
      if (formula) target.f = formula;
      sheet[XLSX.utils.encode_cell({ r: row, c: column })] = target;
    }
    sheet['!merges'] = table.merges.map(({ row, from, to }) => ({
      s: { r: row, c: from },
      e: { r: row, c: to },
    }));
    sheet['!cols'] = columnWidths(table).map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  workbook.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  workbook.Props = { CreatedDate: saved, ModifiedDate: saved };
  return XLSX.write(workbook, {
    type: 'buffer',
    bookType: 'xlsx',
    compression: true,
    bookSST: format.strings === 'shared',
  });
}

function* cellsOf(table: Table): Iterable<{ row: number; column: number; cell: Cell }> {
  for (const [row, cells] of table.rows.entries()) {
    for (const [column, cell] of cells.entries()) if (cell) yield { row, column, cell };
  }
}

function columnWidths(table: Table): number[] {
  const header = table.rows[table.headerRow] ?? [];
  return header.map((cell, index) => {
    const named = cell?.is === 'text' && /chỉ tiêu/i.test(cell.text) && !/^mã/i.test(cell.text);
    return named ? widths.wide : index === 0 ? widths.first : widths.other;
  });
}

/** The sheet that opens: the last one that is not hidden. */
function activeSheet(sheets: readonly Sheet[]): number {
  return sheets.findLastIndex(({ hidden }) => !hidden);
}
