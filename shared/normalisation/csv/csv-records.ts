import { limits } from '../limits.ts';
import type { ByteRecord, VisitRecord } from '../records/byte-record.ts';
import { FileRefusal } from '../refusal.ts';
import { type Cell, cellName, type RowFault } from '../table.ts';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Where the scanner stands in a field. `strayed`: text goes on after a closing quote, which is a fault. */
const states = { start: 0, plain: 1, quoted: 2, closed: 3, strayed: 4, afterReturn: 5 } as const;
type State = (typeof states)[keyof typeof states];

const noFaults: readonly RowFault[] = [];

/**
 * Reads records as RFC 4180 has them from UTF-8 bytes that come in pieces cut anywhere, and gives each as
 * spans of bytes. A fault is told where it stands and never moves a value into another field: the record's
 * fields end where their delimiters stand. Doubled quotes are made one in place.
 * @throws FileRefusal `field-too-long`, `too-many-rows`, `too-many-columns`; `encoding-unknown` when a cell
 *   is decoded that is not UTF-8
 */
export class CsvRecords implements ByteRecord {
  number = 1;
  count = 0;
  width: number | null = 0;
  faults: readonly RowFault[] = noFaults;
  bytes = new Uint8Array(131_072);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  columns = Int32Array.from({ length: 64 }, (_, column) => column);
  kinds = new Uint8Array(64);
  shared = new Int32Array(64);
  styles = this.shared;
  decode = (cell: Cell): Cell => cell;
  readonly #delimiter: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** 1 for the bytes that end the run of a plain field. */
  readonly #marks = new Uint8Array(256);
  #state: State = states.start;
  #loneReturnTold = false;
  /** What is held of the file: the record that is not yet whole, and what follows it. */
  #from = 0;
  #at = 0;
  #to = 0;
  #fieldStart = 0;
  /** Where the field's next byte is written when quotes were dropped before it; else where it is read. */
  #write = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    for (const byte of [this.#delimiter, quote, lineFeed, carriageReturn]) this.#marks[byte] = 1;
  }

  /** Visits the records that end in this piece. The piece itself is not kept. */
  push(piece: Uint8Array, visit: VisitRecord): void {
    this.#append(piece);
    this.#scan(visit);
    const length = (this.#state <= states.plain ? this.#at : this.#write) - this.#fieldStart;
    if (length > limits.csvFieldBytes) throw new FileRefusal('field-too-long', null, this.#here());
    if (this.#to - this.#from > limits.recordBytes)
      throw new FileRefusal('record-too-long', null, this.#here());
  }

  /** Visits the record that the end of the file ends, if any. */
  end(visit: VisitRecord): void {
    if (this.#state === states.afterReturn) this.#loneReturn(visit);
    if (this.#state === states.quoted) this.#fault('csv-unterminated-quote');
    if (this.#state === states.start && this.count === 0) return;
    this.#endRecord(this.#state <= states.plain ? this.#at : this.#write, visit);
  }

  cell(index: number): Cell {
    let text: string;
    try {
      text = this.#decoder.decode(this.bytes.subarray(this.starts[index], this.ends[index]));
    } catch {
      throw new FileRefusal('encoding-unknown', null, { sheet: null, cell: cellName(index, this.number) });
    }
    return this.decode({ column: index, text, kind: 'text', format: null, formula: false });
  }

  #append(piece: Uint8Array): void {
    if (this.#to + piece.length > this.bytes.length) {
      const kept = this.#to - this.#from;
      const target =
        kept + piece.length > this.bytes.length
          ? new Uint8Array(Math.max(2 * this.bytes.length, kept + piece.length))
          : this.bytes;
      if (target === this.bytes) this.bytes.copyWithin(0, this.#from, this.#to);
      else target.set(this.bytes.subarray(this.#from, this.#to));
      this.bytes = target;
      this.#move(-this.#from);
    }
    this.bytes.set(piece, this.#to);
    this.#to += piece.length;
  }

  #move(by: number): void {
    if (by === 0) return;
    for (let index = 0; index < this.count; index += 1) {
      this.starts[index] = (this.starts[index] as number) + by;
      this.ends[index] = (this.ends[index] as number) + by;
    }
    this.#from += by;
    this.#at += by;
    this.#to += by;
    this.#fieldStart += by;
    this.#write += by;
  }

  #scan(visit: VisitRecord): void {
    const { bytes } = this;
    const marks = this.#marks;
    // Letters are above every mark: one comparison passes them over.
    const most = Math.max(this.#delimiter, quote);
    const to = this.#to;
    let at = this.#at;
    while (at < to) {
      if (this.#state === states.start) {
        at = this.#plainFields(at, visit);
        if (at === to) break;
      }
      if (this.#state <= states.plain) {
        const from = at;
        for (; at < to; at += 1) {
          const byte = bytes[at] as number;
          if (byte <= most && marks[byte] === 1) break;
        }
        if (at > from) this.#state = states.plain;
        if (at === to) break;
        const byte = bytes[at] as number;
        if (byte === this.#delimiter) {
          this.#endField(at);
          at += 1;
          this.#fieldStart = at;
          continue;
        }
        if (byte === lineFeed) {
          this.#at = at + 1;
          this.#endRecord(at, visit);
        } else this.#leavePlain(byte, at);
        at += 1;
      } else if (this.#state === states.quoted) at = this.#quotedRun(at);
      else at = this.#afterQuote(bytes[at] as number, at, visit);
    }
    this.#at = at;
  }

  /**
   * Takes the fields that are whole and of the plainest form, bare or in one pair of quotes, as nearly all are.
   * @returns the start of the first field that is neither: the states are gone through for it, byte by byte
   */
  #plainFields(from: number, visit: VisitRecord): number {
    const { bytes } = this;
    const marks = this.#marks;
    const delimiter = this.#delimiter;
    const most = Math.max(delimiter, quote);
    // Two bytes behind a field tell how it ends.
    const to = this.#to - 2;
    let at = from;
    for (;;) {
      const isQuoted = bytes[at] === quote;
      const start = isQuoted ? at + 1 : at;
      let end = start;
      if (isQuoted) while (end < to && bytes[end] !== quote) end += 1;
      else {
        for (; end < to; end += 1) {
          const byte = bytes[end] as number;
          if (byte <= most && marks[byte] === 1) break;
        }
      }
      if (end >= to || end - start > limits.csvFieldBytes) break;
      const next = isQuoted ? end + 1 : end;
      const byte = bytes[next];
      if (byte === delimiter) {
        if (this.count === this.starts.length) this.#widen();
        this.starts[this.count] = start;
        this.ends[this.count] = end;
        this.count += 1;
        at = next + 1;
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[next + 1] === lineFeed)) {
        at = byte === lineFeed ? next + 1 : next + 2;
        this.#fieldStart = start;
        this.#at = at;
        this.#endRecord(end, visit);
      } else break;
    }
    this.#fieldStart = at;
    return at;
  }

  /** A quote or a return, met at the start of a field or in a plain one. */
  #leavePlain(byte: number, at: number): void {
    this.#write = at;
    if (byte === carriageReturn) this.#state = states.afterReturn;
    else if (this.#state === states.start) {
      this.#state = states.quoted;
      this.#fieldStart = at + 1;
      this.#write = at + 1;
    } else {
      this.#fault('csv-stray-quote');
      this.#state = states.strayed;
      this.#keep(quote);
    }
  }

  /** Takes a quoted field's bytes as far as the next quote. @returns where scanning goes on */
  #quotedRun(from: number): number {
    const { bytes } = this;
    let at = from;
    while (at < this.#to && bytes[at] !== quote) at += 1;
    if (this.#write !== from) bytes.copyWithin(this.#write, from, at);
    this.#write += at - from;
    if (at === this.#to) return at;
    this.#state = states.closed;
    return at + 1;
  }

  /** A byte behind a closing quote, in what strays behind one, or after a return. */
  #afterQuote(byte: number, at: number, visit: VisitRecord): number {
    if (this.#state === states.afterReturn) {
      this.#at = byte === lineFeed ? at + 1 : at;
      if (byte === lineFeed) this.#endRecord(this.#write, visit);
      else this.#loneReturn(visit);
    } else if (byte === this.#delimiter) {
      this.#endField(this.#write);
      this.#fieldStart = at + 1;
      return at + 1;
    } else if (byte === lineFeed) {
      this.#at = at + 1;
      this.#endRecord(this.#write, visit);
    } else {
      this.#at = at + 1;
      if (byte === carriageReturn) this.#state = states.afterReturn;
      else this.#stray(byte);
    }
    return this.#at;
  }

  #stray(byte: number): void {
    if (byte === quote && this.#state === states.closed) this.#state = states.quoted;
    else if (this.#state === states.closed) {
      this.#fault('csv-text-after-quote');
      this.#state = states.strayed;
    }
    this.#keep(byte);
  }

  #keep(byte: number): void {
    this.bytes[this.#write] = byte;
    this.#write += 1;
  }

  #loneReturn(visit: VisitRecord): void {
    if (!this.#loneReturnTold) this.#fault('csv-cr-only');
    this.#loneReturnTold = true;
    this.#endRecord(this.#write, visit);
  }

  #endField(end: number): void {
    if (end - this.#fieldStart > limits.csvFieldBytes) {
      throw new FileRefusal('field-too-long', null, this.#here());
    }
    if (this.count === this.starts.length) this.#widen();
    this.starts[this.count] = this.#fieldStart;
    this.ends[this.count] = end;
    this.count += 1;
    this.#state = states.start;
  }

  #widen(): void {
    if (this.count >= limits.columns) throw new FileRefusal('too-many-columns');
    const length = Math.min(2 * this.count, limits.columns);
    const longer = (array: Int32Array) => {
      const next = new Int32Array(length);
      next.set(array);
      return next;
    };
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.columns = Int32Array.from({ length }, (_, column) => column);
    this.kinds = new Uint8Array(length);
    this.shared = new Int32Array(length);
    this.styles = this.shared;
  }

  /** `#at` stands behind the record's end. */
  #endRecord(end: number, visit: VisitRecord): void {
    this.#endField(end);
    if (this.number > limits.rows) throw new FileRefusal('too-many-rows');
    this.width = this.count;
    visit(this);
    this.number += 1;
    this.count = 0;
    this.faults = noFaults;
    this.#from = this.#at;
    this.#fieldStart = this.#at;
  }

  #fault(code: RowFault['code']): void {
    this.faults = [...this.faults, { code, column: this.count, got: null }];
  }

  #here(): { sheet: null; cell: string } {
    return { sheet: null, cell: cellName(this.count, this.number) };
  }
}
