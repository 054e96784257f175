import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RollupName } from '../aggregation/aggregate-period.ts';
import type { Meeting } from '../meetings/meeting.ts';

/**
 * What a meeting decides on: a manifest of every standing submission by digest and version, and the
 * documents made from them. Its name is the hash of its canonical content, so nothing in it may be a
 * clock's time of computing, a random id or an order of arrival.
 */
export type Snapshot = {
  schema: 'snapshot/1';
  manifest: {
    meeting: string;
    cutOff: string;
    catalog: string;
    engine: string;
    inputs: { unit: string; form: string; period: string; version: number; sha256: string }[];
    documents: { name: RollupName; sha256: string }[];
  };
  contents: { name: RollupName; document: object }[];
};

/** A snapshot of a meeting from its rounds' documents and inputs, in one fixed order. */
export function snapshotOf(
  meeting: Pick<Meeting, 'id'>,
  cutOff: string,
  versions: { catalog: string; engine: string },
  parts: Pick<Snapshot['manifest'], 'inputs'> & Pick<Snapshot, 'contents'>,
): Snapshot {
  const contents = [...parts.contents].sort(byText(({ name }) => `${name.period}/${name.kind}/${name.code}`));
  const inputs = [...parts.inputs].sort(byText((input) => `${input.unit}/${input.form}/${input.period}`));
  const documents = contents.map(({ name, document }) => ({ name, sha256: sha256(canonical(document)) }));
  const manifest = { meeting: meeting.id, cutOff, ...versions, inputs, documents };
  return { schema: 'snapshot/1', manifest, contents };
}

/** The snapshot's bytes (RFC 8785, JSON Canonicalization Scheme) and its name, their SHA-256 in hex. */
export function sealed(snapshot: Snapshot): { hash: string; bytes: Uint8Array } {
  const bytes = new TextEncoder().encode(canonical(snapshot));
  return { hash: sha256(bytes), bytes };
}

function canonical(value: object): string {
  const result = canonicalize(value);
  if (result === undefined) throw new Error('not representable as canonical JSON');
  return result;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function byText<T>(key: (entry: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
