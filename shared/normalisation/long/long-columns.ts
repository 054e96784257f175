import type { ByteRecord } from '../records/byte-record.ts';

/**
 * Finds a record's cells by their column. In a text file a field's place is its column; in a workbook a row holds
 * only the cells that hold something.
 */
export class CellSlots {
  /** By column: the index of its cell in the record, or -1. */
  readonly slots: Int32Array;
  readonly #isFixed: boolean;

  /** @param width the fields of a text file's records; null in a workbook */
  constructor(lastColumn: number, width: number | null) {
    this.#isFixed = width !== null;
    this.slots = Int32Array.from({ length: lastColumn + 1 }, (_, column) => (this.#isFixed ? column : -1));
  }

  /** Points at the cells of this record. */
  locate(record: ByteRecord): void {
    if (this.#isFixed) return;
    const { slots } = this;
    slots.fill(-1);
    for (let index = 0; index < record.count; index += 1) {
      const column = record.columns[index] as number;
      if (column < slots.length) slots[column] = index;
    }
  }
}

/** True when no cell of the record holds anything. */
export function isBlankRecord(record: ByteRecord): boolean {
  for (let index = 0; index < record.count; index += 1) {
    if (record.starts[index] !== record.ends[index]) return false;
  }
  return true;
}
