import { Refusal } from '../refusal.ts';
import { everStanding } from './placed.ts';
import type { Slot, SlotKey } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import { type Submission, submissionOf } from './submission.ts';

/** A submission with the slot that it was opened for, read in this order. */
export type Found = { submission: Submission; slot: Slot | undefined; key: SlotKey };

/** What facts and slot say of an id; undefined when nothing was opened under it. */
export async function findSubmission(id: string, submissions: SubmissionStore): Promise<Found | undefined> {
  const facts = await submissions.factsOf(id);
  const opened = facts.find((fact) => fact.fact === 'opened');
  if (!opened) return undefined;
  const key: SlotKey = { unit: opened.unit, form: opened.form, period: opened.period };
  const slot = await submissions.slot(key);
  const submission = submissionOf(id, facts, everStanding(slot));
  return submission && { submission, slot, key };
}

/** @throws Refusal `not-found` when nothing was opened under the id */
export async function submissionAndSlot(id: string, submissions: SubmissionStore): Promise<Found> {
  const found = await findSubmission(id, submissions);
  if (!found) throw new Refusal('not-found');
  return found;
}
