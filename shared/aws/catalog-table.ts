import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import type { CatalogReader, Publication, Published } from '../catalog/catalogs.ts';
import { type CatalogDocument, currentDocument, documentSchemas } from '../catalog/document.ts';
import { Refusal } from '../refusal.ts';
import { catalogKey, publicationKey, publishedKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { bytesOf, type Table, textOf, unlessThere } from './table.ts';

/** What a document may take: an item holds 400 KB. */
const mostBytes = 380_000;

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

/** Keeps a version's document for ever, once. `taken`: another document is kept under that version. */
export function catalogKeeper(
  table: Table,
): (document: CatalogDocument) => Promise<'put' | 'already-there' | 'taken'> {
  const reader = publishedCatalogs(table);
  return async (document) => {
    const { version } = document;
    const word = await table.putIf(catalogKey(version), { document: { B: packed(document) } }, unlessThere);
    if (word === 'put') return 'put';
    const kept = await reader.document(version);
    return canonicalize(kept) === canonicalize(document) ? 'already-there' : 'taken';
  };
}

/** @throws Refusal `catalog-too-large` when it does not fit in an item */
export function packed(content: object): Uint8Array {
  const bytes = zstdCompressSync(JSON.stringify(content));
  if (bytes.length > mostBytes) throw new Refusal('catalog-too-large');
  return bytes;
}

/** A publication before the last, in an item of its own. */
export type KeptPublication = { schema: 'publication/1'; publication: Publication };

/** What the pointer's item says: which catalogue is published. */
export function publishedIn(item: Parameters<typeof textOf>[0]): Published {
  return storedAs<Published>(textOf(item, 'published'), 'published/1');
}
