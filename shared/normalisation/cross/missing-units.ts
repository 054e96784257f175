import { keyOf } from '../finding-order.ts';
import { type Ledger, refOf } from '../ledger.ts';
import type { AreaNames } from '../match/areas.ts';
import type { Place } from '../table.ts';
import type { CrossRow } from './name-units.ts';

/** So many names are spelled out; the count is whole. */
const named = 20;

/**
 * Names the areas that have no row, where the table is of areas at all. A row that stands twice hides one that is
 * missing: then it is named as the cause.
 */
export function missingUnits(
  rows: readonly CrossRow[],
  areas: AreaNames,
  place: Place,
  ledger: Ledger,
): void {
  const present = new Set(rows.flatMap((row) => (row.kind === 'unit' && row.area ? [row.area.id] : [])));
  if (present.size === 0) return;
  const missing = areas.all.filter(({ id }) => !present.has(id));
  if (missing.length === 0) return;
  const names = missing.slice(0, named).map(({ name }) => name);
  const rest = missing.length > named ? `; … (${missing.length})` : '';
  const twice = rows.flatMap((row) => (row.kind === 'unread' && row.twice ? [row.twice] : []))[0];
  const cause = twice ? keyOf({ code: 'unit-twice', at: refOf(twice) }) : null;
  ledger.find('units-missing', place, String(present.size), names.join('; ') + rest, { cause });
}
