import type { Frozen, SnapshotStore } from '../briefing/freeze-meeting.ts';
import type { Bucket } from './bucket.ts';
import { documentAttributes, documentIn } from './document.ts';
import { frozenDocumentKey, frozenKey, snapshotKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf, unlessThere } from './table.ts';

/** What is read of snapshots: which is a meeting's, and its documents. */
export function frozenDocuments(table: Table): Pick<SnapshotStore, 'frozen' | 'document'> {
  return {
    async frozen(meeting) {
      const item = await table.get(frozenKey(meeting), true);
      return item && storedAs<Frozen>(textOf(item, 'frozen'), 'frozen/1');
    },
    document: async (hash, name) => documentIn(await table.get(frozenDocumentKey(hash, name), false)),
  };
}

/** Snapshots: immutable objects in their bucket; their documents, and which is a meeting's, in the table. */
export function snapshotStore(bucket: Bucket, table: Table): SnapshotStore {
  return {
    ...frozenDocuments(table),
    putSnapshot: (hash, bytes) =>
      bucket.putOnce(snapshotKey(hash), bytes, { ContentType: 'application/json' }),
    async putDocument(hash, name, document) {
      await table.putIf(frozenDocumentKey(hash, name), documentAttributes(document), unlessThere);
    },
    async recordFrozen(frozen) {
      const item = { frozen: { S: JSON.stringify(frozen) } };
      const word = await table.putIf(frozenKey(frozen.meeting), item, unlessThere);
      return word === 'put' ? 'frozen' : 'already-frozen';
    },
  };
}
