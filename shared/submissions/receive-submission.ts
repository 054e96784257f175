import { findSubmission } from './find-submission.ts';
import { allowed } from './moves.ts';
import type { SubmissionStore } from './store.ts';
import type { Received, Submission, Verdict } from './submission.ts';

/** The moves that nobody asks for: they follow from a file that came. A repeated one changes nothing. */

/** Notes that a submission's file came, where that is its next move. */
export async function receiveSubmission(
  submission: Submission,
  received: Omit<Received, 'fact'>,
  submissions: SubmissionStore,
): Promise<'received' | 'already-recorded'> {
  if (!allowed(submission.state, 'receive')) return 'already-recorded';
  const word = await submissions.append(submission.id, { fact: 'received', ...received });
  return word === 'appended' ? 'received' : 'already-recorded';
}

/**
 * Writes the engine's verdict, where the submission still waits for one: it may have been withdrawn, or
 * judged by another run, while its file was read.
 * @throws Error when nothing was opened under the id
 */
export async function recordVerdict(
  id: string,
  verdict: Omit<Verdict, 'fact'>,
  submissions: SubmissionStore,
): Promise<'recorded' | 'already-recorded'> {
  const found = await findSubmission(id, submissions);
  if (!found) throw new Error(`submission ${id}: a verdict, but nothing was opened`);
  const move = verdict.verdict === 'returned' ? 'reject' : 'pass';
  if (!allowed(found.submission.state, move)) return 'already-recorded';
  const word = await submissions.append(id, { fact: 'verdict', ...verdict });
  return word === 'appended' ? 'recorded' : 'already-recorded';
}

/**
 * Notes that the file of an attachment came. It is kept as it is and never read into figures.
 * @throws Error (a fault, so the message is retried) when no such file was announced
 */
export async function receiveEvidence(
  arrival: { id: string; number: number; bytes: number; at: string },
  submissions: SubmissionStore,
): Promise<'evidence-received' | 'already-recorded'> {
  const { id, number, bytes, at } = arrival;
  const facts = await submissions.factsOf(id);
  const announced = facts.find((fact) => fact.fact === 'attachment' && fact.number === number);
  if (announced?.fact !== 'attachment' || announced.file?.bytes !== bytes) {
    throw new Error(`submission ${id}: evidence ${number} came, but it is not what was announced`);
  }
  const word = await submissions.append(id, { fact: 'evidence', number, bytes, at });
  return word === 'appended' ? 'evidence-received' : 'already-recorded';
}
