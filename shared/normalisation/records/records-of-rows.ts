import type { Cell, Row, Sheet } from '../table.ts';
import { type ByteRecord, cellKinds, type VisitRecord } from './byte-record.ts';

/** Visits a sheet's records; of a container that gives rows alone, its rows as such. */
export async function recordsOf(sheet: Sheet, visit: VisitRecord): Promise<void> {
  if (sheet.records) {
    await sheet.records(visit);
    return;
  }
  for await (const rows of sheet.rows()) for (const row of rows) visit(recordOf(row));
}

const kinds: Readonly<Record<Cell['kind'], number>> = {
  text: cellKinds.text,
  number: cellKinds.number,
  boolean: cellKinds.other,
  error: cellKinds.other,
};

/** A row as a record: its cells' texts as bytes. */
export function recordOf(row: Row): ByteRecord {
  const { cells } = row;
  const encoder = new TextEncoder();
  const texts = cells.map(({ text }) => encoder.encode(text));
  const ends = new Int32Array(cells.length);
  let length = 0;
  for (const [index, text] of texts.entries()) {
    length += text.length;
    ends[index] = length;
  }
  const bytes = new Uint8Array(length);
  for (const [index, text] of texts.entries()) bytes.set(text, (ends[index] as number) - text.length);
  const zeros = new Int32Array(cells.length);
  return {
    number: row.number,
    count: cells.length,
    width: row.width,
    faults: row.faults,
    bytes,
    starts: ends.map((end, index) => end - (texts[index] as Uint8Array).length),
    ends,
    columns: Int32Array.from(cells, ({ column }) => column),
    kinds: Uint8Array.from(cells, ({ kind }) => kinds[kind]),
    shared: zeros,
    // Without the formats in one list, each number is read with its own, as a cell.
    styles: zeros.fill(-1),
    decode: (cell) => cell,
    cell: (index) => cells[index] as Cell,
  };
}
