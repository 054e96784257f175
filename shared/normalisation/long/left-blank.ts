import { type Ledger, refOf } from '../ledger.ts';
import type { Merge, Place } from '../table.ts';
import type { LongHeader } from './long-header.ts';
import { type NamedPlace, placeRoles } from './name-place.ts';

/** Cells of one kind that stand in many rows, told once. */
type Told = { place: Place; got: string | null; count: number };

/** Different texts that are told apart; more are told with the first. */
const mostTexts = 50;

/** Rows whose unit or period is not said, or not clearly: one question for all that say the same. */
export class LeftBlank {
  readonly #told = new Map<string, Told>();

  add(code: 'unit-unknown' | 'period-unclear', place: Place, got: string | null): void {
    const key = this.#told.size < mostTexts ? `${code} ${got ?? ''}` : code;
    const told = this.#told.get(key);
    if (told) told.count += 1;
    else this.#told.set(key, { place, got, count: 1 });
  }

  get isEmpty(): boolean {
    return this.#told.size === 0;
  }

  tell(expected: { unit: string; period: string }, ledger: Ledger): void {
    for (const [key, { place, got, count }] of this.#told) {
      const code = key.startsWith('unit-unknown') ? 'unit-unknown' : 'period-unclear';
      const { cell } = refOf(place);
      const hint = {
        vi: `Có ${count} dòng như vậy, từ ô ${cell}: hãy ghi ở từng dòng.`,
        en: `${count} rows are like this, from cell ${cell} on: write it in each row.`,
      };
      const asked = code === 'unit-unknown' ? expected.unit : expected.period;
      ledger.find(code, place, got, asked, count > 1 ? { hint } : {});
    }
  }
}

/** The rows over which the cell that names a unit is merged, by the first of them: the last one. */
export function mergedPlaces({ row, columns }: LongHeader, merges: readonly Merge[]): Map<number, number> {
  const naming = placeRoles.map((role) => columns[role]).filter((column) => column !== undefined);
  const down = new Map<number, number>();
  for (const { top, bottom, left, right } of merges) {
    if (bottom === top || top <= row || !naming.some((column) => left <= column && column <= right)) continue;
    down.set(top, Math.max(bottom, down.get(top) ?? 0));
  }
  return down;
}

/** Fills the place of a row down over those that its cell is merged over; rows come in their order. */
export class MergedDown {
  readonly #merges: ReadonlyMap<number, number>;
  #place: NamedPlace | undefined;
  #bottom = 0;

  constructor(merges: ReadonlyMap<number, number>) {
    this.#merges = merges;
  }

  placeOf(row: number, own: NamedPlace): NamedPlace {
    const bottom = this.#merges.get(row);
    if (bottom !== undefined) {
      this.#place = own;
      this.#bottom = bottom;
    }
    return own.fault === 'blank' && row <= this.#bottom && this.#place ? this.#place : own;
  }
}
