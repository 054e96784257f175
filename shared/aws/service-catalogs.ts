import { catalog } from '../catalog/catalog.ts';
import { type Catalogs, catalogsFrom } from '../catalog/catalogs.ts';
import { publishedCatalogs } from './catalog-table.ts';
import type { Table } from './table.ts';

/** The catalogues of the service: what is published in its table, and until then the one that the code brings. */
export function serviceCatalogs(table: Table): Catalogs {
  return catalogsFrom(publishedCatalogs(table), catalog);
}
