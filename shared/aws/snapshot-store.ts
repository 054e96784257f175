import type { Frozen, SnapshotStore } from '../briefing/freeze-meeting.ts';
import type { KeptDocument } from '../briefing/kept.ts';
import type { FrozenName } from '../briefing/snapshot.ts';
import type { Bucket } from './bucket.ts';
import { documentAttributes, documentIn, type SentDocument } from './document.ts';
import { frozenDocumentKey, frozenDocumentsPartition, frozenKey, snapshotKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { bytesSha256, type Table, textOf, unlessThere } from './table.ts';

/** As a freeze was recorded before it said from which rounds it was made. */
type Frozen1 = Pick<Frozen, 'meeting' | 'hash' | 'cutOff' | 'units'> & { schema: 'frozen/1' };

/** What is read of snapshots: which is a meeting's, and its documents. */
export function frozenDocuments(table: Table): Pick<SnapshotStore, 'frozen' | 'document'> {
  return {
    async frozen(meeting) {
      const item = await table.get(frozenKey(meeting), true);
      return item && frozenIn(textOf(item, 'frozen'));
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
    snapshot: (hash) => bucket.get(snapshotKey(hash)),
    async putDocument(hash, name, document) {
      const sent = documentAttributes(document);
      const item = { ...sent, name: { S: JSON.stringify(name) } };
      await table.putIf(frozenDocumentKey(hash, name), item, unlessThere);
    },
    async recordFrozen(frozen) {
      const item = { frozen: { S: JSON.stringify(frozen) } };
      const word = await table.putIf(frozenKey(frozen.meeting), item, unlessThere);
      return word === 'put' ? 'frozen' : 'already-frozen';
    },
  };
}

/** Every document of a snapshot as it is kept. */
export async function keptDocuments(table: Table, hash: string): Promise<KeptDocument[]> {
  const items = await table.all(frozenDocumentsPartition(hash), '');
  return items.map((item) => ({
    ...(documentIn(item) as SentDocument),
    name: JSON.parse(textOf(item, 'name')) as FrozenName,
    sha256: bytesSha256(item),
  }));
}

function frozenIn(text: string): Frozen {
  const stored = storedAs<Frozen | Frozen1>(text, 'frozen/2', 'frozen/1');
  return stored.schema === 'frozen/2' ? stored : { ...stored, schema: 'frozen/2', catalog: '', rounds: [] };
}
