import { Refusal } from '../refusal.ts';
import { appendNumbered } from './append-numbered.ts';
import { submissionAndSlot } from './find-submission.ts';
import { requireMove } from './moves.ts';
import type { Ticket } from './open-submission.ts';
import { behalfIn, type Identity } from './rights.ts';
import type { SubmissionStore } from './store.ts';
import type { Attached, Attachment, EvidenceFile } from './submission.ts';

export type AttachParts = {
  submissions: SubmissionStore;
  /** Signs a PUT of one evidence file, as `signPut` does for a report, under a key of its own. */
  signEvidence(id: string, number: number, file: EvidenceFile): Promise<Ticket>;
};

/**
 * Attaches a dispatch number, or evidence with a ticket for its file, or both. Asking again under the same
 * Idempotency-Key finds the same attachment, with a fresh ticket while its file has not come.
 * @param ask.request digest of the Idempotency-Key, or null
 * @throws Refusal for what is not there, not the caller's, or in no state to be added to
 */
export async function attachEvidence(
  ask: { id: string; who: Identity; at: string } & Pick<Attachment, 'dispatch' | 'file' | 'request'>,
  parts: AttachParts,
): Promise<{ word: 'attached' | 'already-attached'; attachment: Attachment; ticket: Ticket | null }> {
  const { id, who, at, dispatch, file, request } = ask;
  const { submission, key } = await submissionAndSlot(ask, parts.submissions);
  const row = requireMove({ state: submission.state, move: 'attach', slot: key }, who);
  const before = submission.attachments.find(
    (attached) => request !== null && attached.request === request && attached.by === who.subject,
  );
  if (before) return attachedBefore(id, before, ask, parts);
  const number = submission.attachments.length + 1;
  const attachment: Attachment = {
    fact: 'attachment',
    number,
    dispatch,
    file,
    request,
    by: who.subject,
    at,
    ...behalfIn(row),
  };
  await appendNumbered(id, attachment, parts.submissions);
  const ticket = file && (await parts.signEvidence(id, number, file));
  return { word: 'attached', attachment, ticket };
}

async function attachedBefore(
  id: string,
  before: Attached,
  { dispatch, file }: Pick<Attachment, 'dispatch' | 'file'>,
  { signEvidence }: AttachParts,
): Promise<{ word: 'already-attached'; attachment: Attachment; ticket: Ticket | null }> {
  const { receivedAt, ...attachment } = before;
  const content = (one: Pick<Attachment, 'dispatch' | 'file'>) =>
    JSON.stringify([one.dispatch, one.file?.name, one.file?.sha256, one.file?.bytes, one.file?.contentType]);
  if (content(before) !== content({ dispatch, file })) throw new Refusal('idempotency-key-reused');
  const ticket =
    attachment.file && receivedAt === null
      ? await signEvidence(id, attachment.number, attachment.file)
      : null;
  return { word: 'already-attached', attachment, ticket };
}
