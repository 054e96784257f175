import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from './find-submission.ts';
import { requireMove } from './moves.ts';
import { withdrawalOf } from './placed.ts';
import { behalfIn, type Identity } from './rights.ts';
import type { SignParts } from './sign-submission.ts';
import { isTooLarge, standingVersion, type Withdrawal, withWithdrawn } from './slot.ts';

/**
 * Takes a submission back, with a reason: the approver one that stands, the reporter or the approver one
 * that was not signed yet. It is one conditional write on the slot, as signing is, so that of a signature
 * and a withdrawal at the same time only one happens. What stood is then missing again.
 * @throws Refusal for what is not there, not the caller's, in no state to be withdrawn, or was overtaken
 */
export async function withdrawSubmission(
  ask: { id: string; who: Identity; at: string; why: string },
  { submissions, askAggregation }: SignParts,
): Promise<{ word: 'withdrawn' | 'already-withdrawn'; withdrawal: Withdrawal; standingVersion: number }> {
  const { id, who, at, why } = ask;
  const { submission, slot, key } = await submissionAndSlot(ask, submissions);
  const row = requireMove({ state: submission.state, move: 'withdraw', slot: key }, who);
  const { form, period } = key;
  const before = withdrawalOf(slot, id);
  if (row.repeats && before) {
    await askAggregation({ form, period });
    return { word: 'already-withdrawn', withdrawal: before, standingVersion: standingVersion(slot) };
  }
  const withdrawal = { at, by: who.subject, why, ...behalfIn(row) };
  const next = withWithdrawn(key, slot, id, withdrawal);
  if (isTooLarge(next)) throw new Refusal('too-many');
  const word = await submissions.moveSlot(next);
  // Somebody else, or we ourselves: a write whose answer was lost is repeated, and then finds itself there.
  const now = word === 'moved' ? next : await submissions.slot(key);
  const there = withdrawalOf(now, id);
  if (there?.at !== at || there.by !== who.subject) throw new Refusal('somebody-was-first');
  await askAggregation({ form, period });
  return { word: 'withdrawn', withdrawal, standingVersion: standingVersion(now) };
}
