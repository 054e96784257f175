import type { CellRef } from '../observations/observation.ts';
import { limits } from './limits.ts';
import { messages } from './messages.ts';
import type { RepairCode } from './repair-texts.ts';
import type { Finding, Repair } from './report.ts';
import { cellName, type Place } from './table.ts';

/** More are counted, not kept: bounds what a hostile file can make us hold. */
const kept = 20 * limits.listed;

type Placed<T> = { place: Place | null; entry: T };

/** Where findings and repairs are noted as they come, to be listed in the order of the sheet. */
export class Ledger {
  readonly #findings: Placed<Finding>[] = [];
  readonly #repairs: Placed<Repair>[] = [];
  readonly counts = { errors: 0, warnings: 0, repairs: 0 };

  find(code: string, place: Place | null, got: string | null = null, expected: string | null = null): void {
    this.findAt(code, place, place && refOf(place), got, expected);
  }

  /** A finding whose cell is known by name only. */
  findAt(
    code: string,
    place: Place | null,
    at: CellRef | null,
    got: string | null,
    expected: string | null,
  ): void {
    const message = messages.get(code);
    if (!message) throw new Error(`finding ${code} has no message`);
    const { severity, vi, en } = message;
    this.counts[severity === 'error' ? 'errors' : 'warnings'] += 1;
    if (this.#findings.length >= kept) return;
    this.#findings.push({ place, entry: { code, severity, at, got, expected, message: { vi, en } } });
  }

  repair(code: RepairCode, place: Place, from: string, to: string): void {
    this.counts.repairs += 1;
    if (this.#repairs.length >= kept) return;
    this.#repairs.push({ place, entry: { code, at: refOf(place), from, to } });
  }

  findings(): Finding[] {
    return listed(this.#findings);
  }

  repairs(): Repair[] {
    return listed(this.#repairs);
  }
}

export function refOf({ sheet, row, column }: Place): CellRef {
  return { sheet, cell: cellName(column, row) };
}

/** In the order of the sheet, what concerns the whole file first; the sort keeps equals as they came. */
function listed<T>(entries: readonly Placed<T>[]): T[] {
  const order = ({ place }: Placed<T>) => (place ? place.row * limits.columns + place.column : -1);
  return entries
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, limits.listed)
    .map(({ entry }) => entry);
}
