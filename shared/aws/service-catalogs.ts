import { builtInFiles, catalog } from '../catalog/catalog.ts';
import { type Catalogs, catalogsFrom } from '../catalog/catalogs.ts';
import { type CatalogDocument, documentOf } from '../catalog/document.ts';
import { publishedCatalogs } from './catalog-table.ts';
import type { Table } from './table.ts';

/** The catalogues of the service: what is published in its table, and until then the one that the code brings. */
export function serviceCatalogs(table: Table): Catalogs {
  return catalogsFrom(publishedCatalogs(table), catalog);
}

/** The same as documents: undefined where no version of that name is held. */
export function serviceDocuments(table: Table): (version: string) => Promise<CatalogDocument | undefined> {
  const reader = publishedCatalogs(table);
  return async (version) => {
    const kept = await reader.document(version);
    return kept ?? (version === catalog.version ? documentOf(builtInFiles) : undefined);
  };
}
