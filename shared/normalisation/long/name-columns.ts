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
  readonly #resolve: ResolveCells<T>;
  readonly #texts: ByteDictionary[];
  readonly #pairs: PairDictionary[];
  readonly #resolved: (T | undefined)[] = [];
  #lastKey = unnumbered;
  #last: T | undefined;

  constructor(columns: readonly (number | undefined)[], resolve: ResolveCells<T>) {
    this.#columns = columns.map((column) => column ?? -1);
    this.#resolve = resolve;
    this.#texts = columns.map(() => new ByteDictionary());
    this.#pairs = columns.map(() => new PairDictionary());
  }

  /** @param slots the index of each column's cell in the record, -1 where there is none */
  read(record: ByteRecord, slots: Int32Array): T {
    const columns = this.#columns;
    let key = blank;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] as number;
      const token = column < 0 ? blank : this.#tokenOf(record, slots[column] as number, at);
      if (token === unnumbered) return this.#readCells(record, slots);
      if (at === 0) key = token;
      else if (column >= 0) {
        key = (this.#pairs[at] as PairDictionary).idOf(key, token);
        if (key < 0) return this.#readCells(record, slots);
      }
    }
    if (key === this.#lastKey) return this.#last as T;
    let found = this.#resolved[key];
    if (found === undefined) {
      found = this.#readCells(record, slots);
      this.#resolved[key] = found;
    }
    this.#lastKey = key;
    this.#last = found;
    return found;
  }

  #tokenOf(record: ByteRecord, slot: number, at: number): number {
    if (slot < 0) return blank;
    const kind = record.kinds[slot];
    // The last two bits keep apart what is a shared text, a text of its own and a number.
    if (kind === cellKinds.shared) return 4 * (record.shared[slot] as number) + 2;
    if (kind === cellKinds.other) return unnumbered;
    const from = record.starts[slot] as number;
    const to = record.ends[slot] as number;
    if (from === to) return blank;
    const id = (this.#texts[at] as ByteDictionary).idOf(record.bytes, from, to);
    return id < 0 ? unnumbered : 4 * id + (kind === cellKinds.number ? 3 : 1);
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
