import type { Catalogs } from '../catalog/catalogs.ts';
import { type CatalogDocument, documentDigest } from '../catalog/document.ts';
import { instantOf } from '../catalog/period.ts';
import type { Ask, Meeting, MeetingStore } from '../meetings/meeting.ts';
import { closeDone } from '../tasks/close-tasks.ts';
import type { TaskStore, TasksDocument } from '../tasks/task.ts';
import { type MakeParts, makeSnapshot, versionsHere } from './make-snapshot.ts';
import { tasksAtCutOff } from './meeting-tasks.ts';
import { type FrozenName, factsOf, nameOf, type Snapshot, sealed, snapshotFrom } from './snapshot.ts';

/** What is recorded of a freeze: which snapshot is the meeting's, and from which rounds it was made. */
export type Frozen = {
  schema: 'frozen/2';
  meeting: string;
  hash: string;
  cutOff: string;
  catalog: string;
  rounds: Ask[];
  /** How many units had reported what was asked for. */
  units: number;
};

export type SnapshotStore = {
  /** Puts an immutable object under its hash; putting the same again changes nothing. */
  putSnapshot(hash: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a snapshot. @throws when there is none of that name */
  snapshot(hash: string): Promise<Uint8Array>;
  /** Keeps one document of a snapshot ready to be sent, so that a dashboard reads it in one trip. */
  putDocument(hash: string, name: FrozenName, document: object): Promise<void>;
  document(hash: string, name: FrozenName): Promise<{ gzip: Uint8Array; etag: string } | undefined>;
  /** Records the meeting's snapshot unless one is recorded. */
  recordFrozen(frozen: Frozen): Promise<'frozen' | 'already-frozen'>;
  frozen(meeting: string): Promise<Frozen | undefined>;
};

export type FreezeParts = Pick<MakeParts, 'submissions'> & {
  tasks: TaskStore;
  catalogs: Pick<Catalogs, 'asOf'>;
  catalogDocument(version: string): Promise<CatalogDocument | undefined>;
  /**
   * Keeps a version's document for ever: what is verified years later was frozen under it, and the code of that day
   * may bring another.
   */
  keepCatalog(document: CatalogDocument): Promise<'put' | 'already-there' | 'taken'>;
  meetings: Pick<MeetingStore, 'meeting'>;
  snapshots: SnapshotStore;
};

/** Documents that are written at the same time. */
const writesAtOnce = 8;

/**
 * Freezes a meeting's figures: what stood at the meeting's cut-off, under the catalogue that was published then,
 * whenever this runs. A run that comes late, twice, or after a crash between any two of its writes finds or makes the
 * same snapshot. Tasks that are done are closed before; which snapshot is the meeting's is written last.
 * @throws Error when the meeting before it is about to be frozen and is not yet: the run is tried again
 */
export async function freezeMeeting(
  meeting: Meeting,
  parts: FreezeParts,
): Promise<'frozen' | 'already-frozen'> {
  const { snapshots } = parts;
  if (await snapshots.frozen(meeting.id)) return 'already-frozen';
  const cutOff = instantOf(meeting.moments.cutOff);
  const catalog = await parts.catalogs.asOf(cutOff);
  const document = await parts.catalogDocument(catalog.version);
  if (!document) throw new Error(`the document of the catalogue ${catalog.version} is not there`);
  if ((await parts.keepCatalog(document)) === 'taken')
    throw new Error(`another document is kept as the catalogue ${catalog.version}`);
  const snapshot = await makeSnapshot(factsOf(meeting), cutOff, {
    ...parts,
    catalog,
    versions: versionsHere,
    catalogSha256: await documentDigest(document),
    previous: await snapshotBefore(meeting, parts),
    tasks: (facts, at, under) => tasksAtCutOff(facts, at, { ...parts, catalog: under }),
  });
  const { hash, bytes } = sealed(snapshot);
  await snapshots.putSnapshot(hash, bytes);
  await putDocuments(hash, snapshot, snapshots);
  await closeDone({ document: tasksIn(snapshot), at: cutOff }, parts);
  const { rounds } = snapshot.manifest;
  return snapshots.recordFrozen({
    schema: 'frozen/2',
    meeting: meeting.id,
    hash,
    cutOff,
    catalog: catalog.version,
    rounds,
    units: unitsOf(snapshot),
  });
}

function tasksIn({ contents }: Snapshot): TasksDocument {
  const found = contents.find(({ name }) => name.kind === 'tasks');
  if (!found) throw new Error('a snapshot is made with the tasks of its meeting');
  return found.document as TasksDocument;
}

async function putDocuments(hash: string, { contents }: Snapshot, snapshots: SnapshotStore): Promise<void> {
  for (let from = 0; from < contents.length; from += writesAtOnce) {
    const some = contents.slice(from, from + writesAtOnce);
    await Promise.all(
      some.map(({ name, document }) => snapshots.putDocument(hash, name, frozenDocument(document, hash))),
    );
  }
}

/** A document as it is sent: it says that it is frozen, and in which snapshot. */
export function frozenDocument(document: object, hash: string): FrozenMarks {
  return { ...document, provisional: false, snapshot: hash };
}

/** The document in one that is sent, as the manifest names it. */
export function documentIn({ provisional: _, snapshot: __, ...document }: FrozenMarks): object {
  return document;
}
type FrozenMarks = { provisional: false; snapshot: string };

export type SnapshotBeforeParts = {
  meetings: Pick<MeetingStore, 'meeting'>;
  snapshots: Pick<SnapshotStore, 'frozen' | 'snapshot'>;
};

/**
 * The snapshot of the meeting before: of one that was cancelled, or postponed until after this one's freeze, of the one
 * before that; none before the first that this service froze.
 * @throws Error when the meeting before is to be frozen first and is not yet
 */
export async function snapshotBefore(
  { id, previous, moments }: Meeting,
  { meetings, snapshots }: SnapshotBeforeParts,
): Promise<MakeParts['previous']> {
  const passed = new Set([id]);
  let before = previous;
  while (before !== null && !passed.has(before)) {
    passed.add(before);
    const frozen = await snapshots.frozen(before);
    if (frozen) return readSnapshot(frozen.hash, snapshots);
    const record = await meetings.meeting(before);
    if (record?.state === 'planned' && record.moments.freeze <= moments.freeze) {
      throw new Error(`meeting ${id}: the meeting before it, ${before}, is not frozen yet`);
    }
    before = record?.previous ?? null;
  }
  return null;
}

/** A snapshot by its name. @throws Error when it is not what its name says */
export async function readSnapshot(
  hash: string,
  snapshots: Pick<SnapshotStore, 'snapshot'>,
): Promise<{ hash: string; snapshot: Snapshot }> {
  const snapshot = snapshotFrom(await snapshots.snapshot(hash));
  if (nameOf(snapshot.manifest) !== hash) throw new Error(`the snapshot ${hash} is not what its name says`);
  return { hash, snapshot };
}

function unitsOf({ manifest }: Snapshot): number {
  const asked = new Set(manifest.meeting.asks.map(({ form, period }) => `${form} ${period}`));
  const reported = manifest.inputs.filter(({ form, period }) => asked.has(`${form} ${period}`));
  return new Set(reported.map(({ unit }) => unit)).size;
}
