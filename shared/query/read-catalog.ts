import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';

/** The catalogue's lists that readers may have, as they are. @throws Refusal `not-found` for another name */
export function readCatalog(
  kind: string,
  catalog: Catalog,
): { version: string; items: object[]; next: null } {
  const lists = new Map<string, ReadonlyMap<string, object>>([
    ['units', catalog.units],
    ['indicators', catalog.indicators],
    ['forms', catalog.forms],
    ['scorecards', catalog.scorecards],
  ]);
  const list = lists.get(kind);
  if (!list) throw new Refusal('not-found');
  return { version: catalog.version, items: [...list.values()], next: null };
}
