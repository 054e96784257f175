import { openTable } from '../../shared/normalisation/container.ts';
import { isOwnSheet } from '../../shared/normalisation/layout/own-sheets.ts';
import { isDateFormat } from '../../shared/normalisation/number/number-format.ts';
import { readDate } from '../../shared/normalisation/number/read-date.ts';
import { FileRefusal } from '../../shared/normalisation/refusal.ts';
import type { ByteSource, InflateRaw } from '../../shared/normalisation/report.ts';
import { type Cell, cellName, isWithoutValue } from '../../shared/normalisation/table.ts';
import type { RowCell } from './check-messages.ts';

/** A row of the file as it is written, its cells in order. */
export type FileRow = { sheet: string | null; row: number; cells: readonly RowCell[] };

/** In longer files rows without figures are not gone through again: the file would be read twice. */
export const rowsGoneThrough = 20_000;
const textLength = 300;

/**
 * The rows of a file that hold something, sheet by sheet, in short: what a reader of the table sees of rows that became no
 * figure. Sheets that this service wrote itself are no part of the report. Of a file that cannot be read there is what
 * could be.
 */
export async function rowsOf(source: ByteSource, inflateRaw: InflateRaw): Promise<FileRow[]> {
  const found: FileRow[] = [];
  try {
    const table = await openTable(source, inflateRaw);
    for (const sheet of table.sheets.filter(({ hidden }) => !hidden)) {
      let isFirst = true;
      for await (const rows of sheet.rows()) {
        if (isFirst && isOwnSheet(rows)) break;
        isFirst = false;
        for (const { number, cells } of rows) {
          const shown = shownCells(cells, table.date1904 ?? false);
          if (shown.length > 0) found.push({ sheet: sheet.name, row: number, cells: shown });
        }
        if (found.length > rowsGoneThrough) return found;
      }
    }
  } catch (error) {
    // The finding that ended the reading stands in the list.
    if (!(error instanceof FileRefusal)) throw error;
  }
  return found;
}

/** As many cells of a row as a line has room for. */
function shownCells(cells: readonly Cell[], date1904: boolean): RowCell[] {
  const shown: RowCell[] = [];
  let room = textLength;
  for (const cell of cells) {
    const text = shortened(cell.text.trim().replace(/\s+/g, ' '), room);
    if (text === '') continue;
    shown.push({ column: cellName(cell.column, 1).slice(0, -1), ...shownAs(cell, text, date1904) });
    room -= text.length;
    if (room <= 0) break;
  }
  return shown;
}

/** A number and a day as such, for readers of either language; a share stays as it is stored. */
function shownAs(cell: Cell, text: string, date1904: boolean): Pick<RowCell, 'text' | 'kind'> {
  if (isWithoutValue(cell)) return { text: '', kind: 'no-result' };
  if (cell.kind !== 'number') return { text, kind: 'text' };
  if (!isDateFormat(cell.format ?? 'General')) return { text, kind: 'value' };
  const day = readDate(cell, { ...anyWindow, date1904 })?.value.slice(0, 10);
  return { text: day ?? text, kind: 'value' };
}

/** A date that is stored as a number needs none. */
const anyWindow = { window: { from: '2000-01-01', to: '2099-12-31' }, year: 2000 };

function shortened(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}
