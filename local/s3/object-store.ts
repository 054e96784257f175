import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskBodies, memoryBodies, type Upload } from './bodies.ts';
import type { Checksums } from './payload.ts';

/** A stored version of an object. `body` names its bytes in the store. */
export type StoredObject = {
  bucket: string;
  key: string;
  /** `undefined` in a bucket without versions. */
  versionId: string | undefined;
  size: number;
  etag: string;
  checksums: Checksums;
  /** Headers that are given back as they came: content type, disposition, `x-amz-meta-*`. */
  headers: Record<string, string>;
  /** Business time, milliseconds. */
  lastModifiedMs: number;
  /** Hexadecimal; larger for a later put. */
  sequencer: string;
  body: string;
};

/** Objects and their versions, in memory or below a folder. */
export type ObjectStore = {
  /** The most bytes that one object may have. */
  sizeLimit: number;
  begin: () => Promise<Upload>;
  commit: (object: Omit<StoredObject, 'sequencer' | 'versionId'>, versioned: boolean) => StoredObject;
  latest: (bucket: string, key: string) => StoredObject | undefined;
  version: (bucket: string, key: string, versionId: string) => StoredObject | undefined;
  /** Newest versions of a bucket, by key in UTF-8 order. */
  list: (bucket: string) => StoredObject[];
  /** `start` and `end` are the first and the last byte. */
  read: (object: StoredObject, start: number, end: number) => Readable;
};

const bodiesName = 'bodies';
const journalName = 'objects.jsonl';

/** Opens the store; with a folder, what was stored before is there again. */
export function openObjectStore(folder?: string): ObjectStore {
  const bodies = folder === undefined ? memoryBodies() : diskBodies(join(folder, bodiesName));
  const journal = folder === undefined ? undefined : join(folder, journalName);
  const buckets = new Map<string, Map<string, StoredObject[]>>();
  let last = 0n;

  const versionsOf = (bucket: string, key: string) => buckets.get(bucket)?.get(key) ?? [];
  const place = (object: StoredObject): StoredObject | undefined => {
    const keys = buckets.get(object.bucket) ?? new Map<string, StoredObject[]>();
    buckets.set(object.bucket, keys);
    const before = keys.get(object.key) ?? [];
    const replaced =
      object.versionId === undefined ? before.find((one) => one.versionId === undefined) : undefined;
    keys.set(object.key, [...before.filter((one) => one !== replaced), object]);
    const sequence = BigInt(`0x${object.sequencer}`);
    if (sequence > last) last = sequence;
    return replaced;
  };
  for (const object of journal === undefined ? [] : readJournal(journal)) place(object);

  return {
    sizeLimit: bodies.sizeLimit,
    begin: bodies.begin,
    commit: (given, versioned) => {
      const now = BigInt(Date.now()) << 16n;
      const sequencer = (now > last ? now : last + 1n).toString(16).toUpperCase().padStart(18, '0');
      const versionId = versioned ? randomBytes(24).toString('base64url') : undefined;
      const object: StoredObject = { ...given, versionId, sequencer };
      if (journal !== undefined) appendFileSync(journal, `${JSON.stringify(object)}\n`);
      const replaced = place(object);
      if (replaced) bodies.remove(replaced.body);
      return object;
    },
    latest: (bucket, key) => versionsOf(bucket, key).at(-1),
    version: (bucket, key, versionId) => versionsOf(bucket, key).find((one) => one.versionId === versionId),
    list: (bucket) =>
      [...(buckets.get(bucket)?.values() ?? [])]
        .flatMap((versions) => versions.at(-1) ?? [])
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
    read: (object, start, end) =>
      object.size === 0 ? Readable.from([]) : bodies.read(object.body, start, end),
  };
}

/** The newest version of each object of a store's folder, with the file of its bytes; nothing is changed there. */
export function storedObjects(folder: string): { bucket: string; key: string; path: string }[] {
  const newest = new Map<string, StoredObject>();
  const { whole } = journalText(join(folder, journalName));
  for (const object of entriesOf(whole)) newest.set(`${object.bucket}/${object.key}`, object);
  return [...newest.values()].map(({ bucket, key, body }) => {
    return { bucket, key, path: join(folder, bodiesName, body) };
  });
}

/** A last line that the end of a process cut off is dropped: its put was never confirmed. */
function readJournal(file: string): StoredObject[] {
  const { whole, text } = journalText(file);
  if (whole.length < text.length) writeFileSync(file, whole);
  return entriesOf(whole);
}

function journalText(file: string): { text: string; whole: string } {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { text, whole: text.slice(0, text.lastIndexOf('\n') + 1) };
}

function entriesOf(whole: string): StoredObject[] {
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoredObject);
}
