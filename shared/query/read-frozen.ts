import type { RollupName } from '../aggregation/aggregate-period.ts';
import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import { Refusal } from '../refusal.ts';
import type { Document } from './read-rollup.ts';

/**
 * A document of a meeting's snapshot: what the meeting decides on, whatever was revised since.
 * @throws Refusal `not-found` when the meeting is not frozen, or its snapshot holds no such document
 */
export async function readFrozen(
  ask: { meeting: string; name: RollupName },
  snapshots: Pick<SnapshotStore, 'frozen' | 'document'>,
): Promise<Document> {
  const frozen = await snapshots.frozen(ask.meeting);
  const document = frozen && (await snapshots.document(frozen.hash, ask.name));
  if (!document) throw new Refusal('not-found');
  return document;
}
