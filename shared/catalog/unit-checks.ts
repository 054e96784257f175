import type { Catalog } from './catalog.ts';
import { codeOf, systemsOn } from './code-systems.ts';
import { checkEach } from './gather-faults.ts';
import { dayAfter } from './period.ts';
import type { Unit, UnitKind } from './schema.ts';
import { predecessorsOf } from './succession.ts';
import { livesOn, unitsOn } from './unit.ts';

/**
 * Proves what every walk through time relies on: old → new is total (every dissolved unit has a successor that
 * lives from the next day, every unit that begins on a map that stood before has predecessors), and on no day do
 * two units of one kind share a code.
 * @throws Error that names the unit for which it does not hold
 */
export function checkUnits(catalog: Catalog): void {
  checkEach(catalog.units.values(), (unit) => {
    checkLife(unit);
    checkEnd(catalog, unit);
  });
  for (const kind of new Set([...catalog.units.values()].map((unit) => unit.kind))) {
    checkBeginnings(catalog, kind);
    for (const day of changeDays(catalog, kind)) checkCodes(catalog, kind, day);
  }
}

/** The local days on which the map of a kind changes, the oldest first: between two of them it stands still. */
export function changeDays(catalog: Catalog, kind: UnitKind): string[] {
  const days = new Set<string>();
  for (const unit of catalog.units.values()) {
    if (unit.kind !== kind) continue;
    // Of a life that is not bounded in the sources, any day before the first change shows the map.
    days.add(unit.from ?? longAgo);
    if (unit.to !== null) days.add(dayAfter(unit.to, 1));
  }
  return [...days].sort();
}

const longAgo = '1900-01-01';

function checkLife({ id, from, to, names }: Unit): void {
  if (from !== null && to !== null && to < from) wrong(`${id} ends before it begins`);
  let last: string | null = null;
  for (const [place, name] of names.entries()) {
    const isAfter = place === 0 ? name.from === from : name.from !== null && name.from > (last ?? '');
    if (!isAfter || (name.from !== null && to !== null && name.from > to)) {
      wrong(`the names of ${id} are not in the order of its life`);
    }
    last = name.from;
  }
}

/** A dissolved unit's figures have somewhere to go, from the day after its last. */
function checkEnd(catalog: Catalog, { id, kind, to, successors }: Unit): void {
  if (to === null) {
    if (successors.length > 0) wrong(`${id} has a successor but no last day`);
    return;
  }
  if (successors.length === 0) wrong(`${id} ends on ${to} without a successor`);
  if (new Set(successors).size < successors.length) wrong(`${id} names a successor twice`);
  const next = dayAfter(to, 1);
  for (const name of successors) {
    const successor = catalog.units.get(name);
    if (!successor) wrong(`${id} names the unit ${name}, which does not exist`);
    if (successor.kind !== kind) wrong(`${id} has a successor of another kind: ${name}`);
    // This also rules out cycles: along successors, last days only grow.
    if (!livesOn(successor, next)) wrong(`${name}, the successor of ${id}, does not live on ${next}`);
  }
}

/** A unit that begins when a map already stood was made of units of that map. */
function checkBeginnings(catalog: Catalog, kind: UnitKind): void {
  const first = changeDays(catalog, kind)[0] as string;
  for (const unit of catalog.units.values()) {
    if (unit.kind !== kind || unit.from === null || unit.from === first) continue;
    const made = predecessorsOf(catalog, unit).some(({ to }) => to !== null && dayAfter(to, 1) === unit.from);
    if (!made) wrong(`${unit.id} begins on ${unit.from}, and no unit ended for it the day before`);
  }
}

/** In every system that counts the map of the day, a code means one unit. */
function checkCodes(catalog: Catalog, kind: UnitKind, day: string): void {
  const units = unitsOn(catalog, kind, day);
  for (const { system } of systemsOn(catalog, day)) {
    const seen = new Map<string, Unit>();
    for (const unit of units) {
      const code = codeOf(unit, system);
      if (code === undefined) continue;
      const other = seen.get(code);
      if (other) wrong(`${other.id} and ${unit.id} share the code ${code} (${system}) on ${day}`);
      seen.set(code, unit);
    }
  }
}

function wrong(what: string): never {
  throw new Error(`catalogue: ${what}`);
}
