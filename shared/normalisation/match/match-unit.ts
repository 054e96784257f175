import type { Catalog } from '../../catalog/catalog.ts';
import type { Unit, UnitKind } from '../../catalog/schema.ts';
import { unitByCode, unitsOn } from '../../catalog/unit.ts';
import { fold } from '../fold.ts';

/** Short forms that no name in the catalogue gives, folded, by the unit's name without its type. */
const shortForms: readonly (readonly [string, string])[] = [
  ['hcm', 'ho chi minh'],
  ['hcmc', 'ho chi minh'],
  ['tphcm', 'ho chi minh'],
  ['ho chi minh citi', 'ho chi minh'],
  ['tt hue', 'hue'],
];

const prefix = /^(?:ubnd|ui ban nhan dan|tinh|thanh pho|tp) /;

/** The units of a kind on a day, by every name under which they may be written. */
export type UnitNames = { byName: ReadonlyMap<string, Unit | null>; byCode(code: string): Unit | undefined };

/**
 * Makes the table of names of the units that live on a day. A name that two units share means neither.
 * Names are compared whole after folding; never by distance ("Quảng Nam" is one letter from "Quảng Ninh").
 */
export function unitNames(catalog: Catalog, kind: UnitKind, day: string): UnitNames {
  const byName = new Map<string, Unit | null>();
  const add = (name: string, unit: Unit) => {
    const known = byName.get(name);
    byName.set(name, known === undefined || known === unit ? unit : null);
  };
  for (const unit of unitsOn(catalog, kind, day)) {
    for (const { vi, full, en } of unit.names) {
      for (const name of [vi, full, en]) {
        add(bareName(name), unit);
        add(bareName(name).replaceAll(' ', ''), unit);
      }
    }
  }
  for (const [short, name] of shortForms) {
    const unit = byName.get(name);
    if (unit) add(short, unit);
  }
  return { byName, byCode: (code) => unitByCode(catalog, kind, code, day) };
}

/** The unit that a text names ("UBND tỉnh Đồng Tháp", "TP. Huế", "82"), or undefined. */
export function matchUnit(names: UnitNames, text: string): Unit | undefined {
  const digits = text.trim();
  // A spreadsheet drops the zero of "01".
  if (/^\d{1,2}$/.test(digits)) return names.byCode(digits.padStart(2, '0'));
  return names.byName.get(bareName(text)) ?? undefined;
}

function bareName(text: string): string {
  let name = fold(text);
  while (prefix.test(name)) name = name.replace(prefix, '');
  return name;
}
