import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Catalog } from '../catalog/catalog.ts';
import { engineVersion } from '../catalog/engine.ts';
import { nilSentence } from './nil-sentence.ts';
import { openedOnce, slotOf } from './open-submission.ts';
import { requireReason } from './reason.ts';
import { behalfIn, type Identity, requireOwn } from './rights.ts';
import type { SlotKey } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import type { NilOpened } from './submission.ts';
import { requireChanged } from './unchanged.ts';

/** The content of a nil return: what an approver confirms. */
export type NilStatement = SlotKey & {
  schema: 'nil-return/1';
  statement: { vi: string; en: string };
  why: string;
};

/** The statement as canonical JSON (RFC 8785): the bytes whose SHA-256 is signed. Anybody can make it again. */
export function nilStatement({ unit, form, period }: SlotKey, why: string): string {
  const content: NilStatement = { schema: 'nil-return/1', unit, form, period, statement: nilSentence, why };
  const text = canonicalize(content);
  if (text === undefined) throw new Error('not representable as canonical JSON');
  return text;
}

/**
 * Opens a nil return ("không phát sinh"): a submission without a file, whose content is a statement that the service
 * makes. There is nothing to read in it, so it is checked at once, by one fact; then it is signed, replaced,
 * withdrawn and asked about as any other. Asking again under the same id finds the same one.
 * @throws Refusal for what is not known, not open yet, not the caller's, without a reason, or what stands already
 */
export async function openNilReturn(
  ask: { id: string; who: Identity; at: string; request: SlotKey & { why: string } },
  { catalog, submissions }: { catalog: Catalog; submissions: SubmissionStore },
): Promise<{
  word: 'opened' | 'already-opened';
  id: string;
  slot: SlotKey;
  sha256: string;
  statement: string;
}> {
  const { id, who, at, request } = ask;
  const slot = slotOf(catalog, request, at);
  const acting = requireOwn(who, 'reporter', slot);
  const why = requireReason(request.why);
  const text = nilStatement(slot, why);
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await requireChanged({ id, sha256, slot }, submissions);
  const opened: NilOpened = {
    fact: 'opened',
    ...slot,
    fileName: 'khong-phat-sinh.json',
    bytes: bytes.byteLength,
    sha256,
    contentType: 'application/json',
    by: who.subject,
    at,
    ...behalfIn(acting),
    nil: { why, catalog: catalog.version, engine: engineVersion },
  };
  const word = await openedOnce(id, opened, submissions);
  return { word, id, slot, sha256, statement: text };
}
