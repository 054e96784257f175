import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import type { Merge } from '../table.ts';
import { textOverruns } from './declared-text.ts';
import {
  beginnings,
  cells,
  extendedFormats,
  fonts,
  formats,
  formulas,
  kept,
  record,
} from './record-types.ts';
import { type Segment, sharedTextsOverrun } from './shared-texts.ts';
import { StyleRecords } from './style-records.ts';

/** What SheetJS does not tell of a cell: its style and whether a formula made it, by `row << 16 | column`. */
export type SheetMarks = {
  name: string;
  hidden: boolean;
  styles: Map<number, number>;
  formulas: Set<number>;
  merges: Merge[];
};

export type ScannedWorkbook = {
  /** The records that SheetJS is to read; the others are blanked out. */
  stream: Uint8Array;
  version: number;
  codePage: number;
  date1904: boolean;
  sheets: SheetMarks[];
  styles: StyleRecords;
};

/** A text that goes on over more records than this is crafted: SheetJS looks through them for each letter. */
const continuations = { [record.sst]: 1_024 } as Readonly<Record<number, number>>;
const continuationsElsewhere = 16;

/**
 * Walks the records of a BIFF stream once: bounds them, takes what SheetJS does not give (styles, fonts,
 * merges, which cells are formulas), and blanks out, in a copy, all that need not be read and could do harm:
 * hyperlinks over a whole sheet hang it, formulas and drawings are not ours to parse.
 * @throws FileRefusal `xls-password`, `xls-damaged`, `xls-too-large`
 */
export function scanRecords(bytes: Uint8Array): ScannedWorkbook {
  return new RecordScan(Uint8Array.from(bytes)).run();
}

class RecordScan {
  readonly #stream: Uint8Array;
  readonly #view: DataView;
  readonly #styles = new StyleRecords();
  readonly #sheets = new Map<number, SheetMarks>();
  #version = 0;
  #codePage = 1252;
  #date1904 = false;
  #depth = 0;
  #sheet: SheetMarks | undefined;
  #cells = 0;
  #merges = 0;
  #textBytes = 0;
  readonly #sharedTexts: Segment[] = [];
  #lastKept = -1;
  #continued = 0;

  constructor(stream: Uint8Array) {
    this.#stream = stream;
    this.#view = new DataView(stream.buffer);
  }

  run(): ScannedWorkbook {
    let at = 0;
    for (let last = -1; at + 4 <= this.#stream.length; ) {
      const type = this.#view.getUint16(at, true);
      const length = this.#view.getUint16(at + 2, true);
      if (this.#depth === 0 && !beginnings.has(type)) {
        // After a sheet's end only padding may stand, or the next sheet.
        if (last === record.eof) break;
        throw damaged(`record ${type}`);
      }
      if (at + 4 + length > this.#stream.length) throw damaged('cut short');
      this.#record(type, at, length);
      last = type;
      at += 4 + length;
    }
    if (this.#depth !== 0 || this.#version === 0) throw damaged('no end');
    if (sharedTextsOverrun(this.#stream, this.#sharedTexts)) throw damaged('shared texts');
    const sheets = [...this.#sheets.values()];
    if (new Set(sheets.map(({ name }) => name)).size < sheets.length) throw damaged('sheet names');
    return {
      stream: this.#stream.subarray(0, at),
      version: this.#version,
      codePage: this.#codePage,
      date1904: this.#date1904,
      sheets,
      styles: this.#styles,
    };
  }

  #record(type: number, at: number, length: number): void {
    const from = at + 4;
    if (beginnings.has(type)) this.#begin(type, at, length);
    else if (type === record.eof) this.#depth -= 1;
    else if (type === record.filePass) throw new FileRefusal('xls-password');
    // A cell outside a sheet is nowhere; what it holds would be parsed all the same.
    const isNowhere = (cells.has(type) || formulas.has(type)) && !(this.#depth === 1 && this.#sheet);
    const isKept = this.#isKept(type, length) && !isNowhere;
    if (type === record.sst && this.#sharedTexts.length > 0) throw damaged('shared texts twice');
    if (isKept && (type === record.sst || (type === record.continue && this.#lastKept === record.sst))) {
      this.#sharedTexts.push({ from, length });
    }
    if (!isKept) this.#view.setUint16(at, record.ignored, true);
    else if (type !== record.continue) this.#lastKept = type;
    if (type === record.codePage && length >= 2) this.#codePage = this.#view.getUint16(from, true);
    else if (type === record.date1904 && length >= 2) this.#date1904 = this.#view.getUint16(from, true) === 1;
    else if (type === record.boundSheet) this.#boundSheet(from, length);
    else if (fonts.has(type)) this.#styles.addFont(this.#stream.subarray(from, from + length), this.#version);
    else if (formats.has(type)) this.#styles.addFormat(this.#part(from, length), this.#version);
    else if (extendedFormats.has(type)) this.#styles.addStyle(this.#part(from, length), this.#version);
    else if (this.#depth === 1 && this.#sheet) this.#sheetRecord(type, from, length, this.#sheet);
  }

  /** A drawing's own sheet, inside a sheet, is not read; nor is a continuation of what is not read. */
  #isKept(type: number, length: number): boolean {
    if (type !== record.continue) {
      this.#continued = 0;
      if (!kept.has(type)) this.#lastKept = -1;
      if (type === record.sst) this.#addText(length);
      return kept.has(type);
    }
    const { sst, string, biff8String } = record;
    if (![sst, string, biff8String].includes(this.#lastKept as 0xfc)) return false;
    this.#continued += 1;
    if (this.#continued > (continuations[this.#lastKept] ?? continuationsElsewhere)) {
      throw new FileRefusal('xls-too-large', 'continuations');
    }
    this.#addText(length);
    return true;
  }

  #addText(length: number): void {
    this.#textBytes += length;
    if (this.#textBytes > limits.xlsTextBytes) throw new FileRefusal('xls-too-large', 'texts');
  }

  #begin(type: number, at: number, length: number): void {
    this.#depth += 1;
    if (this.#depth > 8) throw damaged('nesting');
    if (this.#depth > 1) return;
    if (this.#version === 0) {
      this.#version = versionOf(type, length >= 2 ? this.#view.getUint16(at + 4, true) : 0);
      if (this.#version < 5) this.#sheets.set(0, sheetMarks('Sheet1', false));
    }
    this.#sheet = this.#sheets.get(at);
  }

  #boundSheet(from: number, length: number): void {
    if (this.#version < 5 || length < 8) throw damaged('sheet');
    if (this.#sheets.size >= limits.sheets) throw new FileRefusal('xls-too-large', 'sheets');
    const position = this.#view.getUint32(from, true);
    const hidden = ((this.#stream[from + 4] as number) & 3) !== 0;
    const isSheet = this.#stream[from + 5] === 0;
    const count = this.#stream[from + 6] as number;
    const wide = this.#version === 8 && ((this.#stream[from + 7] as number) & 1) === 1;
    const start = from + (this.#version === 8 ? 8 : 7);
    const letters = this.#part(start, Math.min(wide ? 2 * count : count, from + length - start));
    const name = new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(letters);
    // Chart and macro sheets have no cells that are ours to read.
    if (isSheet) this.#sheets.set(position, sheetMarks(name, hidden));
  }

  #sheetRecord(type: number, from: number, length: number, sheet: SheetMarks): void {
    if (textOverruns(this.#view, { type, from, length, version: this.#version })) throw damaged('text');
    if (type === record.mergeCells) this.#mergeCells(from, length, sheet);
    else if (type === record.mulRk) {
      for (let at = 4, column = 0; at + 6 <= length - 2; at += 6, column += 1) {
        this.#mark(from, column, this.#view.getUint16(from + at, true), sheet);
      }
    } else if (cells.has(type) && length >= 6) {
      const key = this.#mark(from, 0, this.#styleAt(from), sheet);
      if (!formulas.has(type)) return;
      sheet.formulas.add(key);
      // Without the formula's tokens SheetJS takes its cached result and parses nothing.
      const size = this.#version === 2 ? 16 : this.#version < 5 ? 16 : 20;
      if (length < size + 2) throw damaged('formula');
      if (this.#version === 2) this.#stream[from + size] = 0;
      else this.#view.setUint16(from + size, 0, true);
    }
  }

  #styleAt(from: number): number {
    if (this.#version > 2) return this.#view.getUint16(from + 4, true);
    // BIFF2 keeps the number format beside the cell.
    return (this.#stream[from + 5] as number) & 0x3f;
  }

  #mark(from: number, more: number, style: number, sheet: SheetMarks): number {
    this.#cells += 1;
    if (this.#cells > limits.xlsCells) throw new FileRefusal('xls-too-large', 'cells');
    const column = this.#view.getUint16(from + 2, true) + more;
    if (column >= limits.columns) throw new FileRefusal('too-many-columns');
    const key = this.#view.getUint16(from, true) * 65_536 + column;
    sheet.styles.set(key, style);
    return key;
  }

  #mergeCells(from: number, length: number, sheet: SheetMarks): void {
    for (let at = 2; at + 8 <= length; at += 8) {
      this.#merges += 1;
      if (this.#merges > limits.merges) throw new FileRefusal('workbook-too-large', 'merges');
      const [top, bottom, left, right] = [0, 2, 4, 6].map((by) =>
        this.#view.getUint16(from + at + by, true),
      ) as [number, number, number, number];
      sheet.merges.push({ top: top + 1, bottom: bottom + 1, left, right });
    }
  }

  #part(from: number, length: number): Uint8Array {
    return this.#stream.subarray(from, from + Math.max(0, length));
  }
}

function sheetMarks(name: string, hidden: boolean): SheetMarks {
  return { name, hidden, styles: new Map(), formulas: new Set(), merges: [] };
}

function versionOf(type: number, declared: number): number {
  if (type === 0x09) return 2;
  if (type === 0x209) return 3;
  if (type === 0x409) return 4;
  if (declared === 0x0600) return 8;
  if (declared === 0x0500) return 5;
  throw damaged(`version ${declared}`);
}

function damaged(what: string): FileRefusal {
  return new FileRefusal('xls-damaged', what);
}
