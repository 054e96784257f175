import { createHash } from 'node:crypto';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { MeetingStore } from '../meetings/meeting.ts';
import { Refusal } from '../refusal.ts';
import { renderBriefing } from './briefing-files.ts';
import { type BriefingFileName, briefingFileNames, downloadName } from './briefing-name.ts';
import { briefingOf, briefingVersion } from './briefing-of.ts';
import { type Frozen, readSnapshot, type SnapshotStore } from './freeze-meeting.ts';
import type { NamedSnapshot } from './told.ts';

/** A file of a briefing that is kept: made once from a snapshot by one version of what makes briefings. */
export type BriefingFile = BriefingFileName & {
  schema: 'briefing-file/2';
  snapshot: string;
  version: string;
  /** The meeting's number, as the snapshot's manifest has it: the file is kept by its reader under a name with it. */
  number: number;
  bytes: number;
  sha256: string;
};
export type BriefingFileKey = BriefingFileName & Pick<BriefingFile, 'snapshot' | 'version'>;

export type BriefingStore = {
  /** What is kept of a file; undefined: it was not made yet. */
  file(key: BriefingFileKey): Promise<BriefingFile | undefined>;
  /** Puts the bytes, then records them; the same again changes nothing. */
  putFile(file: BriefingFile, bytes: Uint8Array): Promise<void>;
  /** A short-lived URL of a file, under the name by which it is to be kept. */
  signFile(key: BriefingFileKey, fileName: string): Promise<string>;
};

export type BriefingParts = {
  catalogs: Pick<Catalogs, 'version'>;
  meetings: Pick<MeetingStore, 'meeting'>;
  snapshots: Pick<SnapshotStore, 'frozen' | 'snapshot'>;
  briefings: BriefingStore;
};

/** The files of a meeting's briefing, each with its digest. */
export type BriefingView = {
  meeting: string;
  snapshot: string;
  files: (BriefingFileName & Pick<BriefingFile, 'bytes' | 'sha256'> & { name: string; path: string })[];
};

/**
 * A short-lived URL of one file of a meeting's briefing, which is made when it is asked for first.
 * @throws Refusal `not-found`, or `meeting-not-frozen` with the local time at which it will be
 */
export async function briefingLocation(
  ask: { meeting: string } & BriefingFileName,
  parts: BriefingParts,
): Promise<{ word: 'made' | 'kept'; location: string }> {
  const { kind, language } = ask;
  const frozen = await frozenMeeting(ask.meeting, parts);
  const made = new Made(frozen, parts);
  const { word, file } = await made.file({ kind, language });
  return { word, location: await parts.briefings.signFile(file, downloadName(file, file)) };
}

/**
 * Every file of a meeting's briefing with its digest; those that nobody has asked for yet are made.
 * @throws Refusal as `briefingLocation`
 */
export async function readBriefing(meeting: string, parts: BriefingParts): Promise<BriefingView> {
  const frozen = await frozenMeeting(meeting, parts);
  const made = new Made(frozen, parts);
  const files: BriefingView['files'] = [];
  for (const name of briefingFileNames) {
    const { kind, language, bytes, sha256, number } = (await made.file(name)).file;
    const path = `/v1/meetings/${meeting}/briefing.${kind}?lang=${language}`;
    files.push({
      kind,
      language,
      bytes,
      sha256,
      name: downloadName({ number }, name),
      path,
    });
  }
  return { meeting, snapshot: frozen.hash, files };
}

async function frozenMeeting(id: string, { meetings, snapshots }: BriefingParts): Promise<Frozen> {
  const frozen = await snapshots.frozen(id);
  if (frozen) return frozen;
  const meeting = await meetings.meeting(id);
  if (meeting?.state !== 'planned') throw new Refusal('not-found');
  throw new Refusal('meeting-not-frozen', [], { freeze: meeting.moments.freeze });
}

/** The files of one snapshot; it is read once, and only when one of them is not kept yet. */
class Made {
  readonly #frozen: Frozen;
  readonly #parts: BriefingParts;
  #read: Promise<{ snapshot: NamedSnapshot; previous: NamedSnapshot | null }> | undefined;

  constructor(frozen: Frozen, parts: BriefingParts) {
    this.#frozen = frozen;
    this.#parts = parts;
  }

  async file(name: BriefingFileName): Promise<{ word: 'made' | 'kept'; file: BriefingFile }> {
    const key: BriefingFileKey = { ...name, snapshot: this.#frozen.hash, version: briefingVersion };
    const kept = await this.#parts.briefings.file(key);
    if (kept) return { word: 'kept', file: kept };
    this.#read ??= this.#snapshots();
    const { snapshot, previous } = await this.#read;
    const { catalog: under, meeting } = snapshot.snapshot.manifest;
    const { number } = meeting;
    const catalog = await this.#parts.catalogs.version(under.version);
    if (!catalog) throw new Error(`the catalogue ${under.version} of the snapshot is not held`);
    const briefing = briefingOf({ snapshot, previous, catalog, language: name.language });
    const bytes = await renderBriefing(briefing, name.kind);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file: BriefingFile = { schema: 'briefing-file/2', ...key, number, bytes: bytes.length, sha256 };
    await this.#parts.briefings.putFile(file, bytes);
    return { word: 'made', file };
  }

  async #snapshots() {
    const { snapshots } = this.#parts;
    const snapshot = await readSnapshot(this.#frozen.hash, snapshots);
    const { previous } = snapshot.snapshot.manifest;
    return { snapshot, previous: previous === null ? null : await readSnapshot(previous, snapshots) };
  }
}
