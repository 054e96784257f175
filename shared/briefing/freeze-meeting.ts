import { documentsOf, type RollupName } from '../aggregation/aggregate-period.ts';
import { gatherRound } from '../aggregation/gather-round.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { engineVersion } from '../catalog/engine.ts';
import { instantOf } from '../catalog/period.ts';
import { askedRounds } from '../meetings/asked-rounds.ts';
import { type Meeting, settleSeconds } from '../meetings/meeting.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { type Snapshot, sealed, snapshotOf } from './snapshot.ts';

/** What is recorded of a freeze: which snapshot is the meeting's. */
export type Frozen = { schema: 'frozen/1'; meeting: string; hash: string; cutOff: string; units: number };

export type SnapshotStore = {
  /** Puts an immutable object under its hash; putting the same again changes nothing. */
  putSnapshot(hash: string, bytes: Uint8Array): Promise<void>;
  /** Keeps one document of a snapshot ready to be sent, so that a dashboard reads it in one trip. */
  putDocument(hash: string, name: RollupName, document: object): Promise<void>;
  document(hash: string, name: RollupName): Promise<{ gzip: Uint8Array; etag: string } | undefined>;
  /** Records the meeting's snapshot unless one is recorded. */
  recordFrozen(frozen: Frozen): Promise<'frozen' | 'already-frozen'>;
  frozen(meeting: string): Promise<Frozen | undefined>;
};

export type FreezeParts = { catalog: Catalog; submissions: SubmissionStore; snapshots: SnapshotStore };

/**
 * Freezes a meeting's figures: what stood at the meeting's cut-off, whenever this runs. A run that comes
 * late, twice, or after a crash finds or makes the same snapshot.
 * It runs a little after the cut-off, when no signature from before it can still be on its way.
 * @param at the scheduled time (ISO 8601, UTC)
 * @throws Error when it is too early
 */
export async function freezeMeeting(
  { meeting, at }: { meeting: Pick<Meeting, 'id' | 'asks' | 'moments'>; at: string },
  parts: FreezeParts,
): Promise<'frozen' | 'already-frozen'> {
  if (await parts.snapshots.frozen(meeting.id)) return 'already-frozen';
  const cutOff = instantOf(meeting.moments.cutOff);
  if (Date.parse(at) < Date.parse(cutOff) + settleSeconds * 1000) {
    throw new Error(`meeting ${meeting.id}: too early to freeze`);
  }
  const snapshot = await makeSnapshot(meeting, cutOff, parts);
  const { hash, bytes } = sealed(snapshot);
  await parts.snapshots.putSnapshot(hash, bytes);
  await Promise.all(
    snapshot.contents.map(({ name, document }) =>
      parts.snapshots.putDocument(hash, name, { ...document, provisional: false, snapshot: hash }),
    ),
  );
  const units = snapshot.manifest.inputs.length;
  return parts.snapshots.recordFrozen({ schema: 'frozen/1', meeting: meeting.id, hash, cutOff, units });
}

async function makeSnapshot(
  meeting: Pick<Meeting, 'id' | 'asks'>,
  cutOff: string,
  parts: Pick<FreezeParts, 'catalog' | 'submissions'>,
): Promise<Snapshot> {
  const inputs: Snapshot['manifest']['inputs'] = [];
  const contents: Snapshot['contents'] = [];
  for (const asked of askedRounds(meeting)) {
    const { form, period } = formAndPeriod(parts.catalog, asked.form, asked.period);
    const gathered = await gatherRound({ form, period, cutOff }, parts);
    contents.push(...documentsOf(gathered.round, cutOff));
    for (const { unit, standing } of gathered.inputs) {
      const { version, sha256 } = standing;
      inputs.push({ unit: unit.id, form: form.code, period: period.code, version, sha256 });
    }
  }
  const versions = { catalog: parts.catalog.version, engine: engineVersion };
  return snapshotOf(meeting, cutOff, versions, { inputs, contents });
}
