import type { Catalog } from './catalog.ts';
import type { Unit, UnitKind, UnitName } from './schema.ts';

/** The units of one kind that live on a local day, in the order of their codes. */
export function unitsOn(catalog: Pick<Catalog, 'units'>, kind: UnitKind, day: string): Unit[] {
  return [...catalog.units.values()]
    .filter((unit) => unit.kind === kind && livesOn(unit, day))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The unit that a code means on a day. Seven GSO codes changed meaning on 2025-07-01, so a code
 * alone names nothing.
 */
export function unitByCode(
  catalog: Pick<Catalog, 'units'>,
  kind: UnitKind,
  code: string,
  day: string,
): Unit | undefined {
  return unitsOn(catalog, kind, day).find((unit) => unit.code === code);
}

/**
 * Whether a request means the unit by a text, among the units of one map: its id, its code, or a province's code on the
 * portal, whose shape shows what it is (`H20`).
 */
export function isCalled({ id, code, codes }: Unit, name: string): boolean {
  return name === id || name === code || (/^H\d\d$/.test(name) && name === codes.portal);
}

/** True when the unit lives on the local day (first and last day included). */
export function livesOn(unit: Unit, day: string): boolean {
  return (unit.from === null || unit.from <= day) && (unit.to === null || day <= unit.to);
}

/** The unit's name and type on a day; before its first dated name, that first name. */
export function nameOn(unit: Unit, day: string): UnitName {
  const standing = unit.names.filter((name) => name.from === null || name.from <= day).at(-1);
  return standing ?? (unit.names[0] as UnitName);
}
