import type { Frozen } from '../briefing/freeze-meeting.ts';
import type { KeptDocument, KeptPage } from '../briefing/kept.ts';
import { type FrozenName, frozenNameText } from '../briefing/snapshot.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type Slot, type SlotKey, type Standing, slotName } from '../submissions/slot.ts';
import { standingAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Opened } from '../submissions/submission.ts';

/** Bytes as they are kept, in base64. */
type Bytes = { bytes: string; sha256: string | null };

/** A frozen document; a slot that a snapshot looked at; a page of the report that stood in it. */
export type ChainItem =
  | ({ kind: 'document'; name: FrozenName; etag: string } & Bytes)
  | { kind: 'slot'; key: SlotKey; slot: Slot | null; report: ChainReport | null }
  | ({ kind: 'page'; key: SlotKey; group: string } & Bytes);

/** The report that stood in a slot at the cut-off. `file`, `context`: where they are read; null: a nil return. */
export type ChainReport = {
  submission: string;
  fileName: string;
  nil: { why: string } | null;
  file: string | null;
  context: string | null;
};

export type ChainPart = { meeting: string; snapshot: string; items: ChainItem[]; next: string | null };

export type ChainParts = {
  catalogs: Pick<Catalogs, 'version'>;
  submissions: Pick<SubmissionStore, 'slots' | 'factsOf'>;
  snapshots: { frozen(meeting: string): Promise<Frozen | undefined> };
  keptDocuments(hash: string): Promise<KeptDocument[]>;
  keptPages(id: string, groups: readonly string[]): Promise<KeptPage[]>;
  /** Where a raw file, or the context in which it was read, is to be had for a short time: a secret. */
  fileAt(id: string): Promise<string>;
  contextAt(id: string): Promise<string>;
};

/**
 * Of an answer: bytes as they are sent, slots, and how many pages are read in one call. With the pages of the call that
 * fills it, each less than the 400 KB of an item, it stays in base64 below the 6 MB that Lambda answers.
 */
const mostBytes = 2_600_000;
const mostSlots = 20;
const pagesAtOnce = 6;

/** Where the next part begins: at which document, or at which slot and page of it. */
type Cursor = { at: 'documents' | 'slots'; place: number; page: number };
const cursorText = /^(documents|slots)\.(\d{1,6})\.(\d{1,6})$/;

/**
 * Everything that a meeting's snapshot stands on, as it is kept, part by part: its documents, then each slot that was
 * looked at with the report that stood in it, and that report's pages.
 * @param ask.after the `next` of the part before; null: from the start
 * @throws Refusal `not-found` when the meeting is not frozen, or by an earlier version that named no rounds;
 *   `parameter-malformed` for a cursor that is none
 */
export async function readChain(
  ask: { meeting: string; after: string | null },
  parts: ChainParts,
): Promise<ChainPart> {
  const cursor = cursorOf(ask.after);
  const frozen = await parts.snapshots.frozen(ask.meeting);
  const catalog = frozen && (await parts.catalogs.version(frozen.catalog));
  if (!frozen || !catalog) throw new Refusal('not-found');
  const { items, next } =
    cursor.at === 'documents'
      ? await documentItems(frozen, cursor, parts)
      : await slotItems(frozen, catalog, cursor, parts);
  return { meeting: frozen.meeting, snapshot: frozen.hash, items, next: next && textOf(next) };
}

type Part = { items: ChainItem[]; next: Cursor | null };

async function documentItems({ hash }: Frozen, { place }: Cursor, parts: ChainParts): Promise<Part> {
  const all = (await parts.keptDocuments(hash)).sort((a, b) =>
    frozenNameText(a.name) < frozenNameText(b.name) ? -1 : 1,
  );
  const items: ChainItem[] = [];
  let left = mostBytes;
  for (const { name, gzip, etag, sha256 } of all.slice(place)) {
    const item: ChainItem = { kind: 'document', name, etag, bytes: base64(gzip), sha256 };
    left -= sentBytes(item);
    if (items.length > 0 && left <= 0) {
      return { items, next: { at: 'documents', place: place + items.length, page: 0 } };
    }
    items.push(item);
  }
  return { items, next: { at: 'slots', place: 0, page: 0 } };
}

async function slotItems(frozen: Frozen, catalog: Catalog, cursor: Cursor, parts: ChainParts): Promise<Part> {
  const all = slotsOf(frozen, catalog);
  const keys = all.slice(cursor.place, cursor.place + mostSlots);
  const slots = await parts.submissions.slots(keys);
  const kept = keys.map((key) => slots.get(slotName(key)) ?? null);
  const standing = kept.map((slot) => standingAt(slot ?? undefined, frozen.cutOff));
  const reports = await Promise.all(standing.map((each) => (each ? reportOf(each, parts) : null)));
  const items: ChainItem[] = [];
  let left = mostBytes;
  for (const [at, key] of keys.entries()) {
    const { pages = [], submission = '' } = standing[at] ?? {};
    let page = at === 0 ? cursor.page : 0;
    if (page === 0) {
      const item: ChainItem = { kind: 'slot', key, slot: kept[at] ?? null, report: reports[at] ?? null };
      left -= sentBytes(item);
      // With its first pages, so that a part never begins with the same slot again.
      if (items.length > 0 && left <= 0) {
        return { items, next: { at: 'slots', place: cursor.place + at, page } };
      }
      items.push(item);
    }
    while (page < pages.length) {
      if (left <= 0) return { items, next: { at: 'slots', place: cursor.place + at, page } };
      const groups = pages.slice(page, page + pagesAtOnce);
      for (const { group, bytes, sha256 } of await parts.keptPages(submission, groups)) {
        const item: ChainItem = { kind: 'page', key, group, bytes: base64(bytes), sha256 };
        left -= sentBytes(item);
        items.push(item);
      }
      page += groups.length;
    }
  }
  const place = cursor.place + keys.length;
  return { items, next: place < all.length ? { at: 'slots', place, page: 0 } : null };
}

/** Every slot that the snapshot looked at. */
function slotsOf({ rounds }: Frozen, catalog: Catalog): SlotKey[] {
  return rounds.flatMap((asked) => {
    const { form, period } = formAndPeriod(catalog, asked.form, asked.period);
    return expectedUnits(catalog, form, period).map(({ id: unit }) => ({ unit, ...asked }));
  });
}

async function reportOf({ submission, nil }: Standing, parts: ChainParts): Promise<ChainReport> {
  const facts = await parts.submissions.factsOf(submission);
  const opened = facts.find((fact): fact is Opened => fact.fact === 'opened');
  return {
    submission,
    fileName: opened?.fileName ?? '',
    nil: opened?.nil ? { why: opened.nil.why } : null,
    file: nil ? null : await parts.fileAt(submission),
    context: nil ? null : await parts.contextAt(submission),
  };
}

function cursorOf(after: string | null): Cursor {
  if (after === null) return { at: 'documents', place: 0, page: 0 };
  const [, at, place, page] = cursorText.exec(after) ?? [];
  if (at === undefined) throw new Refusal('parameter-malformed', [{ field: 'after', fault: 'malformed' }]);
  return { at: at as Cursor['at'], place: Number(place), page: Number(page) };
}

function textOf({ at, place, page }: Cursor): string {
  return `${at}.${place}.${page}`;
}

/** The bytes of an item in an answer, whose JSON stands as a string in what Lambda answers. */
function sentBytes(item: ChainItem): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(item)));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
