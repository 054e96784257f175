import type { Catalog } from '../../catalog/catalog.ts';
import type { Unit, UnitKind } from '../../catalog/schema.ts';
import { livesOn, nameOn, unitsOn } from '../../catalog/unit.ts';
import { fold } from '../fold.ts';
import { damageIn, namesLike, withLostLetters } from './damage.ts';
import data from './unit-aliases.json' with { type: 'json' };

/** What a text says of a unit: it names one; a person has to choose; or it names none of this period. */
export type UnitMatch =
  | { match: Unit }
  | { ask: readonly Unit[]; reason: 'damaged' | 'shared' | 'renamed' }
  | { reject: 'unknown' | 'dissolved' | 'not-a-unit'; instead: readonly Unit[] };

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
};

const notUnits = new Set(data.notUnits.map(fold));
const prefix =
  /^(?:ubnd|ui ban nhan dan|hdnd|tinh|thanh pho truc thuoc trung uong|thanh pho|t p|tp|thu do|province of|citi of|the) /;
const suffix = / (?:citi|province)$/;
/** What stood before a merger (`Hà Giang (cũ)`) names the unit of that time, not today's. */
const formerly = / (?:cu|truoc sap nhap|truoc hop nhat)$/;

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
  return { day, byName, byCode, others, otherCodes, dissolved: new Map(dissolved) };
}

/**
 * What a text names among the units of a day ("UBND tỉnh Đồng Tháp", "TP. Huế", "82"). A name with lost or
 * look-alike letters, of a unit of another time, or shared by several is asked, with the units that it may be.
 */
export function matchUnit(names: UnitNames, text: string): UnitMatch {
  const digits = text.trim();
  // A spreadsheet drops the zero of "01".
  if (/^\d{1,2}$/.test(digits)) return byCode(names, digits.padStart(2, '0'));
  if (text.length > 200) return { reject: 'unknown', instead: [] };
  // A no-break space that was lost in front of a name is no letter of it.
  const trimmed = text.replace(/^[\s\uFFFD]+|[\s\uFFFD]+$/g, '');
  if (damageIn(trimmed) || trimmed.includes('?')) return likeUnit(names, withLostLetters(text));
  const whole = text.includes('\uFFFD');
  const found = byName(names, bareName(trimmed));
  return whole && 'reject' in found && found.reject === 'unknown' ? likeUnit(names, text) : found;
}

function byCode(names: UnitNames, code: string): UnitMatch {
  const unit = names.byCode.get(code);
  if (unit) return { match: unit };
  const instead = names.otherCodes.get(code);
  return instead ? { ask: different(instead), reason: 'renamed' } : { reject: 'unknown', instead: [] };
}

function byName(names: UnitNames, name: string): UnitMatch {
  const wasFormer = formerly.test(name);
  const bare = name.replace(formerly, '');
  const units = names.byName.get(bare) ?? [];
  const [unit, ...more] = units;
  if (unit && more.length === 0 && !wasFormer) return { match: unit };
  if (unit && !wasFormer) return { ask: units, reason: 'shared' };
  const others = names.others.get(bare);
  if (others || unit) return { ask: different([...(others ?? []), ...units]), reason: 'renamed' };
  const dissolved = names.dissolved.get(bare);
  if (dissolved) return { reject: 'dissolved', instead: different(dissolved) };
  return { reject: notUnits.has(bare.replace(/^vung /, '')) ? 'not-a-unit' : 'unknown', instead: [] };
}

/** The units whose names fit where letters were lost. Never a match: what was lost cannot be known. */
function likeUnit(names: UnitNames, text: string): UnitMatch {
  // A no-break space that was lost in front hides the prefix behind it: `\uFFFDTP. H\uFFFD`.
  const either = [text, text.replace(/^[\s\uFFFD]+/, '')].map((each) => namesLike(each, bareName));
  const like = (name: string) => either.some((fits) => fits(name));
  const living = [...names.byName].flatMap(([name, units]) => (like(name) ? units : []));
  const others = [...names.others].flatMap(([name, units]) => (like(name) ? units : []));
  const dissolved = [...names.dissolved].flatMap(([name, units]) => (like(name) ? units : []));
  const ask = different([...living, ...others]);
  if (ask.length === 0 && dissolved.length > 0) return { reject: 'dissolved', instead: different(dissolved) };
  return { ask, reason: 'damaged' };
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

function different(units: readonly Unit[]): Unit[] {
  return [...new Set(units)];
}

/** The official names of units on a day, to be shown to the person who is asked. */
export function suggestionsOf(units: readonly Unit[], day: string): string[] {
  return units.map((unit) => nameOn(unit, day).full).sort();
}

function bareName(text: string): string {
  let name = fold(text);
  while (prefix.test(name)) name = name.replace(prefix, '');
  return name.replace(suffix, '');
}
