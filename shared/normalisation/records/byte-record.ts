import type { Cell, Row, RowFault } from '../table.ts';

/** How a cell of a record is held. */
export const cellKinds = {
  /** A text, in the record's bytes as its file writes it. */
  text: 0,
  /** A text that the workbook shares: `shared` has its index. */
  shared: 1,
  /** A number's literal, in the record's bytes. */
  number: 2,
  /** A truth value, an error: read by `cell`. */
  other: 3,
} as const;

/**
 * A sheet's record as bytes: cell `i` of `count` is `bytes[starts[i]..ends[i]]`. It belongs to the scanner
 * that fills it and changes with the next record, so nothing of it may be kept; nothing is allocated for it
 * either. That is what makes a million rows cheap.
 */
export type ByteRecord = {
  /** From 1, as `Row.number`. */
  number: number;
  count: number;
  /** How many fields a text file's record has; null in a workbook. */
  width: number | null;
  faults: readonly RowFault[];
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Each cell's column, from 0, rising. */
  columns: Int32Array;
  /** Of `cellKinds`. */
  kinds: Uint8Array;
  /** The index of a shared text; of the other kinds, nothing that means anything. */
  shared: Int32Array;
  /** The index of a cell's style; 0 in a text file. */
  styles: Int32Array;
  /** Puts a cell's text into its true letters; who opens the sheet sets it. */
  decode: (cell: Cell) => Cell;
  /** One cell as an object, decoded. @throws FileRefusal when its bytes are no text */
  cell(index: number): Cell;
};

/** Called with each record in turn. */
export type VisitRecord = (record: ByteRecord) => void;

/** The record as a row of cells, for the layouts that hold a table whole; blank cells are left out. */
export function rowOf(record: ByteRecord): Row {
  const cells: Cell[] = [];
  for (let index = 0; index < record.count; index += 1) {
    if (record.kinds[index] !== cellKinds.shared && record.starts[index] === record.ends[index]) continue;
    const cell = record.cell(index);
    if (cell.text !== '') cells.push(cell);
  }
  return { number: record.number, cells, width: record.width, faults: [...record.faults] };
}
