import type { Catalog } from './catalog.ts';
import type { CodeSystem, Unit } from './schema.ts';
import { unitsOn } from './unit.ts';

/** A code and the system in which it is one: `{ system: 'portal', code: 'H15' }`. */
export type CodeIn = { system: CodeSystem['system']; code: string };

/** A unit's code in a system; undefined: it has none there. Means nothing without a day on which the system is in force. */
export function codeOf(unit: Unit, system: CodeSystem['system']): string | undefined {
  return system === 'gso' ? unit.code : unit.codes[system];
}

/** The systems that count the map of a local day. */
export function systemsOn(catalog: Catalog, day: string): CodeSystem[] {
  return catalog.systems.filter(
    ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
  );
}

/**
 * The province that a code of a system means on a day. Systems are apart: H15 is Đắk Lắk, 15 in the codes of the
 * statistics office Lào Cai (Yên Bái until June 2025), and 15 on the merger map Sơn La.
 * @returns undefined when the system does not count the map of that day, or has no such code
 */
export function unitOfCode(catalog: Catalog, { system, code }: CodeIn, day: string): Unit | undefined {
  if (!systemsOn(catalog, day).some((each) => each.system === system)) return undefined;
  return unitsOn(catalog, 'province', day).find((unit) => codeOf(unit, system) === code);
}
