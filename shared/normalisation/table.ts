import type { ReadingFault } from './reading-faults.ts';
import type { VisitRecord } from './records/byte-record.ts';
import type { Report } from './report.ts';

/** A file as sheets of rows of cells: what the containers give and what the layouts read. */
export type Table = {
  container: Report['file']['container'];
  encoding: string | null;
  /** Dates are counted from 1904, as old workbooks of the Macintosh do; else from 1900. */
  date1904?: boolean;
  sheets: readonly Sheet[];
  /** Lines that belong to the container, not to the table (`sep=;`), and were passed over. */
  passedOver: readonly { code: 'sep-line'; row: number; column: number; text: string }[];
};

/** A cell by its place; columns from 0, rows from 1. */
export type Place = { sheet: string | null; row: number; column: number };

export type Sheet = {
  /** Null in a text file. */
  name: string | null;
  hidden: boolean;
  /** As its workbook's. */
  date1904?: boolean;
  /** The rows from the top, a batch at a time; each call reads the sheet anew. */
  rows(): AsyncIterable<Row[]>;
  /**
   * The same records as bytes, each visited in turn without an object a row or cell, for layouts of a million
   * rows; absent where the container gives rows alone. Each call reads the sheet anew.
   */
  records?(visit: VisitRecord): Promise<void>;
  /** The merged ranges, known once the rows were read to their end. */
  merges(): readonly Merge[];
};

export type Row = {
  /** From 1: the sheet's row, or the record of a text file (blank ones counted). */
  number: number;
  /** The cells that hold something, by column. */
  cells: Cell[];
  /** How many fields a text file's record has; null in a workbook, where a row has no width. */
  width: number | null;
  faults: RowFault[];
};

export type Cell = {
  /** From 0. */
  column: number;
  /** The text in the file, after the container's own escapes: of a number, its literal. */
  text: string;
  kind: 'text' | 'number' | 'boolean' | 'error';
  /** The number format code; null in a text file. */
  format: string | null;
  /** True when the text is a formula's cached result. */
  formula: boolean;
  /**
   * Set by a container and gone when the texts are decoded: the workbook names a TCVN3 font (`.VnTime`) for
   * the whole text, or for runs of it, in order.
   */
  legacy?: true | readonly { text: string; legacy: boolean }[];
  /** Part of the text is struck out, or raised as the mark of a footnote is: `1290¹` is stored as `12901`. */
  setApart?: true;
  /** The text as it is stored, where decoding a legacy font or composing letters changed it. */
  was?: { code: 'tcvn3' | 'composed'; text: string };
};

/** A fault in how a row is written: its figures are not used. */
export type RowFault = { code: ReadingFault; column: number; got: string | null };

/** The text of a formula's cell that has no cached value, of kind `error`: what it comes to is not in the file. */
export const noCachedValue = '=';

/** True for a formula that was never computed, as programs write it that do not compute (openpyxl). */
export function isWithoutValue(cell: Cell | undefined): boolean {
  return cell?.kind === 'error' && cell.text === noCachedValue;
}

/** All bounds included; rows from 1, columns from 0. */
export type Merge = { top: number; bottom: number; left: number; right: number };

/** The A1 name of a cell: column 3 of row 7 is `D7`. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + row;
}

/** The position that an A1 name means, or undefined when it means none (`$` is not part of a stored name). */
export function positionOf(name: string): { column: number; row: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

/** Writes what heads a merge down a column into each row that it covers, as the page shows it for all of them. */
export function fillDown(rows: readonly Row[], merges: readonly Merge[], column: number): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { top, bottom, left, right } of merges) {
    if (left !== column || right !== column) continue;
    const cell = byNumber.get(top)?.cells.find((each) => each.column === column);
    if (!cell) continue;
    for (const row of rows) {
      if (row.number <= top || row.number > bottom) continue;
      row.cells = [...row.cells.filter((each) => each.column !== column), cell].sort(
        (a, b) => a.column - b.column,
      );
    }
  }
}

/** Empties the cells that a merge hides: what stands in them is not on the page. */
export function dropHiddenByMerge(rows: readonly Row[], merges: readonly Merge[]): void {
  for (const row of rows) {
    const across = merges.filter((merge) => merge.top <= row.number && row.number <= merge.bottom);
    if (across.length === 0) continue;
    row.cells = row.cells.filter(
      (cell) =>
        !across.some(
          (merge) =>
            merge.left <= cell.column &&
            cell.column <= merge.right &&
            !(merge.left === cell.column && merge.top === row.number),
        ),
    );
  }
}
