import type { Catalog } from '../../catalog/catalog.ts';
import type { Unit, UnitKind } from '../../catalog/schema.ts';
import { livesOn, unitsOn } from '../../catalog/unit.ts';
import { fold } from '../fold.ts';
import data from './unit-aliases.json' with { type: 'json' };
import { type CodeTables, codeTables } from './unit-codes.ts';

/** The units of a kind on a day, by every name under which they may be written. */
export type UnitNames = {
  day: string;
  /** Of the units that live on the day; several may share a name. */
  byName: ReadonlyMap<string, readonly Unit[]>;
  byCode: ReadonlyMap<string, Unit>;
  /** Of units of another day, by the units of this day that took their place. */
  others: ReadonlyMap<string, readonly Unit[]>;
  otherCodes: ReadonlyMap<string, readonly Unit[]>;
  /** Units that the catalogue does not reach back to, with those that took their place. */
  dissolved: ReadonlyMap<string, readonly Unit[]>;
  /** Regions and totals, folded: no units. */
  notUnits: ReadonlySet<string>;
  /** The codes of every system; of provinces only. */
  codes: CodeTables;
};

const prefix =
  /^(?:ubnd|ui ban nhan dan|hdnd|tinh|thanh pho truc thuoc trung uong|thanh pho|t p|tp|thu do|province of|citi of|the) /;
const suffix = / (?:citi|province)$/;

/**
 * Makes the table of names of the units that live on a day. A name that two units share means neither.
 * Names are compared whole after folding; never by distance ("Quảng Nam" is one letter from "Quảng Ninh").
 */
export function unitNames(catalog: Catalog, kind: UnitKind, day: string): UnitNames {
  const byName = new Map<string, readonly Unit[]>();
  const byCode = new Map<string, Unit>();
  for (const unit of unitsOn(catalog, kind, day)) {
    byCode.set(unit.code, unit);
    for (const name of writingsOf(unit)) byName.set(name, [...(byName.get(name) ?? []), unit]);
  }
  const others = new Map<string, readonly Unit[]>();
  const otherCodes = new Map<string, readonly Unit[]>();
  for (const unit of catalog.units.values()) {
    if (unit.kind !== kind || livesOn(unit, day)) continue;
    const instead = standingFor(catalog, unit, day);
    for (const name of writingsOf(unit)) others.set(name, [...(others.get(name) ?? []), ...instead]);
    otherCodes.set(unit.code, [...(otherCodes.get(unit.code) ?? []), ...instead]);
  }
  const dissolved = data.dissolved
    .filter((entry) => entry.kind === kind)
    .map(({ name, successors }): [string, Unit[]] => {
      const units = successors.map((id) => catalog.units.get(id) as Unit);
      return [fold(name), units.flatMap((unit) => standingFor(catalog, unit, day))];
    });
  const regions = catalog.regions.flatMap(({ names }) => [names.vi, names.en]);
  return {
    day,
    byName,
    byCode,
    others,
    otherCodes,
    dissolved: new Map(dissolved),
    notUnits: new Set([...data.notUnits, ...regions].map(fold)),
    codes:
      kind === 'province'
        ? codeTables(catalog, day, (unit) => standingFor(catalog, unit, day))
        : new Map<never, never>(),
  };
}

/** Every folded name of a unit through its life, with its short forms, with and without its spaces. */
function writingsOf(unit: Unit): Set<string> {
  const names = unit.names.flatMap(({ vi, full, en }) => [vi, full, en]);
  const short = data.aliases
    .filter(({ kind, name }) => kind === unit.kind && names.includes(name))
    .flatMap(({ also }) => also);
  // A ministry's code is its abbreviation (BTC).
  const code = /^\p{L}+$/u.test(unit.code) ? [unit.code] : [];
  const bare = [...names, ...short, ...code].map(bareName);
  return new Set([...bare, ...bare.map((name) => name.replaceAll(' ', '')), ...short.map(fold)]);
}

/** The units that live on a day in place of one that does not: what it became, or what it came from. */
function standingFor(catalog: Catalog, unit: Unit, day: string): Unit[] {
  if (livesOn(unit, day)) return [unit];
  const later = unit.to !== null && unit.to < day;
  const next = later
    ? unit.successors.map((id) => catalog.units.get(id) as Unit)
    : [...catalog.units.values()].filter((other) => other.successors.includes(unit.id));
  return next
    .filter((other) => livesOn(other, day) || later)
    .flatMap((other) => standingFor(catalog, other, day));
}

/** A name folded, without what stands around it: `UBND tỉnh`, `TP.`, `City`. */
export function bareName(text: string): string {
  let name = fold(text);
  while (prefix.test(name)) name = name.replace(prefix, '');
  return name.replace(suffix, '');
}
