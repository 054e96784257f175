import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';

/** Reads a sample with a library that did not write it. Shares nothing with the generator. */

export type Entry = { unitCode: string; file: string; contentType: string; written: string };
export type Reread = {
  unitLine: string;
  periodLine: string;
  /** By indicator code where the file has codes, else by folded name. Texts as they stand; '' where empty. */
  rows: Map<string, { a: string; b: string; result: string }>;
};

export const samplesFolder = new URL('../../../local/samples/2026-Q3/', import.meta.url);

export function bytesOf(entry: Pick<Entry, 'file'>): Buffer {
  return readFileSync(new URL(encodeURIComponent(entry.file), samplesFolder));
}

export async function rereadSample(entry: Entry): Promise<Reread> {
  const bytes = bytesOf(entry);
  const grids = entry.file.endsWith('.xlsx')
    ? entry.written.startsWith('sheetjs')
      ? await gridsByHucre(bytes)
      : gridsBySheetjs(bytes)
    : [gridOfText(bytes, entry.written)];
  const grid = grids.find((candidate) => headerOf(candidate) !== undefined);
  const header = grid && headerOf(grid);
  if (!grid || header === undefined) throw new Error(`${entry.file}: no heading row`);
  return {
    unitLine: valueAfter(grid, 'đơn vị báo cáo:'),
    periodLine: valueAfter(grid, 'kỳ báo cáo:'),
    rows: figureRows(grid, header),
  };
}

/** One key for every spelling of a Vietnamese text: case, spaces, Unicode form, placement of the tone. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((word) => {
      const letters = word.normalize('NFD');
      const tones = letters.match(tone) ?? [];
      return letters.replaceAll(tone, '').normalize('NFC') + tones.join('');
    })
    .join(' ');
}
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

type Grid = string[][];

function gridsBySheetjs(bytes: Buffer): Grid[] {
  const book = XLSX.read(bytes, { type: 'buffer', cellNF: true });
  const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  return visible.map((name) => {
    const sheet = book.Sheets[name] as XLSX.WorkSheet;
    const { e: end } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
    return Array.from({ length: end.r + 1 }, (_, r) =>
      Array.from({ length: end.c + 1 }, (_, c) => {
        const cell = sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined;
        if (cell?.v === undefined) return '';
        const shown = String(cell.z ?? '').endsWith('%') ? (Number(cell.v) * 100).toFixed(2) : cell.v;
        return String(shown);
      }),
    );
  });
}

async function gridsByHucre(bytes: Buffer): Promise<Grid[]> {
  const book = await readXlsx(bytes);
  return book.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => sheet.rows.map((row) => row.map((value) => (value === null ? '' : String(value)))));
}

function gridOfText(bytes: Buffer, written: string): Grid {
  const label = /utf-16[bl]e|utf-8/.exec(written)?.[0];
  const text = new TextDecoder(label, { fatal: true }).decode(bytes);
  const delimiter = { comma: ',', semicolon: ';', tab: '\t' }[/comma|semicolon|tab/.exec(written)?.[0] ?? ''];
  if (!label || !delimiter) throw new Error(`cannot tell how it was written: ${written}`);
  return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
}

function headerOf(grid: Grid): number | undefined {
  const index = grid.findIndex((row) => row.some((cell) => folded(cell).startsWith(folded('tử số'))));
  return index < 0 ? undefined : index;
}

function figureRows(grid: Grid, header: number): Reread['rows'] {
  const column = (...starts: string[]) =>
    (grid[header] ?? []).findIndex((cell) => starts.some((start) => folded(cell).startsWith(folded(start))));
  const [code, name] = [column('mã'), column('chỉ tiêu', 'tên chỉ tiêu')];
  const [a, b, result] = [column('tử số'), column('mẫu số'), column('kết quả', 'thực hiện')];
  const rows: Reread['rows'] = new Map();
  for (const row of grid.slice(header + 1)) {
    const key = code >= 0 ? (row[code] ?? '') : folded(row[name] ?? '');
    if (key === '' || rows.has(key)) continue;
    rows.set(key, { a: row[a] ?? '', b: row[b] ?? '', result: row[result] ?? '' });
  }
  return rows;
}

function valueAfter(grid: Grid, label: string): string {
  for (const row of grid) {
    for (const [index, cell] of row.entries()) {
      const text = cell.normalize('NFC');
      if (!text.toLowerCase().startsWith(label)) continue;
      return text.slice(label.length).trim() || (row.slice(index + 1).find((next) => next !== '') ?? '');
    }
  }
  return '';
}
