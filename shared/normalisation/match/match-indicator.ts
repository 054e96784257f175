import type { Catalog } from '../../catalog/catalog.ts';
import type { Form, Indicator } from '../../catalog/schema.ts';
import { fold } from '../fold.ts';

/** A form's indicators and groups by code (upper case) and by folded name; null: two share it. */
export type IndicatorNames = {
  byCode: ReadonlyMap<string, Indicator>;
  byName: ReadonlyMap<string, Indicator | null>;
  groups: ReadonlySet<string>;
};

export function indicatorNames(catalog: Catalog, form: Form): IndicatorNames {
  const byCode = new Map<string, Indicator>();
  const byName = new Map<string, Indicator | null>();
  for (const row of form.indicators) {
    const indicator = catalog.indicators.get(row.indicator) as Indicator;
    byCode.set(codeOf(indicator.id), indicator);
    // `TDGQ` for `766.TDGQ`: within one form the part after the point is enough.
    byCode.set(codeOf(indicator.id.slice(indicator.id.indexOf('.') + 1)), indicator);
    for (const name of [indicator.names.vi, indicator.names.en].map(fold)) {
      const known = byName.get(name);
      byName.set(name, known === undefined || known === indicator ? indicator : null);
    }
  }
  const groups = form.groups.flatMap((group) => [fold(group.names.vi), fold(group.names.en)]);
  return { byCode, byName, groups: new Set(groups) };
}

/** An indicator by its code in the file, or undefined. */
export function indicatorByCode(names: IndicatorNames, code: string): Indicator | undefined {
  return names.byCode.get(codeOf(code));
}

/** An indicator by its name in the file, or undefined. */
export function indicatorByName(names: IndicatorNames, name: string): Indicator | undefined {
  return names.byName.get(fold(name)) ?? undefined;
}

export function isGroupName(names: IndicatorNames, name: string): boolean {
  return names.groups.has(fold(name));
}

function codeOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toUpperCase();
}
