import type { RollupName } from '../aggregation/aggregate-period.ts';
import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import { Refusal } from '../refusal.ts';
import { findMeeting, type MeetingParts } from './read-meeting.ts';

/** A document made ahead, as it is sent. */
export type FrozenDocument = { gzip: Uint8Array; etag: string };

/**
 * A document of a meeting's snapshot: what the meeting decides on, whatever was revised since.
 * @throws Refusal `not-found` when there is no such meeting, period, scorecard or form, when the
 *   meeting is not frozen, or when its snapshot holds no such document
 */
export async function readFrozen(
  ask: { meeting: string; name: RollupName },
  parts: MeetingParts & { snapshots: Pick<SnapshotStore, 'frozen' | 'document'> },
): Promise<FrozenDocument> {
  const { period, kind, code } = ask.name;
  const codes = kind === 'scorecard' ? parts.catalog.scorecards : parts.catalog.forms;
  const meeting = await findMeeting(ask.meeting, parts);
  if (!meeting.periods.includes(period) || !codes.has(code)) throw new Refusal('not-found');
  const frozen = await parts.snapshots.frozen(meeting.id);
  const document = frozen && (await parts.snapshots.document(frozen.hash, ask.name));
  if (!document) throw new Refusal('not-found');
  return document;
}

/**
 * The tasks of a meeting as its snapshot has them.
 * @returns undefined while the meeting is not frozen, or where its snapshot holds none
 */
export async function readFrozenTasks(
  meeting: string,
  parts: MeetingParts & { snapshots: Pick<SnapshotStore, 'frozen' | 'document'> },
): Promise<FrozenDocument | undefined> {
  const { id } = await findMeeting(meeting, parts);
  const frozen = await parts.snapshots.frozen(id);
  return frozen && parts.snapshots.document(frozen.hash, { kind: 'tasks', code: id, period: null });
}

/**
 * What changed since the meeting before, as this meeting saw it; of the first that was frozen, that there is none before.
 * @throws Refusal `not-found` when the meeting is not frozen
 */
export async function readRestatement(
  meeting: string,
  { snapshots }: { snapshots: Pick<SnapshotStore, 'frozen' | 'document'> },
): Promise<FrozenDocument | { schema: 'restatement/1'; meeting: string; since: null; snapshot: string }> {
  const frozen = await snapshots.frozen(meeting);
  if (!frozen) throw new Refusal('not-found');
  const { hash } = frozen;
  const document = await snapshots.document(hash, { kind: 'restatement', code: meeting, period: null });
  return document ?? { schema: 'restatement/1', meeting, since: null, snapshot: hash };
}
