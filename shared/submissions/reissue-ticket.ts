import { Refusal } from '../refusal.ts';
import type { OpenParts, Ticket } from './open-submission.ts';
import { type Identity, maySee, requireOwn } from './rights.ts';
import { everStanding, type SlotKey } from './slot.ts';
import { submissionOf } from './submission.ts';

/**
 * A fresh ticket for the file of a submission that waits for it: for whoever lost the first one, and its
 * Idempotency-Key with it. It admits the same file as the first, and only while nothing has been put.
 * @throws Refusal `not-found`, `not-allowed`, or `already-received` when the submission is past waiting
 */
export async function reissueTicket(
  ask: { id: string; who: Identity },
  { submissions, signPut }: Pick<OpenParts, 'submissions' | 'signPut'>,
): Promise<{ word: 'reissued'; id: string; slot: SlotKey; ticket: Ticket }> {
  const { id, who } = ask;
  // Whether it waits is told by the facts alone: what never came can never have stood in its slot.
  const submission = submissionOf(id, await submissions.factsOf(id), everStanding(undefined));
  if (!submission || !maySee(who, submission.opened.unit)) throw new Refusal('not-found');
  const { unit, form, period, at } = submission.opened;
  requireOwn(who, 'reporter', unit);
  if (submission.state !== 'opened') throw new Refusal('already-received');
  const slot = { unit, form, period };
  // Opening may have died before this was written.
  await submissions.noteOpened(slot, id, at);
  return { word: 'reissued', id, slot, ticket: await signPut(id, submission.opened) };
}
