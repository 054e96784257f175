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

type Chunk = {
  first: Float64Array;
  second: Float64Array;
  firstScale: Uint8Array;
  secondScale: Uint8Array;
  /** The place of the status in `statuses`; 128 is added for an approximation. */
  status: Uint8Array;
  note: Int32Array;
  row: Int32Array;
  cell: Int32Array;
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
 * The observations of a long table in typed arrays, about 35 bytes each, in the order of the file, and found by
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
  /** By area × indicator: the observation's number, from 1; 0: none. */
  #index = new Int32Array(1_024);

  constructor(indicators: number) {
    this.#indicators = indicators;
  }

  /** The row that holds the figure of an area and indicator already, or 0. */
  rowOf(area: number, indicator: number): number {
    const at = this.#index[area * this.#indicators + indicator] ?? 0;
    return at === 0 ? 0 : ((this.#chunks[(at - 1) >>> 16] as Chunk).row[(at - 1) & 0xffff] as number);
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
    if (at >>> 16 === this.#chunks.length) this.#chunks.push(newChunk());
    const chunk = this.#chunks[at >>> 16] as Chunk;
    const slot = at & 0xffff;
    const cell = area * this.#indicators + indicator;
    if (cell >= this.#index.length) this.#widen(cell);
    this.#index[cell] = at + 1;
    chunk.cell[slot] = cell;
    chunk.row[slot] = row;
    chunk.note[slot] = note;
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
    if (which === 0) {
      chunk.first[slot] = units;
      chunk.firstScale[slot] = scale;
    } else {
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
    return (this.#index[area * this.#indicators + indicator] ?? 0) - 1;
  }

  get(number: number): Stored {
    const chunk = this.#chunks[number >>> 16] as Chunk;
    const slot = number & 0xffff;
    const cell = chunk.cell[slot] as number;
    const status = chunk.status[slot] as number;
    const note = chunk.note[slot] as number;
    return {
      area: Math.floor(cell / this.#indicators),
      indicator: cell % this.#indicators,
      first: this.#textOf(chunk.first[slot] as number, chunk.firstScale[slot] as number),
      second: this.#textOf(chunk.second[slot] as number, chunk.secondScale[slot] as number),
      status: statuses[status & 127] as ObservationStatus,
      approximate: status >= 128,
      note: note < 0 ? null : (this.#notes[note] as string),
      row: chunk.row[slot] as number,
    };
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
    const column: PageNumber[] = [];
    let isNone = true;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      const chunk = this.#chunks[number >>> 16] as Chunk;
      const slot = number & 0xffff;
      const scale = (which === 0 ? chunk.firstScale[slot] : chunk.secondScale[slot]) as number;
      const units = (which === 0 ? chunk.first[slot] : chunk.second[slot]) as number;
      if (scale !== absent) isNone = false;
      column.push(scale === 0 ? units : this.#textOf(units, scale));
    }
    return isNone ? null : column;
  }

  /** The number of an observation's note, -1: none. */
  noteAt(number: number): number {
    return (this.#chunks[number >>> 16] as Chunk).note[number & 0xffff] as number;
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

  #widen(cell: number): void {
    const next = new Int32Array(Math.max(cell + 1, 2 * this.#index.length));
    next.set(this.#index);
    this.#index = next;
  }
}

function newChunk(): Chunk {
  return {
    first: new Float64Array(chunkRows),
    second: new Float64Array(chunkRows),
    firstScale: new Uint8Array(chunkRows),
    secondScale: new Uint8Array(chunkRows),
    status: new Uint8Array(chunkRows),
    note: new Int32Array(chunkRows),
    row: new Int32Array(chunkRows),
    cell: new Int32Array(chunkRows),
  };
}
