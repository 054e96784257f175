import * as XLSX from '@e965/xlsx';
import { expect } from '@jest/globals';
import { type CellValue, dateToSerial, type Cell as HucreCell } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { openTable } from '../../../shared/normalisation/container.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import { cellName, type Sheet } from '../../../shared/normalisation/table.ts';

/** What a cell holds, in one form for every reader: `text:abc`, `number:1.5 (0.00%)`, `error:#REF!`. */
export type Cells = Map<string, string>;
export type Book = { name: string; hidden: boolean; cells: Cells }[];

/** A book as our reader sees it; texts as they are stored, since no other reader mends them. */
export async function readByUs(bytes: Uint8Array): Promise<Book> {
  const { sheets } = await openTable(bytesInMemory(bytes), inflateWeb);
  return Promise.all(
    sheets.map(async (sheet) => ({
      name: sheet.name ?? '',
      hidden: sheet.hidden,
      cells: await cellsOf(sheet),
    })),
  );
}

async function cellsOf(sheet: Sheet): Promise<Cells> {
  const cells: Cells = new Map();
  for await (const rows of sheet.rows()) {
    for (const { number, cells: found } of rows) {
      for (const { column, kind, text, format, was } of found) {
        const stored = was?.text ?? text;
        const said =
          kind === 'number' ? `number:${Number(stored)} (${format ?? 'General'})` : `${kind}:${stored}`;
        cells.set(cellName(column, number), said);
      }
    }
  }
  return cells;
}

/** A workbook as hucre's full reader sees it. */
export async function readByHucre(bytes: Uint8Array): Promise<Book> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.map(({ name, rows, cells: detailed, hidden, veryHidden }) => {
    const cells: Cells = new Map();
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        const said = hucreSays(value, detailed?.get(`${row},${column}`));
        if (said !== undefined) cells.set(cellName(column, row + 1), said);
      }
    }
    return { name, hidden: Boolean(hidden || veryHidden), cells };
  });
}

function hucreSays(value: CellValue, cell: HucreCell | undefined): string | undefined {
  const format = cell?.style?.numFmt ?? 'General';
  if (value === null || value === '') return undefined;
  // An XML processor gives a line feed for each of the ends of lines (XML 1.0, 2.11); hucre leaves them.
  if (typeof value === 'string' && cell?.type !== 'error') return `text:${value.replace(/\r\n?/g, '\n')}`;
  if (value instanceof Date) return `number:${roundedSerial(dateToSerial(value))} (${format})`;
  if (typeof value === 'number') return `number:${value} (${format})`;
  if (typeof value === 'boolean') return `boolean:${String(value).toUpperCase()}`;
  return `error:${value}`;
}

/** An old workbook as SheetJS sees it. */
export function readBySheetjs(bytes: Uint8Array): Book {
  const book = XLSX.read(bytes, { type: 'array', cellNF: true, cellDates: false, cellText: false });
  return book.SheetNames.map((name, at) => {
    const cells: Cells = new Map();
    for (const [place, cell] of Object.entries(book.Sheets[name] as Record<string, XLSX.CellObject>)) {
      if (place.startsWith('!') || cell.t === 'z' || cell.v === '' || cell.v === undefined) continue;
      cells.set(place, sheetjsSays(cell));
    }
    return { name, hidden: Boolean(book.Workbook?.Sheets?.[at]?.Hidden), cells };
  });
}

/** BErr ([MS-XLS] 2.5.10): the codes of errors. */
const errors: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function sheetjsSays({ t, v, z }: XLSX.CellObject): string {
  if (t === 'n') return `number:${v} (${z ?? 'General'})`;
  if (t === 'b') return `boolean:${String(v).toUpperCase()}`;
  return t === 'e' ? `error:${errors.get(v)}` : `text:${v}`;
}

/** A Date has whole milliseconds; a serial has more. */
function roundedSerial(serial: number): number {
  return Math.round(serial * 86_400_000) / 86_400_000;
}

/** Every cell that both read says the same; none is seen by one alone. */
export function expectAgreement(ours: Book, theirs: Book): number {
  expect(ours.map(({ name, hidden }) => ({ name, hidden }))).toEqual(
    theirs.map(({ name, hidden }) => ({ name, hidden })),
  );
  let cells = 0;
  for (const [at, sheet] of ours.entries()) {
    const other = theirs[at]?.cells ?? new Map<string, string>();
    expect(sorted(sheet.cells)).toEqual(sorted(other));
    cells += other.size;
  }
  return cells;
}

function sorted(cells: Cells): string[] {
  return [...cells].map(([place, said]) => `${place} ${said}`).sort();
}
