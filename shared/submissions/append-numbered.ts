import { Refusal } from '../refusal.ts';
import { mostOfAKind } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import type { NumberedFact } from './submission.ts';

/**
 * Appends a fact under its number. A write whose answer was lost is repeated by the SDK, and then finds itself
 * there: that is a success.
 * @throws Refusal `too-many`, or `somebody-was-first` when another fact took the number meanwhile
 */
export async function appendNumbered(
  id: string,
  fact: NumberedFact,
  submissions: SubmissionStore,
): Promise<void> {
  if (fact.number > mostOfAKind) throw new Refusal('too-many');
  if ((await submissions.append(id, fact)) === 'appended') return;
  const text = JSON.stringify(fact);
  const facts = await submissions.factsOf(id);
  if (!facts.some((there) => JSON.stringify(there) === text)) throw new Refusal('somebody-was-first');
}
