import { Refusal } from '../refusal.ts';
import { everStanding } from './placed.ts';
import { type Identity, maySee } from './rights.ts';
import type { Slot, SlotKey } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import { type Fact, type Opened, type Submission, submissionOf } from './submission.ts';

/** A submission with the slot that it was opened for, read in this order. */
export type Found = { submission: Submission; slot: Slot | undefined; key: SlotKey };

/** What finding one needs of the store. */
type Facts = Pick<SubmissionStore, 'factsOf' | 'slot'>;

/** What facts and slot say of an id; undefined when nothing was opened under it. */
export async function findSubmission(id: string, submissions: Facts): Promise<Found | undefined> {
  const facts = await submissions.factsOf(id);
  const opened = facts.find((fact) => fact.fact === 'opened');
  return opened && placed(id, facts, opened, submissions);
}

/**
 * A submission that somebody asks for. One that is not theirs to see is refused after the very calls that
 * one which is not there takes, so that not even the time of an answer tells the two apart.
 * @throws Refusal `not-found`
 */
export async function submissionAndSlot(
  { id, who }: { id: string; who: Identity },
  submissions: Facts,
): Promise<Found> {
  const facts = await submissions.factsOf(id);
  const opened = facts.find((fact) => fact.fact === 'opened');
  const found = opened && maySee(who, opened) && (await placed(id, facts, opened, submissions));
  if (!found) throw new Refusal('not-found');
  return found;
}

async function placed(
  id: string,
  facts: readonly Fact[],
  opened: Opened,
  submissions: Facts,
): Promise<Found | undefined> {
  const key: SlotKey = { unit: opened.unit, form: opened.form, period: opened.period };
  const slot = await submissions.slot(key);
  const submission = submissionOf(id, facts, everStanding(slot));
  return submission && { submission, slot, key };
}
