import { type Catalog, formIn } from '../../shared/catalog/catalog.ts';
import { communesOn } from '../../shared/catalog/communes.ts';
import { periodOf } from '../../shared/catalog/period.ts';
import type { Unit } from '../../shared/catalog/schema.ts';
import { nameOn, unitsOn } from '../../shared/catalog/unit.ts';
import type { AskedHere } from './check-here.ts';

/** The last local day of the window that figures cover: names are those of its map. */
export function mapDayOf(catalog: Catalog, { form, period }: AskedHere): string {
  const window = (form === undefined ? undefined : formIn(catalog, form, period))?.window ?? 'administrative';
  return periodOf(period)?.[window].to ?? '';
}

/**
 * Names the units inside the reporting one of which a file tells: communes on the map of the period, or provinces.
 * What is not known is named by its id.
 */
export async function areaNames(catalog: Catalog, asked: AskedHere): Promise<(area: string) => string> {
  const day = mapDayOf(catalog, asked);
  const unit = catalog.units.get(asked.unit);
  const named = new Map<string, string>();
  for (const province of provincesOf(catalog, unit, day)) {
    const behind = province === unit ? '' : `, ${nameOn(province, day).vi}`;
    for (const { id, name } of await communesOn(province.code, day)) named.set(id, `${name.full}${behind}`);
  }
  const nameOf = (inside: Unit | undefined) => inside && nameOn(inside, day).full;
  return (area) => named.get(area) ?? nameOf(catalog.units.get(area)) ?? area;
}

function provincesOf(catalog: Catalog, unit: Unit | undefined, day: string): readonly Unit[] {
  if (unit === undefined) return [];
  return unit.kind === 'province' ? [unit] : unitsOn(catalog, 'province', day);
}
