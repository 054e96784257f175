import type { Frozen, SnapshotStore } from '../briefing/freeze-meeting.ts';
import type { Bucket } from './bucket.ts';
import { frozenKey, snapshotKey } from './keys.ts';
import { type Table, textOf } from './table.ts';

/** Snapshots: immutable objects in their bucket, and in the table which of them is a meeting's. */
export function snapshotBucket(bucket: Bucket, table: Table): SnapshotStore {
  return {
    async putSnapshot(hash, bytes) {
      await bucket.putOnce(snapshotKey(hash), bytes, 'application/json');
    },
    async recordFrozen(frozen) {
      const word = await table.putIf(
        frozenKey(frozen.meeting),
        { frozen: { S: JSON.stringify(frozen) } },
        { expression: 'attribute_not_exists(pk)' },
      );
      return word === 'put' ? 'frozen' : 'already-frozen';
    },
    frozen: (meeting) => frozenOf(table, meeting),
  };
}

/** The freeze recorded for a meeting. */
export async function frozenOf(table: Table, meeting: string): Promise<Frozen | undefined> {
  const item = await table.get(frozenKey(meeting), true);
  return item && (JSON.parse(textOf(item, 'frozen')) as Frozen);
}
