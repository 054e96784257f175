import { rowOf } from '../records/byte-record.ts';
import type { Row } from '../table.ts';
import { CsvRecords } from './csv-records.ts';

/** The records of a text file as rows of cells, for the layouts that hold a table whole. */
export class CsvScanner {
  readonly #records: CsvRecords;
  #rows: Row[] = [];

  constructor(delimiter: string) {
    this.#records = new CsvRecords(delimiter);
  }

  /** @returns the records that ended in this piece */
  push(piece: Uint8Array): Row[] {
    this.#records.push(piece, (record) => this.#rows.push(rowOf(record)));
    return this.#take();
  }

  /** @returns the record that the end of the file ends, if any */
  end(): Row[] {
    this.#records.end((record) => this.#rows.push(rowOf(record)));
    return this.#take();
  }

  #take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
