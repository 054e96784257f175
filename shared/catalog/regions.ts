import type { Catalog } from './catalog.ts';
import { dayAfter } from './period.ts';
import type { Region } from './schema.ts';
import { unitsOn } from './unit.ts';
import { changeDays } from './unit-checks.ts';

/**
 * The socio-economic regions of a local day, in the order of the resolutions that drew them: NQ 81/2023/QH15 for the
 * 63 provinces, NQ 306/NQ-CP of 05/10/2025 for the 34. Each names the provinces of that day which it is made of.
 */
export function regionsOn(catalog: Catalog, day: string): Region[] {
  return catalog.regions.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

/**
 * Proves that on every map the regions share out the provinces: each in one region, none twice, none that does not
 * live, no map without regions.
 * @throws Error that names the province for which it does not hold
 */
export function checkRegions(catalog: Catalog): void {
  const ids = new Set(catalog.regions.map(({ id }) => id));
  if (ids.size < catalog.regions.length) throw new Error('catalogue: a region stands twice');
  const changes = catalog.regions.flatMap(({ from, to }) => [
    from,
    ...(to === null ? [] : [dayAfter(to, 1)]),
  ]);
  for (const day of new Set([...changeDays(catalog, 'province'), ...changes])) {
    const living = new Set(unitsOn(catalog, 'province', day).map(({ id }) => id));
    const placed = new Set<string>();
    for (const region of regionsOn(catalog, day)) {
      for (const member of region.members) {
        if (!living.has(member)) wrong(`${region.id} names ${member}, which does not live`, day);
        if (placed.has(member)) wrong(`${member} stands in two regions`, day);
        placed.add(member);
      }
    }
    for (const id of living) if (!placed.has(id)) wrong(`${id} stands in no region`, day);
  }
}

function wrong(what: string, day: string): never {
  throw new Error(`catalogue: ${what} on ${day}`);
}
