import type { ObservationStatus } from '../../observations/observation.ts';
import { type FigureColumns, oneOrAll, type PageNumber } from '../../observations/page.ts';
import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { decimalText } from './plain-decimal.ts';

const chunkRows = 65_536;
/** A figure that is not a number of at most fifteen digits stands in `#texts`. */
const inTexts = 255;
const absent = 254;

/** One figure as it is stored: `units` × 10^-`scale`, or a text; null: none. */
export type StoredFigure = { units: number; scale: number } | string | null;

const statuses: readonly ObservationStatus[] = [
  'reported',
  'no-denominator',
  'missing',
  'not-yet',
  'not-collected',
  'not-applicable',
];

/** Units: as whole numbers of 32 bits until one of them needs more. */
type Units = Int32Array | Float64Array;

type Chunk = {
  first: Units;
  second: Units;
  firstScale: Uint8Array;
  secondScale: Uint8Array;
  /** The place of the status in `statuses`; 128 is added for an approximation. */
  status: Uint8Array;
  /** The numbers of the notes, from 1; 0: none. Of 16 bits until there are more notes. */
  note: Uint16Array | Int32Array;
  /** The rows; null while each stands one below the one before it, from `firstRow` on. */
  row: Int32Array | null;
  firstRow: number;
};

/** What is kept of one observation. A ratio has `first` (numerator) and `second` (denominator), others `first`. */
export type Stored = {
  area: number;
  indicator: number;
  first: string | null;
  second: string | null;
  status: ObservationStatus;
  approximate: boolean;
  note: string | null;
  row: number;
};

/**
 * The observations of a long table in typed arrays, about 17 bytes each, in the order of the file, and found by
 * area and indicator. `add` allocates nothing but a chunk now and then.
 */
export class ObservationStore {
  count = 0;
  readonly #indicators: number;
  readonly #chunks: Chunk[] = [];
  readonly #texts: string[] = [];
  readonly #notes: string[] = [];
  #notesLength = 0;
  readonly #noteNumbers = new Map<string, number>();
  /** By area × indicator, in chunks: the observation's number, from 1; 0: none. */
  readonly #index: Int32Array[] = [];
  /** The area × indicator of those that are listed. */
  readonly #cells = new Int32Array(limits.observationsListed);
  /** The same of all, once one of the others was asked for. */
  #everyCell: Int32Array | null = null;

  constructor(indicators: number) {
    this.#indicators = indicators;
  }

  /** The row that holds the figure of an area and indicator already, or 0. */
  rowOf(area: number, indicator: number): number {
    const at = this.numberOf(area, indicator);
    return at < 0 ? 0 : this.rowAt(at);
  }

  /** The row of an observation, by its number. */
  rowAt(number: number): number {
    return rowIn(this.#chunks[number >>> 16] as Chunk, number & 0xffff);
  }

  /** Numbers a note; equal notes are kept once. */
  noteNumber(note: string | null): number {
    if (note === null) return -1;
    const known = this.#noteNumbers.get(note);
    if (known !== undefined) return known;
    this.#notesLength += note.length;
    if (this.#notesLength > limits.notesLength) throw new FileRefusal('notes-too-long');
    this.#noteNumbers.set(note, this.#notes.length);
    return this.#notes.push(note) - 1;
  }

  noteOf(number: number): string | null {
    return number < 0 ? null : (this.#notes[number] as string);
  }

  /** Starts an observation; its figures are set next, by `setPlain` or `set`. */
  add(area: number, indicator: number, row: number, note: number): void {
    const at = this.count;
    if (at >>> 16 === this.#chunks.length) this.#chunks.push(newChunk(row));
    const chunk = this.#chunks[at >>> 16] as Chunk;
    const slot = at & 0xffff;
    const cell = area * this.#indicators + indicator;
    this.#indexAt(cell)[cell & 0xffff] = at + 1;
    if (at < this.#cells.length) this.#cells[at] = cell;
    if (chunk.row === null && row !== chunk.firstRow + slot) chunk.row = rowsOf(chunk, slot);
    if (chunk.row !== null) chunk.row[slot] = row;
    if (note >= 0xffff) chunk.note = widenedNotes(chunk.note);
    chunk.note[slot] = note + 1;
    chunk.firstScale[slot] = absent;
    chunk.secondScale[slot] = absent;
    chunk.status[slot] = 0;
    this.count += 1;
  }

  /** @param which 0: value or numerator · 1: denominator */
  setPlain(which: 0 | 1, units: number, scale: number): void {
    const at = this.count - 1;
    const chunk = this.#chunks[at >>> 16] as Chunk;
    const slot = at & 0xffff;
    const isWide = units !== (units | 0);
    if (which === 0) {
      if (isWide) chunk.first = widened(chunk.first);
      chunk.first[slot] = units;
      chunk.firstScale[slot] = scale;
    } else {
      if (isWide) chunk.second = widened(chunk.second);
      chunk.second[slot] = units;
      chunk.secondScale[slot] = scale;
    }
  }

  setText(which: 0 | 1, text: string | null): void {
    if (text === null) return;
    if (/^-?\d{1,15}$/.test(text)) this.setPlain(which, Number(text), 0);
    else this.setPlain(which, this.#texts.push(text) - 1, inTexts);
  }

  setStatus(status: ObservationStatus, approximate: boolean): void {
    const at = this.count - 1;
    const chunk = this.#chunks[at >>> 16] as Chunk;
    chunk.status[at & 0xffff] = statuses.indexOf(status) + (approximate ? 128 : 0);
  }

  /** The observation's number in the order of the file, from 0; -1: there is none. */
  numberOf(area: number, indicator: number): number {
    const cell = area * this.#indicators + indicator;
    return (this.#index[cell >>> 16]?.[cell & 0xffff] ?? 0) - 1;
  }

  /** One of the observations, by its number. @throws RangeError where there is none of that number */
  get(number: number): Stored {
    if (number >= this.count) throw new RangeError(`there is no observation ${number}`);
    const chunk = this.#chunks[number >>> 16] as Chunk;
    const slot = number & 0xffff;
    const cell = this.#cellOf(number);
    const status = chunk.status[slot] as number;
    const note = (chunk.note[slot] as number) - 1;
    return {
      area: Math.floor(cell / this.#indicators),
      indicator: cell % this.#indicators,
      first: this.#textOf(chunk.first[slot] as number, chunk.firstScale[slot] as number),
      second: this.#textOf(chunk.second[slot] as number, chunk.secondScale[slot] as number),
      status: statuses[status & 127] as ObservationStatus,
      approximate: status >= 128,
      note: note < 0 ? null : (this.#notes[note] as string),
      row: rowIn(chunk, slot),
    };
  }

  /** Those beyond the listed ones are asked for by who shows the whole table: then all are found anew in the index. */
  #cellOf(number: number): number {
    if (number < this.#cells.length) return this.#cells[number] as number;
    this.#everyCell ??= this.#cellsByNumber();
    return this.#everyCell[number] as number;
  }

  #cellsByNumber(): Int32Array {
    const cells = new Int32Array(this.count);
    for (const [chunk, numbers] of this.#index.entries()) {
      for (const [slot, number] of numbers?.entries() ?? []) {
        if (number > 0) cells[number - 1] = chunk * chunkRows + slot;
      }
    }
    return cells;
  }

  /** What is stored of one indicator, by area. */
  *ofIndicator(indicator: number): Generator<Pick<Stored, 'area' | 'first' | 'second'>> {
    const areas = Math.ceil((this.#index.length * chunkRows) / this.#indicators);
    for (let area = 0; area < areas; area += 1) {
      const number = this.numberOf(area, indicator);
      if (number < 0) continue;
      const chunk = this.#chunks[number >>> 16] as Chunk;
      const slot = number & 0xffff;
      yield {
        area,
        first: this.#textOf(chunk.first[slot] as number, chunk.firstScale[slot] as number),
        second: this.#textOf(chunk.second[slot] as number, chunk.secondScale[slot] as number),
      };
    }
  }

  /** The columns of some observations of one indicator, as pages hold them. */
  columns(numbers: readonly number[], isRatio: boolean): FigureColumns {
    const first = this.#column(numbers, 0);
    return {
      value: isRatio ? null : first,
      numerator: isRatio ? first : null,
      denominator: isRatio ? this.#column(numbers, 1) : null,
      ...this.#statuses(numbers),
    };
  }

  #statuses(numbers: readonly number[]): Pick<FigureColumns, 'status' | 'approximate'> {
    const statusAt = (number: number) =>
      (this.#chunks[number >>> 16] as Chunk).status[number & 0xffff] as number;
    let every = 0;
    for (let at = 0; at < numbers.length; at += 1) every |= statusAt(numbers[at] as number);
    // Nearly all columns are of figures that were reported, none of them an approximation.
    if (every === 0 && numbers.length > 0) return { status: 'reported', approximate: [] };
    return {
      status: oneOrAll(numbers.map((number) => statuses[statusAt(number) & 127] as ObservationStatus)),
      approximate: [...numbers.keys()].filter((at) => statusAt(numbers[at] as number) >= 128),
    };
  }

  #column(numbers: readonly number[], which: 0 | 1): PageNumber[] | null {
    const column = new Array<PageNumber>(numbers.length);
    let isNone = true;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      const chunk = this.#chunks[number >>> 16] as Chunk;
      const slot = number & 0xffff;
      const scale = (which === 0 ? chunk.firstScale[slot] : chunk.secondScale[slot]) as number;
      const units = (which === 0 ? chunk.first[slot] : chunk.second[slot]) as number;
      if (scale !== absent) isNone = false;
      column[at] = scale === 0 ? units : this.#textOf(units, scale);
    }
    return isNone ? null : column;
  }

  /** The number of an observation's note, -1: none. */
  noteAt(number: number): number {
    return ((this.#chunks[number >>> 16] as Chunk).note[number & 0xffff] as number) - 1;
  }

  /** How long its value is where that is a text; 0 for numbers. */
  textLength(number: number): number {
    const chunk = this.#chunks[number >>> 16] as Chunk;
    const slot = number & 0xffff;
    if (chunk.firstScale[slot] !== inTexts) return 0;
    return (this.#texts[chunk.first[slot] as number] as string).length;
  }

  #textOf(units: number, scale: number): string | null {
    if (scale === absent) return null;
    return scale === inTexts ? (this.#texts[units] as string) : decimalText(units, scale);
  }

  #indexAt(cell: number): Int32Array {
    const known = this.#index[cell >>> 16];
    if (known) return known;
    const made = new Int32Array(chunkRows);
    this.#index[cell >>> 16] = made;
    return made;
  }
}

function widened(units: Units): Float64Array {
  return units instanceof Float64Array ? units : Float64Array.from(units);
}

function widenedNotes(notes: Chunk['note']): Int32Array {
  return notes instanceof Int32Array ? notes : Int32Array.from(notes);
}

function rowIn({ row, firstRow }: Chunk, slot: number): number {
  return row === null ? firstRow + slot : (row[slot] as number);
}

/** The rows of a chunk's first observations, which stand below each other, and room for the others. */
function rowsOf({ firstRow }: Chunk, count: number): Int32Array {
  const rows = new Int32Array(chunkRows);
  for (let slot = 0; slot < count; slot += 1) rows[slot] = firstRow + slot;
  return rows;
}

function newChunk(firstRow: number): Chunk {
  return {
    first: new Int32Array(chunkRows),
    second: new Int32Array(chunkRows),
    firstScale: new Uint8Array(chunkRows),
    secondScale: new Uint8Array(chunkRows),
    status: new Uint8Array(chunkRows),
    note: new Uint16Array(chunkRows),
    row: null,
    firstRow,
  };
}
