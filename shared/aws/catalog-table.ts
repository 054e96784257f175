import { zstdDecompressSync } from 'node:zlib';
import type { CatalogReader, Publication, Published } from '../catalog/catalogs.ts';
import { type CatalogDocument, currentDocument, documentSchemas } from '../catalog/document.ts';
import { catalogKey, publicationKey, publishedKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { bytesOf, type Table, textOf } from './table.ts';

/** What is read of the catalogues in the table: which is published, and each version's document. */
export function publishedCatalogs(table: Table): CatalogReader {
  return {
    async published() {
      const item = await table.get(publishedKey, true);
      return item && publishedIn(item);
    },
    async publication(version) {
      const item = await table.get(publicationKey(version), true);
      if (item) return storedAs<KeptPublication>(textOf(item, 'publication'), 'publication/1').publication;
      // The last one is in its own item only once another followed it.
      const pointer = await table.get(publishedKey, true);
      const last = pointer && publishedIn(pointer).last;
      return last?.version === version ? last : undefined;
    },
    async document(version) {
      const item = await table.get(catalogKey(version), true);
      if (!item) return undefined;
      const text = zstdDecompressSync(bytesOf(item, 'document')).toString();
      return currentDocument(storedAs<{ schema: string }>(text, ...documentSchemas)) as CatalogDocument;
    },
  };
}

/** A publication before the last, in an item of its own. */
export type KeptPublication = { schema: 'publication/1'; publication: Publication };

/** What the pointer's item says: which catalogue is published. */
export function publishedIn(item: Parameters<typeof textOf>[0]): Published {
  return storedAs<Published>(textOf(item, 'published'), 'published/1');
}
