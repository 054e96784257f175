import type { Catalog } from './catalog.ts';
import type { Unit } from './schema.ts';
import { livesOn } from './unit.ts';

/** The units that were dissolved into one, directly, in the order of their codes. */
export function predecessorsOf(catalog: Pick<Catalog, 'units'>, unit: Unit): Unit[] {
  return inOrder([...catalog.units.values()].filter((other) => other.successors.includes(unit.id)));
}

/** The ids of the units that were dissolved into one, directly or through others, each once. */
export function everyPredecessor(catalog: Pick<Catalog, 'units'>, id: string): string[] {
  const found: string[] = [];
  const waiting = [id];
  // A list that grows while it is gone through: a successor is never its own predecessor (`checkUnits`).
  for (const next of waiting) {
    const unit = catalog.units.get(next);
    const before = unit ? predecessorsOf(catalog, unit).map((one) => one.id) : [];
    const fresh = before.filter((one) => !found.includes(one));
    found.push(...fresh);
    waiting.push(...fresh);
  }
  return found;
}

/**
 * The unit that stands on a later day for one: itself while it lives, else what it became, however often that
 * changed in turn. On the basis `current` its figures are carried there.
 * @param day local day, not before the unit began
 * @returns undefined when the unit was divided: its figures belong to no single unit
 */
export function successorOn(catalog: Pick<Catalog, 'units'>, unit: Unit, day: string): Unit | undefined {
  let standing: Unit | undefined = unit;
  while (standing && standing.to !== null && standing.to < day) standing = onlySuccessor(catalog, standing);
  return standing && livesOn(standing, day) ? standing : undefined;
}

/** No cycle is possible: a successor lives when its predecessor no longer does (`checkUnits`). */
function onlySuccessor(catalog: Pick<Catalog, 'units'>, { successors }: Unit): Unit | undefined {
  return successors.length === 1 ? catalog.units.get(successors[0] as string) : undefined;
}

function inOrder(units: Unit[]): Unit[] {
  return units.sort((a, b) => (a.code < b.code ? -1 : 1));
}
