import { Refusal } from '../refusal.ts';
import { type Identity, maySee, requireOwn } from './rights.ts';
import { everStanding, type Slot, type SlotKey, type Standing, withSigned } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import { type Submission, submissionOf } from './submission.ts';

export type SignRequest = {
  /** The digest of the file that the approver confirms; must be that of the file received. */
  sha256: string;
  /** Why each warning is right, by the warning's code. */
  explanations: Record<string, string>;
  /** The version that the approver saw standing (0: none); another one meanwhile is a refusal. */
  replaces: number;
};

export type Receipt = { slot: SlotKey; standing: Standing };

/** A slot is one item: with every version that stood it stays far below what an item may hold. */
const maxVersions = 100;

export type SignParts = {
  submissions: SubmissionStore;
  /** Asks for the period to be aggregated. Sent again when signing is repeated, so that a lost one heals. */
  askAggregation(period: { form: string; period: string }): Promise<void>;
};

/**
 * The approver's confirmation: the submission now stands for its unit, form and period. It is one
 * conditional write on the slot; it is not a legal digital signature.
 * @throws Refusal for what is not there, not the caller's, not checked, returned, or was overtaken
 */
export async function signSubmission(
  ask: { id: string; who: Identity; at: string; request: SignRequest },
  { submissions, askAggregation }: SignParts,
): Promise<{ word: 'signed' | 'already-signed'; receipt: Receipt }> {
  const { submission, slot, key } = await submissionAndSlot(ask.id, submissions);
  if (!maySee(ask.who, key.unit)) throw new Refusal('not-found');
  requireOwn(ask.who, 'approver', key.unit);
  const { form, period } = key;
  if (ask.request.sha256 !== submission.opened.sha256) throw new Refusal('digest-differs');
  if (slot && submission.state === 'signed') {
    await askAggregation({ form, period });
    return { word: 'already-signed', receipt: { slot: key, standing: slot.standing } };
  }
  const next = withSigned(key, slot, confirmed(submission, ask));
  if (ask.request.replaces !== next.standing.version - 1) throw new Refusal('somebody-was-first');
  if (next.standing.version > maxVersions) throw new Refusal('versions-exhausted');
  const word = await submissions.moveSlot(next);
  // Somebody else, or we ourselves: a write whose answer was lost is repeated, and then finds itself there.
  const stands = word === 'moved' ? next : await submissions.slot(key);
  if (stands?.standing.submission !== ask.id) throw new Refusal('somebody-was-first');
  await askAggregation({ form, period });
  const receipt = { slot: key, standing: stands.standing };
  return { word: word === 'moved' ? 'signed' : 'already-signed', receipt };
}

/** @throws Refusal unless the submission passed and each of its warnings, and nothing else, is explained */
function confirmed(
  submission: Submission,
  { who, at, request }: { who: Identity; at: string; request: SignRequest },
): Omit<Standing, 'version'> {
  if (submission.state === 'opened' || submission.state === 'received') throw new Refusal('not-checked-yet');
  if (submission.state === 'returned') throw new Refusal('was-returned');
  if (submission.state === 'superseded') throw new Refusal('somebody-was-first');
  const explanations = Object.fromEntries(
    submission.verdict.warnings.map((code) => [code, request.explanations[code]?.trim() ?? '']),
  );
  const unexplained = submission.verdict.warnings.filter((code) => explanations[code] === '');
  if (unexplained.length > 0) {
    throw new Refusal(
      'explanation-missing',
      unexplained.map((code) => ({ field: `explanations.${code}`, fault: 'unexplained' as const })),
    );
  }
  return {
    submission: submission.id,
    sha256: submission.opened.sha256,
    receivedAt: submission.received.at,
    signedAt: at,
    signedBy: who.subject,
    explanations,
    pages: submission.verdict.pages,
  };
}

/** @throws Refusal `not-found` when nothing was opened under the id */
export async function submissionAndSlot(
  id: string,
  submissions: SubmissionStore,
): Promise<{ submission: Submission; slot: Slot | undefined; key: SlotKey }> {
  const facts = await submissions.factsOf(id);
  const opened = facts.find((fact) => fact.fact === 'opened');
  if (!opened) throw new Refusal('not-found');
  const key: SlotKey = { unit: opened.unit, form: opened.form, period: opened.period };
  const slot = await submissions.slot(key);
  const submission = submissionOf(id, facts, everStanding(slot));
  if (!submission) throw new Refusal('not-found');
  return { submission, slot, key };
}
