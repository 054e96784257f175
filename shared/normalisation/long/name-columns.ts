import { type ByteRecord, cellKinds } from '../records/byte-record.ts';
import type { Cell } from '../table.ts';
import { ByteDictionary, PairDictionary } from './byte-dictionary.ts';

const blank = 0;
/** The cell has no number of its own: its text is read each time. */
const unnumbered = -1;

/** @param cells each column's, undefined for a blank one or a column that is not there @param row the first that has them */
export type ResolveCells<T> = (cells: readonly (Cell | undefined)[], row: number) => T;

/**
 * Columns that together name one thing, as a code and a name do. What they say is worked out once for each
 * combination of texts that the file has.
 */
export class NameColumns<T> {
  readonly #columns: readonly number[];
  /** The columns that are there, and their places among all. */
  readonly #present: readonly number[];
  readonly #resolve: ResolveCells<T>;
  readonly #texts: readonly ByteDictionary[];
  readonly #pairs: readonly PairDictionary[];
  /** What was worked out: of one column by the cell's token, of several by the last pair's number. */
  readonly #resolved: (T | undefined)[] = [];
  readonly #lastTokens: Int32Array;
  #last: T | undefined;

  constructor(columns: readonly (number | undefined)[], resolve: ResolveCells<T>) {
    this.#columns = columns.map((column) => column ?? -1);
    this.#present = this.#columns.filter((column) => column >= 0);
    this.#resolve = resolve;
    this.#texts = this.#present.map(() => new ByteDictionary());
    this.#pairs = this.#present.map(() => new PairDictionary());
    this.#lastTokens = new Int32Array(this.#present.length).fill(unnumbered);
  }

  /** @param slots the index of each column's cell in the record, -1 where there is none */
  read(record: ByteRecord, slots: Int32Array): T {
    const present = this.#present;
    const last = this.#lastTokens;
    let isSame = true;
    for (let at = 0; at < present.length; at += 1) {
      const token = this.#tokenOf(record, slots[present[at] as number] as number, at);
      if (token === last[at]) continue;
      isSame = false;
      last[at] = token;
    }
    if (isSame && this.#last !== undefined) return this.#last;
    const key = this.#keyOf(last);
    // `last` must not stand for what has no number.
    if (key < 0) {
      last.fill(unnumbered);
      this.#last = undefined;
      return this.#readCells(record, slots);
    }
    let found = this.#resolved[key];
    if (found === undefined) {
      found = this.#readCells(record, slots);
      this.#resolved[key] = found;
    }
    this.#last = found;
    return found;
  }

  /** Numbers from 0 with few gaps, so that what they mean stands in a plain array. */
  #keyOf(tokens: Int32Array): number {
    let key = tokens[0] as number;
    for (let at = 1; at < tokens.length && key >= 0; at += 1) {
      const token = tokens[at] as number;
      key = token < 0 ? unnumbered : (this.#pairs[at] as PairDictionary).idOf(key, token);
    }
    return key;
  }

  #tokenOf(record: ByteRecord, slot: number, at: number): number {
    if (slot < 0) return blank;
    const kind = record.kinds[slot];
    // The remainder keeps apart what is a shared text, a text of its own and a number.
    if (kind === cellKinds.shared) return 3 * (record.shared[slot] as number) + 1;
    if (kind === cellKinds.other) return unnumbered;
    const from = record.starts[slot] as number;
    const to = record.ends[slot] as number;
    if (from === to) return blank;
    const id = (this.#texts[at] as ByteDictionary).idOf(record.bytes, from, to);
    return id < 0 ? unnumbered : 3 * id + (kind === cellKinds.number ? 3 : 2);
  }

  #readCells(record: ByteRecord, slots: Int32Array): T {
    const cells = this.#columns.map((column) => {
      const slot = column < 0 ? -1 : (slots[column] as number);
      const cell = slot < 0 ? undefined : record.cell(slot);
      return cell?.text === '' ? undefined : cell;
    });
    return this.#resolve(cells, record.number);
  }
}
