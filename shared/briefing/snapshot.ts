import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RollupName } from '../aggregation/aggregate-period.ts';
import type { Ask, Meeting } from '../meetings/meeting.ts';

/**
 * What a meeting decides on: a manifest that names every input and every document by digest, and the documents.
 * Its name is the hash of the manifest in its canonical form, so nothing in it may be a clock's time of computing, a
 * random id, a person or an order of arrival (docs/decisions/094).
 */
export type Snapshot = { schema: 'snapshot/2'; manifest: Manifest; contents: FrozenDocument[] };

export type Manifest = {
  meeting: MeetingFacts;
  /** What was signed by this instant counts (ISO 8601, UTC). */
  cutOff: string;
  /** The catalogue that was published at the cut-off; `sha256` of its canonical document. */
  catalog: { version: string; sha256: string };
  engine: string;
  code: string;
  /** The name of the snapshot of the meeting before; null: there is none. */
  previous: string | null;
  /** Every round that a document was made from: those that were asked for, earlier ones, those of the meeting before. */
  rounds: Ask[];
  /** Every report that stood in those rounds. */
  inputs: Input[];
  documents: { name: FrozenName; sha256: string }[];
};

/** What is frozen of a meeting's own record: not its moments, which change no figure. */
export type MeetingFacts = Pick<
  Meeting,
  'id' | 'body' | 'number' | 'date' | 'theme' | 'asks' | 'constructed'
>;

export type Input = {
  unit: string;
  form: string;
  period: string;
  version: number;
  /** Of the raw file, or of the statement of a nil return. */
  sha256: string;
  nil?: true;
  /** The digest of each page's content, whatever the bytes are in which it is kept. */
  pages: { group: string; sha256: string }[];
};

/** A document's name: of a form in a period, or, where `period` is null, of the whole meeting. */
export type FrozenName = {
  kind: RollupName['kind'] | 'progress' | 'tasks' | 'restatement';
  /** A scorecard, a form, a form and an indicator (`qd766/766.TDGQ`), a meeting. */
  code: string;
  period: string | null;
  /** Absent: as reported. Told on today's map only where that says something else. */
  basis?: 'current';
};
export type FrozenDocument = { name: FrozenName; document: object };

/** What is frozen of a meeting's record. */
export function factsOf(meeting: MeetingFacts): MeetingFacts {
  const { id, body, number, date, theme, asks, constructed } = meeting;
  return { id, body, number, date, theme, asks, constructed };
}

/** One text for a name, by which documents are put in order. */
export function frozenNameText({ kind, code, period, basis }: FrozenName): string {
  return [period ?? '', kind, code, ...(basis ? [basis] : [])].join('/');
}

/** A snapshot from what was gathered, in one fixed order. */
export function snapshotOf(facts: Omit<Manifest, 'documents'>, given: readonly FrozenDocument[]): Snapshot {
  const contents = [...given].sort(byText(({ name }) => frozenNameText(name)));
  const inputs = [...facts.inputs].sort(byText(inputName));
  const rounds = [...facts.rounds].sort(byText(({ form, period }) => `${form} ${period}`));
  const documents = contents.map(({ name, document }) => ({ name, sha256: digestOf(document) }));
  return { schema: 'snapshot/2', manifest: { ...facts, rounds, inputs, documents }, contents };
}

/** `province:82@2025/qd766/2026-Q3` */
export function inputName({ unit, form, period }: Pick<Input, 'unit' | 'form' | 'period'>): string {
  return `${unit}/${form}/${period}`;
}

/** A snapshot's bytes as they are kept: its canonical form (RFC 8785), and its name, the SHA-256 of its manifest's. */
export function sealed(snapshot: Snapshot): { hash: string; bytes: Uint8Array } {
  return { hash: nameOf(snapshot.manifest), bytes: new TextEncoder().encode(canonical(snapshot)) };
}

/** The name of the snapshot that has this manifest: 64 characters, lower-case hex. */
export function nameOf(manifest: Manifest): string {
  return digestOf(manifest);
}

/**
 * A snapshot as it was kept.
 * @throws Error for another schema: `snapshot/1` named neither pages nor the catalogue's content, so that nothing can be
 *   held against it; no service with data of that shape was ever deployed
 */
export function snapshotFrom(bytes: Uint8Array): Snapshot {
  const stored = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<Snapshot>;
  if (stored?.schema !== 'snapshot/2') {
    throw new Error(
      `a snapshot of the schema ${String(stored?.schema)}, and not snapshot/2: freeze it again`,
    );
  }
  return stored as Snapshot;
}

/** The SHA-256 of a value's canonical form (RFC 8785), lower-case hex. */
export function digestOf(value: object): string {
  return sha256(canonical(value));
}

/** The canonical form of a value (RFC 8785, JSON Canonicalization Scheme). */
export function canonical(value: object): string {
  const result = canonicalize(value);
  if (result === undefined) throw new Error('not representable as canonical JSON');
  return result;
}

/** Lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function byText<T>(key: (entry: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
