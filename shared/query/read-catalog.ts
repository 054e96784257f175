import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';

/** The catalogue's lists that readers may have, as they are; of forms and scorecards every version. @throws Refusal `not-found` for another name */
export function readCatalog(
  kind: string,
  catalog: Catalog,
): { version: string; items: object[]; next: null } {
  const lists = new Map<string, readonly object[]>([
    ['units', [...catalog.units.values()]],
    ['indicators', [...catalog.indicators.values()]],
    ['forms', catalog.everyForm],
    ['scorecards', catalog.everyScorecard],
    ['regions', catalog.regions],
  ]);
  const list = lists.get(kind);
  if (!list) throw new Refusal('not-found');
  return { version: catalog.version, items: [...list], next: null };
}
