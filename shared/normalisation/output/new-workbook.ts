import { openTable } from '../container.ts';
import { isFormHeader } from '../form/header.ts';
import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource, InflateRaw } from '../report.ts';
import { type Cell, cellName, type Merge, type Row } from '../table.ts';
import { newPackage } from './new-package.ts';
import { type NewCell, type NewRow, sheetPart } from './new-sheet.ts';
import type { PackageParts } from './package-parts.ts';
import { type CellStyle, plainStyles, StyleAdditions } from './styles.ts';

/** The sheet of a text file, which has no name of its own. */
export const textSheetName = 'Nội dung tệp';

type ShownSheet = {
  name: string;
  hidden: boolean;
  rows: NewRow[];
  widths: number[];
  merges: readonly Merge[];
};

/** More are left out: whether two overlap is asked of each pair. */
const shownMerges = 1_000;
const shownFormats = 1_000;
/** Of a number format's code, as Excel bounds it. */
const formatLength = 255;

/**
 * A new workbook of what was read of a file: the cells as they are written, numbers as numbers with their
 * format, texts as texts. Of a file that cannot be read there is what could be, and maybe nothing.
 * @returns `whole`: false when cells were left out
 */
export async function newWorkbook(
  source: ByteSource,
  inflateRaw: InflateRaw,
): Promise<{ parts: PackageParts; whole: boolean }> {
  const sheets: ShownSheet[] = [];
  const formats = new Set<string>();
  let cells = 0;
  let length = 0;
  const isShort = () => cells <= limits.shownCells && length <= limits.shownLength;
  let whole = true;
  let date1904 = false;
  try {
    const table = await openTable(source, inflateRaw, isFormHeader);
    date1904 = table.date1904 ?? false;
    for (const sheet of table.sheets) {
      const name = shownName(sheet.name, sheets);
      const shown: ShownSheet = { name, hidden: sheet.hidden, rows: [], widths: [], merges: [] };
      sheets.push(shown);
      for await (const batch of isShort() ? sheet.rows() : []) {
        for (const row of batch) {
          cells += row.cells.length;
          for (const { text } of row.cells) length += text.length;
          if (row.cells.length > 0 && isShort()) shown.rows.push(shownRow(row, shown.widths, formats));
        }
        if (!isShort()) break;
      }
      whole &&= isShort();
      shown.merges = sheet.merges();
    }
  } catch (error) {
    // The finding that ended the reading stands in the list.
    if (!(error instanceof FileRefusal)) throw error;
    whole = false;
  }
  const styles = new StyleAdditions(plainStyles);
  const shown = sheets.map(({ name, hidden, rows, widths, merges }) => ({
    name,
    hidden,
    xml: sheetPart({ rows, widths, behindData: mergeElement(merges) }, styles),
  }));
  return { parts: newPackage({ sheets: shown, styles, date1904 }), whole };
}

/** A sheet's own name where a workbook admits it: up to 31 characters, none of these, and no other of the name. */
function shownName(name: string | null, others: readonly ShownSheet[]): string {
  const wanted = (name ?? textSheetName).replace(/[[\]:*?/\\]|^'|'$/g, '_').slice(0, 31) || '_';
  const taken = new Set(others.map((sheet) => sheet.name.toLowerCase()));
  let free = wanted;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${wanted.slice(0, 26)} ${number}`;
  return free;
}

/** Merged ranges, as far as they do not overlap, which no workbook admits. */
function mergeElement(merges: readonly Merge[]): string {
  const kept: Merge[] = [];
  for (const merge of merges.slice(0, shownMerges)) {
    const apart = kept.every(
      (other) =>
        merge.bottom < other.top ||
        other.bottom < merge.top ||
        merge.right < other.left ||
        other.right < merge.left,
    );
    const isRange = merge.top < merge.bottom || merge.left < merge.right;
    if (apart && isRange) kept.push(merge);
  }
  if (kept.length === 0) return '';
  const tags = kept.map(
    ({ top, bottom, left, right }) => `<mergeCell ref="${cellName(left, top)}:${cellName(right, bottom)}"/>`,
  );
  return `<mergeCells count="${kept.length}">${tags.join('')}</mergeCells>`;
}

/** A row as it is shown; the widths grow to what it holds. */
function shownRow(row: Row, widths: number[], formats: Set<string>): NewRow {
  for (const { column, text } of row.cells) {
    if (column >= 256) continue;
    for (let at = widths.length; at <= column; at += 1) widths.push(10);
    widths[column] = Math.max(widths[column] as number, Math.min(60, text.length + 2));
  }
  return { number: row.number, cells: row.cells.map((cell) => shownCell(cell, formats)) };
}

const errors = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** @param formats the number formats that were met; more than a workbook of people has are not kept */
function shownCell({ column, text, kind, format }: Cell, formats: Set<string>): NewCell {
  if (format && formats.size < shownFormats && format.length <= formatLength) formats.add(format);
  const isKept = format && format !== 'General' && formats.has(format);
  const style: CellStyle | undefined = isKept ? { format } : undefined;
  const cell = { column, ...(style && { style }) };
  if (kind === 'number' && /^-?\d{1,300}(\.\d{1,300})?(E[+-]?\d{1,3})?$/i.test(text)) {
    return { ...cell, number: text };
  }
  if (kind === 'boolean') return { ...cell, boolean: text === 'TRUE' };
  if (kind === 'error' && errors.has(text)) return { ...cell, error: text };
  return { ...cell, text };
}
