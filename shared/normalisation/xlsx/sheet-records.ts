import { limits } from '../limits.ts';
import { type ByteRecord, cellKinds, type VisitRecord } from '../records/byte-record.ts';
import { FileRefusal } from '../refusal.ts';
import { type Cell, type Merge, noCachedValue, positionOf, type RowFault } from '../table.ts';
import { isLegacyFont } from '../text/legacy-font.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { Styles } from './styles.ts';
import { ValueBytes } from './value-bytes.ts';
import { XmlAttributes } from './xml-attributes.ts';
import type { XmlByteHandler } from './xml-bytes.ts';
import { unescapeWorkbookText } from './xml-text.ts';

/** What cells refer to outside their sheet. */
export type Shared = SharedStrings & Styles;

/** The elements of a worksheet that are read; the order is that of `element`. */
export const sheetElements = ['c', 'v', 't', 'row', 'f', 'is', 'rPh', 'mergeCell', 'rFont'] as const;
const element = { c: 1, v: 2, t: 3, row: 4, f: 5, is: 6, rPh: 7, mergeCell: 8, rFont: 9 } as const;

/** The type of a cell, by its `t`. `other`: an error, a date in ISO form, a type that is not known. */
const types = { number: 0, shared: 1, text: 2, boolean: 3, error: 4, other: 5 } as const;

const letter = { r: 114, s: 115, t: 116 } as const;
const noFaults: readonly RowFault[] = [];

/** Reads a worksheet's XML, as `XmlBytes` tells it, into records, and visits each when its row ends. */
export class SheetRecords implements ByteRecord, XmlByteHandler {
  number = 0;
  count = 0;
  readonly width = null;
  readonly faults = noFaults;
  bytes = new Uint8Array(0);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  columns = new Int32Array(64);
  kinds = new Uint8Array(64);
  shared = new Int32Array(64);
  styles = new Int32Array(64);
  decode = (cell: Cell): Cell => cell;
  readonly merges: Merge[] = [];
  readonly #shared: Shared;
  readonly #visit: VisitRecord;
  readonly #values = new ValueBytes();
  readonly #attributes = new XmlAttributes();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #types = new Uint8Array(64);
  #formulas = new Uint8Array(64);
  /** Cells of this row whose inline text names a TCVN3 font. */
  readonly #legacyInline = new Set<number>();
  #inRow = false;
  #inCell = false;
  #reading = false;
  #inline = false;
  /** The cell that is open has a value, if only an empty one. */
  #hasValue = false;
  #phonetic = 0;
  #lastColumn = -1;

  constructor(shared: Shared, visit: VisitRecord) {
    this.#shared = shared;
    this.#visit = visit;
  }

  open(name: number, bytes: Uint8Array, from: number, to: number): void {
    if (name === element.c) this.#openCell(bytes, from, to);
    else if (name === element.v) this.#reading = this.#hasValue = this.#inCell;
    else if (name === element.t) this.#reading = this.#inline && this.#phonetic === 0;
    else if (name === element.row) this.#openRow(bytes, from, to);
    else if (name === element.f) this.#formulas[this.count] = 1;
    else if (name === element.is) this.#inline = this.#inCell;
    else if (name === element.rPh) this.#phonetic += 1;
    else if (name === element.mergeCell) this.#merge(bytes, from, to);
    else if (name === element.rFont && this.#inline) this.#font(bytes, from, to);
  }

  text(bytes: Uint8Array, from: number, to: number, raw: boolean): void {
    if (this.#reading) this.#values.append(bytes, from, to, raw);
  }

  close(name: number): void {
    if (name === element.c) this.#closeCell();
    else if (name === element.v || name === element.t) this.#reading = false;
    else if (name === element.row) this.#closeRow();
    else if (name === element.is) this.#inline = false;
    else if (name === element.rPh) this.#phonetic -= 1;
  }

  cell(index: number): Cell {
    const type = this.#types[index];
    const legacy = this.#legacyOf(index);
    return this.decode({
      column: this.columns[index] as number,
      text: this.#textOf(index, type as number),
      kind:
        type === types.number
          ? 'number'
          : type === types.boolean
            ? 'boolean'
            : type === types.error
              ? 'error'
              : 'text',
      format: this.#shared.formats[this.styles[index] as number] ?? 'General',
      formula: this.#formulas[index] === 1,
      ...(legacy === undefined ? {} : { legacy }),
      ...(type === types.shared && this.#shared.setApart.has(this.shared[index] as number)
        ? { setApart: true as const }
        : {}),
    });
  }

  /** Where a text is in a TCVN3 font: by its runs' own fonts, else by the cell's. */
  #legacyOf(index: number): Cell['legacy'] {
    const ofCell = this.#shared.legacyFonts[this.styles[index] as number] ?? false;
    const runs =
      this.#types[index] === types.shared ? this.#shared.runs.get(this.shared[index] as number) : undefined;
    if (!runs) return ofCell || this.#legacyInline.has(index) ? true : undefined;
    const fonts = runs.map(({ text, legacy }) => ({ text, legacy: legacy ?? ofCell }));
    return fonts.some(({ legacy }) => legacy) ? fonts : undefined;
  }

  #textOf(index: number, type: number): string {
    if (type === types.shared) return this.#shared.strings[this.shared[index] as number] as string;
    let text: string;
    try {
      text = this.#decoder.decode(this.bytes.subarray(this.starts[index], this.ends[index]));
    } catch {
      throw new FileRefusal('xml-damaged');
    }
    if (type === types.text) return unescapeWorkbookText(text);
    if (type === types.boolean) return text === '1' ? 'TRUE' : 'FALSE';
    return text.trim();
  }

  /** An inline text's font: it is taken for all of it, since such texts hardly ever have several. */
  #font(bytes: Uint8Array, from: number, to: number): void {
    this.#attributes.start(bytes, from, to);
    while (this.#attributes.next()) {
      const { name, text } = this.#attributes;
      if (name === 'val' && isLegacyFont(text)) this.#legacyInline.add(this.count);
    }
  }

  #openRow(bytes: Uint8Array, from: number, to: number): void {
    const number = this.#rowNumber(bytes, from, to);
    if (number <= this.number) throw damaged(`row ${number}`);
    if (number > limits.rows) throw new FileRefusal('too-many-rows');
    this.number = number;
    this.count = 0;
    this.#values.length = 0;
    this.#formulas[0] = 0;
    this.#legacyInline.clear();
    this.#lastColumn = -1;
    this.#inRow = true;
  }

  /** A row's own number, or the one that comes next. */
  #rowNumber(bytes: Uint8Array, from: number, to: number): number {
    // ` r="12"` is nearly always the first of its attributes.
    if (bytes[from + 1] === letter.r && bytes[from + 2] === 61 && bytes[from + 3] === 34) {
      const number = this.#quickNumber(bytes, from + 4);
      if (this.#quickEnd > from + 4 && this.#quickEnd < to && bytes[this.#quickEnd] === 34) return number;
    }
    let number = this.number + 1;
    this.#attributes.start(bytes, from, to);
    while (this.#attributes.next()) {
      if (this.#attributes.letter === letter.r) number = digits(this.#attributes);
    }
    return number;
  }

  #closeRow(): void {
    if (!this.#inRow) return;
    this.#inRow = false;
    this.bytes = this.#values.bytes;
    this.#visit(this);
  }

  #openCell(bytes: Uint8Array, from: number, to: number): void {
    if (!this.#inRow) return;
    if (this.count === this.starts.length) this.#widen();
    const { count } = this;
    const attributes = this.#attributes;
    let column = this.#lastColumn + 1;
    let type: number = types.number;
    let style = 0;
    attributes.start(bytes, from, to);
    while (attributes.next()) {
      const name = attributes.letter;
      if (name === letter.r) column = this.#columnOf(attributes);
      else if (name === letter.s) style = digits(attributes);
      else if (name === letter.t) type = typeOf(attributes);
    }
    if (column >= limits.columns) throw new FileRefusal('too-many-columns');
    // A cell that stands twice, or before its neighbour, is read differently by different programs.
    if (column <= this.#lastColumn) throw damaged(`row ${this.number}`);
    this.#lastColumn = column;
    this.#inCell = true;
    this.#hasValue = false;
    this.columns[count] = column;
    this.styles[count] = style;
    this.#types[count] = type;
    this.#formulas[count] = 0;
    this.starts[count] = this.#values.length;
  }

  /** The column of a cell's name, whose row must be this one. */
  #columnOf(name: XmlAttributes): number {
    const { bytes, from, to } = name;
    let at = from;
    let column = 0;
    for (; at < to && at < from + 3; at += 1) {
      const byte = bytes[at] as number;
      if (byte < 65 || byte > 90) break;
      column = column * 26 + byte - 64;
    }
    let row = 0;
    for (let digit = at; digit < to; digit += 1) {
      const value = (bytes[digit] as number) - 48;
      if (value < 0 || value > 9 || (digit === at && value === 0)) throw damaged(name.text);
      row = row * 10 + value;
    }
    if (column === 0 || row !== this.number) throw damaged(name.text);
    return column - 1;
  }

  #closeCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    this.#reading = false;
    const { count } = this;
    const type = this.#types[count] as number;
    if (type !== types.text) this.#trim(count);
    else this.ends[count] = this.#values.length;
    if (this.starts[count] === this.ends[count]) {
      if (this.#isUncomputed(count, type)) this.#keepUncomputed(count);
      return;
    }
    if (type === types.shared) {
      this.shared[count] = this.#indexOf(count);
    }
    this.kinds[count] = this.#kindOf(count, type);
    this.count += 1;
  }

  /** A formula without a cached value; that of a text may be the empty one, when it is written. */
  #isUncomputed(count: number, type: number): boolean {
    return this.#formulas[count] === 1 && !(type === types.text && this.#hasValue);
  }

  /** It must not be taken for a blank cell: there is a figure, and the file does not have it. */
  #keepUncomputed(count: number): void {
    this.#values.append(uncomputed, 0, uncomputed.length, true);
    this.#types[count] = types.error;
    this.ends[count] = this.#values.length;
    this.kinds[count] = cellKinds.other;
    this.count += 1;
  }

  /** A text in a TCVN3 font means something else than the same text in another: it has no number of its own. */
  #kindOf(count: number, type: number): number {
    if (type === types.number) return cellKinds.number;
    if (type !== types.shared && type !== types.text) return cellKinds.other;
    const isLegacy = this.#shared.legacyFonts[this.styles[count] as number] || this.#legacyInline.has(count);
    if (isLegacy) return cellKinds.other;
    return type === types.shared ? cellKinds.shared : cellKinds.text;
  }

  /** Takes the plain cells that follow each other. @returns where the last one ends, or -1 when none is taken */
  quick(bytes: Uint8Array, start: number, end: number): number {
    if (!this.#inRow || this.#inCell) return -1;
    let taken = -1;
    let at = start;
    do {
      at = this.#quickCell(bytes, at, end);
      if (at >= 0) taken = at;
    } while (at >= 0 && bytes[at] === 60 && bytes[at + 1] === 99 && bytes[at + 2] === 32);
    return taken;
  }

  /**
   * Takes a whole cell of the plainest form at once, as nearly all of a large sheet are:
   * `<c r="B2" s="1" t="s"><v>12</v></c>`. What differs in anything is left to the elements, one by one.
   * @returns where the cell ends, or -1 when it is not taken
   */
  #quickCell(bytes: Uint8Array, start: number, end: number): number {
    if (end - start < 24) return -1;
    if (this.count === this.starts.length) this.#widen();
    const { count } = this;
    let at = start + 2;
    let column = this.#lastColumn + 1;
    let style = 0;
    let type: number = types.number;
    for (;;) {
      const byte = bytes[at] as number;
      if (byte === 62) break;
      if (byte !== 32 || bytes[at + 2] !== 61 || bytes[at + 3] !== 34) return -1;
      const name = bytes[at + 1];
      at += 4;
      if (name === letter.r) {
        column = 0;
        for (let of = bytes[at] as number; of >= 65 && of <= 90; of = bytes[at] as number) {
          column = column * 26 + of - 64;
          at += 1;
        }
        const digitsFrom = at;
        const row = this.#quickNumber(bytes, at);
        at = this.#quickEnd;
        if (row !== this.number || bytes[digitsFrom] === 48 || column === 0) return -1;
        column -= 1;
      } else if (name === letter.s) {
        style = this.#quickNumber(bytes, at);
        at = this.#quickEnd;
      } else if (name === letter.t) {
        if (bytes[at] === 115) type = types.shared;
        else if (bytes[at] !== 110) return -1;
        at += 1;
      } else return -1;
      if (at >= end || bytes[at] !== 34) return -1;
      at += 1;
    }
    // `><v>`
    if (bytes[at + 1] !== 60 || bytes[at + 2] !== 118 || bytes[at + 3] !== 62) return -1;
    const from = at + 4;
    const most = Math.min(end, from + longestQuick);
    const values = this.#values;
    const into = values.room(longestQuick);
    let length = values.length;
    let index = 0;
    for (at = from; at < most; at += 1) {
      const byte = bytes[at] as number;
      if (byte < 43 || byte > 57) break;
      into[length] = byte;
      length += 1;
      index = byte < 48 ? Number.NaN : index * 10 + byte - 48;
    }
    if (at === from || at + 8 > end || !isCellEnd(bytes, at)) return -1;
    if (column <= this.#lastColumn || column >= limits.columns) return -1;
    if (type === types.shared) {
      if (!(index < this.#shared.strings.length)) return -1;
      this.shared[count] = index;
    }
    this.columns[count] = column;
    this.styles[count] = style;
    this.#types[count] = type;
    this.#formulas[count] = 0;
    this.starts[count] = values.length;
    this.ends[count] = length;
    values.length = length;
    this.kinds[count] = this.#kindOf(count, type);
    this.#lastColumn = column;
    this.count += 1;
    return at + 8;
  }

  #quickEnd = 0;

  /** A whole number of digits; where it ends is left in `#quickEnd`. */
  #quickNumber(bytes: Uint8Array, from: number): number {
    let number = 0;
    let at = from;
    for (; at < from + 9; at += 1) {
      const value = (bytes[at] as number) - 48;
      if (!(value >= 0 && value <= 9)) break;
      number = number * 10 + value;
    }
    this.#quickEnd = at;
    return number;
  }

  #trim(count: number): void {
    const { bytes } = this.#values;
    let start = this.starts[count] as number;
    let end = this.#values.length;
    while (start < end && (bytes[start] as number) <= 32) start += 1;
    while (end > start && (bytes[end - 1] as number) <= 32) end -= 1;
    this.starts[count] = start;
    this.ends[count] = end;
  }

  #indexOf(count: number): number {
    const { bytes } = this.#values;
    let index = 0;
    for (let at = this.starts[count] as number; at < (this.ends[count] as number); at += 1) {
      const value = (bytes[at] as number) - 48;
      index = value < 0 || value > 9 ? Number.NaN : index * 10 + value;
    }
    if (!(index < this.#shared.strings.length)) {
      throw damaged(`shared string in row ${this.number}`);
    }
    return index;
  }

  #widen(): void {
    const length = Math.min(2 * this.count, limits.columns + 1);
    const integers = (from: Int32Array) => {
      const next = new Int32Array(length);
      next.set(from);
      return next;
    };
    const bytes = (from: Uint8Array) => {
      const next = new Uint8Array(length);
      next.set(from);
      return next;
    };
    this.starts = integers(this.starts);
    this.ends = integers(this.ends);
    this.columns = integers(this.columns);
    this.shared = integers(this.shared);
    this.styles = integers(this.styles);
    this.kinds = bytes(this.kinds);
    this.#types = bytes(this.#types);
    this.#formulas = bytes(this.#formulas);
  }

  #merge(bytes: Uint8Array, start: number, end: number): void {
    this.#attributes.start(bytes, start, end);
    let ref = '';
    while (this.#attributes.next()) if (this.#attributes.name === 'ref') ref = this.#attributes.text;
    const [from, to] = ref.split(':').map(positionOf);
    if (!from) throw damaged(`merge ${ref}`);
    if (this.merges.length >= limits.merges) throw new FileRefusal('workbook-too-large', 'merges');
    this.merges.push({
      top: from.row,
      left: from.column,
      bottom: to?.row ?? from.row,
      right: to?.column ?? from.column,
    });
  }
}

/** A plain cell's value is shorter than this. */
const longestQuick = 32;

const uncomputed = new TextEncoder().encode(noCachedValue);

/** `</v></c>` */
const cellEnd = new TextEncoder().encode('</v></c>');

function isCellEnd(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < 8; index += 1) if (bytes[at + index] !== cellEnd[index]) return false;
  return true;
}

/** A whole number without a sign; -1 when the value is none. */
function digits({ bytes, from, to }: XmlAttributes): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const value = (bytes[at] as number) - 48;
    if (value < 0 || value > 9 || to - from > 9) return -1;
    number = number * 10 + value;
  }
  return to > from ? number : -1;
}

const stringType = new TextEncoder().encode('str');
const inlineType = new TextEncoder().encode('inlineStr');

function typeOf(attributes: XmlAttributes): number {
  if (attributes.to - attributes.from === 1) {
    const byte = attributes.bytes[attributes.from];
    if (byte === 115) return types.shared;
    if (byte === 110) return types.number;
    if (byte === 98) return types.boolean;
    return byte === 101 ? types.error : types.other;
  }
  return attributes.holds(stringType) || attributes.holds(inlineType) ? types.text : types.other;
}

function damaged(what: string): FileRefusal {
  return new FileRefusal('sheet-damaged', what);
}
