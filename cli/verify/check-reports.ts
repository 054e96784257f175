import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { unpackedOf } from '../../shared/aws/pack.ts';
import { documentIn, type frozenDocument } from '../../shared/briefing/freeze-meeting.ts';
import {
  digestOf,
  frozenNameText,
  type Input,
  inputName,
  type Manifest,
  sha256,
} from '../../shared/briefing/snapshot.ts';
import type { ChainItem, ChainReport } from '../../shared/query/read-chain.ts';
import { nilStatement } from '../../shared/submissions/nil-return.ts';
import type { Slot, SlotKey } from '../../shared/submissions/slot.ts';
import { standingAt } from '../../shared/submissions/slot-at.ts';
import { changed, type Fault, faulty } from './fault.ts';

/** A slot that a snapshot looked at, as it is kept, with the report that stood in it and that report's pages. */
export type KeptReport = {
  key: SlotKey;
  slot: Slot | null;
  report: ChainReport | null;
  /** As they are kept, by group; those whose bytes were changed as well. */
  pages: Map<string, Uint8Array>;
};

/** A document beside the snapshot, as the API sends it. */
export function checkFrozenDocument(
  item: Extract<ChainItem, { kind: 'document' }>,
  { manifest, hash }: { manifest: Manifest; hash: string },
): Fault[] {
  const of = { snapshot: hash, document: item.name };
  const gzip = Buffer.from(item.bytes, 'base64');
  const named = manifest.documents.find(({ name }) => frozenNameText(name) === frozenNameText(item.name));
  if (!named) return [faulty('frozen-document', 'unknown', of)];
  const kept = changed('frozen-document', of, { expected: item.sha256, found: sha256(gzip) });
  if (kept.length > 0) return kept;
  const text = tried(() => gunzipSync(gzip));
  if (text === undefined) return [faulty('frozen-document', 'unreadable', of)];
  const etag = createHash('sha256').update(text).digest('base64url');
  const content = tried(() => JSON.parse(text.toString()) as ReturnType<typeof frozenDocument>);
  if (!content) return [faulty('frozen-document', 'unreadable', of)];
  return [
    ...changed('frozen-document', { ...of, part: 'etag' }, { expected: item.etag, found: etag }),
    ...changed(
      'frozen-document',
      { ...of, part: 'snapshot' },
      { expected: hash, found: String(content.snapshot) },
    ),
    ...changed('frozen-document', of, { expected: named.sha256, found: digestOf(documentIn(content)) }),
  ];
}

/** What stood in a slot at the cut-off against what the manifest names of it. */
export function checkStanding(
  { key, slot, report }: KeptReport,
  input: Input | undefined,
  { cutOff }: Manifest,
): Fault[] {
  const standing = standingAt(slot ?? undefined, cutOff);
  if (!input) return standing ? [faulty('report', 'unknown', key)] : [];
  if (!standing || !report) return [faulty('report', 'missing', key)];
  const of = { ...key, submission: report.submission };
  const groups = [...standing.pages].sort().join(' ');
  const named = input.pages.map(({ group }) => group);
  return [
    ...changed('report', { ...of, part: 'version' }, two(input.version, standing.version)),
    ...changed('report', { ...of, part: 'sha256' }, two(input.sha256, standing.sha256)),
    ...changed('report', { ...of, part: 'nil' }, two(input.nil === true, standing.nil)),
    ...changed('report', { ...of, part: 'pages' }, two([...named].sort().join(' '), groups)),
    ...(report.nil
      ? changed('statement', of, { expected: input.sha256, found: sha256(nilStatement(key, report.nil.why)) })
      : []),
  ];
}

/** A page as it is kept against the digest beside it, and what it says against the digest that the manifest names. */
export function checkPage(item: Extract<ChainItem, { kind: 'page' }>, input: Input | undefined): Fault[] {
  const of = { ...item.key, page: item.group };
  const bytes = Buffer.from(item.bytes, 'base64');
  const named = input?.pages.find(({ group }) => group === item.group);
  if (!named) return [faulty('page', 'unknown', of)];
  const kept = changed('page', of, { expected: item.sha256, found: sha256(bytes) });
  if (kept.length > 0) return kept;
  const digest = tried(() => [...unpackedOf([bytes])].map(digestOf)[0]);
  if (digest === undefined) return [faulty('page', 'unreadable', of)];
  return changed('page', of, { expected: named.sha256, found: digest });
}

/** The pages that the manifest names and that did not come. */
export function missingPages({ key, pages }: KeptReport, input: Input | undefined): Fault[] {
  const missing = input?.pages.filter(({ group }) => !pages.has(group)) ?? [];
  return missing.map(({ group }) => faulty('page', 'missing', { ...key, page: group }));
}

/** The reports that the manifest names and whose slots did not come. */
export function missingReports({ inputs }: Manifest, came: ReadonlySet<string>): Fault[] {
  const missing = inputs.filter((input) => !came.has(inputName(input)));
  return missing.map(({ unit, form, period }) => faulty('report', 'missing', { unit, form, period }));
}

/** The value, or undefined where what was kept can no longer be read. */
function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function two(expected: unknown, found: unknown): { expected: string; found: string } {
  return { expected: String(expected), found: String(found) };
}
