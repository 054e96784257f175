import { zstdDecompressSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { CatalogReader, Publication, Published } from '../catalog/catalogs.ts';
import { type CatalogDocument, documentSchema } from '../catalog/document.ts';
import { catalogKey, publicationKey, publishedKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { bytesOf, type Table, textOf } from './table.ts';

/** What is read of the catalogues in the table: which is published, and each version's document. */
export function publishedCatalogs(table: Table): CatalogReader {
  return {
    async published() {
      const item = await table.get(publishedKey, true);
      return item && publishedIn(item).published;
    },
    async publication(version) {
      const item = await table.get(publicationKey(version), true);
      if (item) return JSON.parse(textOf(item, 'publication')) as Publication;
      // The last one is in its own item only once another followed it.
      const pointer = await table.get(publishedKey, true);
      return pointer && publishedIn(pointer).publications.find((each) => each.version === version);
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

/** `published/1` held every publication in one item. */
type Published1 = { schema: 'published/1'; revision: number; publications: readonly Publication[] };

/** What the pointer's item says: which is published, and every publication that stands in it. */
export function publishedIn(item: Record<string, AttributeValue>): {
  published: Published;
  publications: readonly Publication[];
} {
  const kept = storedAs<Published | Published1>(textOf(item, 'published'), 'published/1', 'published/2');
  if (kept.schema === 'published/2') return { published: kept, publications: [kept.last] };
  const { revision, publications } = kept;
  const last = publications.at(-1);
  if (!last) throw new Error('catalogue: published, and no publication');
  return { published: { schema: 'published/2', revision, last }, publications };
}
