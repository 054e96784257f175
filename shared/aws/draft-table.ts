import { zstdDecompressSync } from 'node:zlib';
import type { Draft, DraftStore, Plan, PreviewResult } from '../publishing/drafts.ts';
import {
  catalogKeeper,
  type KeptPublication,
  packed,
  publishedCatalogs,
  publishedIn,
} from './catalog-table.ts';
import {
  draftKey,
  draftPartition,
  planKey,
  publicationKey,
  publishedKey,
  resultKey,
  resultPrefix,
  slippedKey,
} from './keys.ts';
import { storedAs } from './stored.ts';
import { bytesOf, type Table, textOf, unlessThere } from './table.ts';

/** What was signed while a version was published, by id. */
type Slipped = { schema: 'slipped/1'; submissions: readonly string[] };

/** Drafts of the catalogue, their previews, and what is published, in the table. */
export function draftTable(table: Table): DraftStore {
  const reader = publishedCatalogs(table);
  return {
    ...reader,
    async putDraft(draft, document) {
      const item = { draft: { S: JSON.stringify(draft) }, document: { B: packed(document) } };
      const word = await table.putIf(draftKey(draft.id), item, unlessThere);
      return word === 'put' ? 'put' : 'already-there';
    },
    async draft(id) {
      const item = await table.get(draftKey(id), true);
      if (!item) return undefined;
      const draft = storedAs<Draft>(textOf(item, 'draft'), 'catalog-draft/1');
      return { draft, document: JSON.parse(unpacked(bytesOf(item, 'document'))) };
    },
    putPlan: (id, plan) => table.put(planKey(id), { plan: { B: packed(plan) } }),
    async plan(id) {
      const item = await table.get(planKey(id), true);
      return item && storedAs<Plan>(unpacked(bytesOf(item, 'plan')), 'catalog-plan/1');
    },
    putResult: (id, result) =>
      table.put(resultKey(id, result.submission), { result: { S: JSON.stringify(result) } }),
    async results(id) {
      const items = await table.all(draftPartition(id), resultPrefix);
      return items.map(resultIn);
    },
    async result(id, submission) {
      const item = await table.get(resultKey(id, submission), true);
      return item && resultIn(item);
    },
    putDocument: catalogKeeper(table),
    async movePublished(next) {
      const pointer = await table.get(publishedKey, true);
      // What the pointer holds gets its own item before it is overwritten; again: the same.
      if (pointer) {
        const { last: publication } = publishedIn(pointer);
        const kept: KeptPublication = { schema: 'publication/1', publication };
        await table.put(publicationKey(publication.version), { publication: { S: JSON.stringify(kept) } });
      }
      const item = { published: { S: JSON.stringify(next) }, revision: { N: String(next.revision) } };
      const before = next.revision - 1;
      const condition =
        before === 0
          ? unlessThere
          : { expression: 'revision = :before', values: { ':before': { N: String(before) } } };
      const word = await table.putIf(publishedKey, item, condition);
      return word === 'put' ? 'moved' : 'somebody-was-first';
    },
    async putSlipped(version, submissions) {
      const slipped: Slipped = { schema: 'slipped/1', submissions };
      await table.putIf(slippedKey(version), { slipped: { S: JSON.stringify(slipped) } }, unlessThere);
    },
    async slipped(version) {
      const item = await table.get(slippedKey(version), true);
      return item && storedAs<Slipped>(textOf(item, 'slipped'), 'slipped/1').submissions;
    },
  };
}

/** @throws Refusal `catalog-too-large` */
function unpacked(bytes: Uint8Array): string {
  return zstdDecompressSync(bytes).toString();
}

function resultIn(item: Parameters<typeof textOf>[0]): PreviewResult {
  return storedAs<PreviewResult>(textOf(item, 'result'), 'catalog-preview/1');
}
