import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { type Cell, cellName, type Row, type RowFault } from '../table.ts';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Where the scanner stands in a field; `strayed`: text goes on after a closing quote, which is a fault. */
type State = 'start' | 'plain' | 'quoted' | 'closed' | 'strayed';

/**
 * Reads records as RFC 4180 has them from UTF-8 bytes that come in pieces cut anywhere. A fault is told
 * where it stands and never moves a value into another field: the record's fields end where their
 * delimiters stand.
 * @throws FileRefusal `encoding-unknown`, `field-too-long`, `too-many-rows`, `too-many-columns`
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #state: State = 'start';
  #afterReturn = false;
  #loneReturnTold = false;
  #field = new Uint8Array(256);
  #length = 0;
  #rows: Row[] = [];
  #row: Row = emptyRow(1);
  #column = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** @returns the records that ended in this piece */
  push(piece: Uint8Array): Row[] {
    for (let at = 0; at < piece.length; at += 1) this.#byte(piece[at] as number);
    return this.#take();
  }

  /** @returns the record that the end of the file ends, if any */
  end(): Row[] {
    if (this.#afterReturn) this.#endAfterReturn(false);
    if (this.#state === 'quoted') this.#fault('csv-unterminated-quote');
    if (this.#state !== 'start' || this.#length > 0 || this.#column > 0) this.#endRecord();
    return this.#take();
  }

  #take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #byte(byte: number): void {
    if (this.#afterReturn) {
      this.#endAfterReturn(byte === lineFeed);
      if (byte === lineFeed) return;
    }
    if (this.#state === 'quoted') {
      if (byte === quote) this.#state = 'closed';
      else this.#keep(byte);
    } else if (byte === this.#delimiter) this.#endField();
    else if (byte === lineFeed) this.#endRecord();
    else if (byte === carriageReturn) this.#afterReturn = true;
    else if (byte === quote) this.#quote();
    else {
      if (this.#state === 'closed') this.#stray('csv-text-after-quote');
      else if (this.#state === 'start') this.#state = 'plain';
      this.#keep(byte);
    }
  }

  #quote(): void {
    if (this.#state === 'start') {
      this.#state = 'quoted';
      return;
    }
    // Two quotes inside a quoted field are one.
    if (this.#state === 'closed') this.#state = 'quoted';
    else if (this.#state === 'plain') this.#stray('csv-stray-quote');
    this.#keep(quote);
  }

  #stray(code: 'csv-text-after-quote' | 'csv-stray-quote'): void {
    this.#fault(code);
    this.#state = 'strayed';
  }

  #endAfterReturn(isPair: boolean): void {
    this.#afterReturn = false;
    if (!isPair && !this.#loneReturnTold) {
      this.#loneReturnTold = true;
      this.#fault('csv-cr-only');
    }
    this.#endRecord();
  }

  #keep(byte: number): void {
    if (this.#length === this.#field.length) {
      if (this.#length >= limits.csvFieldBytes) {
        throw new FileRefusal('field-too-long', null, this.#here());
      }
      const longer = new Uint8Array(this.#length * 2);
      longer.set(this.#field);
      this.#field = longer;
    }
    this.#field[this.#length] = byte;
    this.#length += 1;
  }

  #endField(): void {
    if (this.#column >= limits.columns) throw new FileRefusal('too-many-columns');
    if (this.#length > 0) this.#row.cells.push(this.#cell());
    this.#length = 0;
    this.#state = 'start';
    this.#column += 1;
  }

  #cell(): Cell {
    let text: string;
    try {
      text = this.#decoder.decode(this.#field.subarray(0, this.#length));
    } catch {
      throw new FileRefusal('encoding-unknown', null, this.#here());
    }
    return { column: this.#column, text, kind: 'text', format: null, formula: false };
  }

  #endRecord(): void {
    this.#endField();
    if (this.#row.number > limits.rows) throw new FileRefusal('too-many-rows');
    this.#row.width = this.#column;
    this.#rows.push(this.#row);
    this.#row = emptyRow(this.#row.number + 1);
    this.#column = 0;
  }

  #fault(code: RowFault['code']): void {
    this.#row.faults.push({ code, column: this.#column, got: null });
  }

  #here(): { sheet: null; cell: string } {
    return { sheet: null, cell: cellName(this.#column, this.#row.number) };
  }
}

function emptyRow(number: number): Row {
  return { number, cells: [], width: 0, faults: [] };
}
