import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from './find-submission.ts';
import type { OpenParts, Ticket } from './open-submission.ts';
import { type Identity, requireOwn } from './rights.ts';
import type { SlotKey } from './slot.ts';

/**
 * A fresh ticket for the file of a submission that waits for it: for whoever lost the first one, and its
 * Idempotency-Key with it. It admits the same file as the first, and only while nothing has been put.
 * @throws Refusal `not-found`, `not-allowed`, or `was-withdrawn`, `already-received` when the submission is past waiting
 */
export async function reissueTicket(
  ask: { id: string; who: Identity },
  { submissions, signPut }: Pick<OpenParts, 'submissions' | 'signPut'>,
): Promise<{ word: 'reissued'; id: string; slot: SlotKey; ticket: Ticket }> {
  const { id, who } = ask;
  const { submission, key: slot } = await submissionAndSlot(ask, submissions);
  requireOwn(who, 'reporter', slot);
  if (submission.state === 'withdrawn') throw new Refusal('was-withdrawn');
  if (submission.state !== 'opened') throw new Refusal('already-received');
  // Opening may have died before this was written.
  await submissions.noteOpened(slot, id, submission.opened.at);
  return { word: 'reissued', id, slot, ticket: await signPut(id, submission.opened) };
}
