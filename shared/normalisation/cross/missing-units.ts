import type { Ledger } from '../ledger.ts';
import type { AreaNames } from '../match/areas.ts';
import type { Place } from '../table.ts';
import type { UnitRow } from './name-units.ts';

/** So many names are spelled out; the count is whole. */
const named = 20;

/**
 * Names the areas that have no row, where the table is of areas at all. A row that stands twice hides one that is
 * missing: then it is named as the cause.
 */
export function missingUnits(
  units: readonly UnitRow[],
  areas: AreaNames,
  place: Place,
  ledger: Ledger,
): void {
  const present = new Set(units.flatMap(({ area }) => (area ? [area.id] : [])));
  if (present.size === 0) return;
  const missing = areas.all.filter(({ id }) => !present.has(id));
  if (missing.length === 0) return;
  const names = missing.slice(0, named).map(({ name }) => name);
  const rest = missing.length > named ? `; … (${missing.length})` : '';
  const cause = ledger.keysOf('unit-twice')[0] ?? ledger.keysOf('unit-unknown')[0] ?? null;
  ledger.find('units-missing', place, String(present.size), names.join('; ') + rest, { cause });
}
