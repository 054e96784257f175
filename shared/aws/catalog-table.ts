import { zstdDecompressSync } from 'node:zlib';
import type { CatalogReader, Published } from '../catalog/catalogs.ts';
import { type CatalogDocument, documentSchema } from '../catalog/document.ts';
import { catalogKey, publishedKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { bytesOf, type Table, textOf } from './table.ts';

/** What is read of the catalogues in the table: which is published, and each version's document. */
export function publishedCatalogs(table: Table): CatalogReader {
  return {
    async published() {
      const item = await table.get(publishedKey, true);
      return item && storedAs<Published>(textOf(item, 'published'), 'published/1');
    },
    async document(version) {
      const item = await table.get(catalogKey(version), true);
      return (
        item &&
        storedAs<CatalogDocument>(zstdDecompressSync(bytesOf(item, 'document')).toString(), documentSchema)
      );
    },
  };
}
