import type { Catalogs } from '../catalog/catalogs.ts';
import { readsAlike } from '../catalog/reading-basis.ts';
import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from './find-submission.ts';
import { requireMove } from './moves.ts';
import { onePersonAllowed } from './one-person.ts';
import { requireReason, shortness } from './reason.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import type { Identity } from './rights.ts';
import { isTooLarge, type SlotKey, type Standing, standingVersion, withSigned } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import type { Submission } from './submission.ts';
import { refuseUnchanged } from './unchanged.ts';

export type SignRequest = {
  /** The digest of the file, or of the nil return's statement, that the approver confirms. */
  sha256: string;
  /** Why each warning is right, by the warning's code. */
  explanations: Record<string, string>;
  /** The version that the approver saw standing (0: none); another one meanwhile is a refusal. */
  replaces: number;
  /** Why it replaces that version; not asked for where none stands. */
  why?: string | null;
};

export type SignParts = {
  submissions: SubmissionStore;
  /** Asks for the period to be aggregated. Sent again when signing is repeated, so that a lost one heals. */
  askAggregation(period: { form: string; period: string }): Promise<void>;
};

/**
 * The approver's confirmation: the submission now stands for its unit, form and period. It is one
 * conditional write on the slot; it is not a legal digital signature. Reporter and approver are two people,
 * unless the secretariat allowed the unit one.
 * @throws Refusal for what is not there, not the caller's, not checked, returned, asked about, the
 *   reporter's own, what stands already, without a reason where it replaces a version, was overtaken, or was read
 *   under a catalogue that reads its form otherwise than the one that is published now
 */
export async function signSubmission(
  ask: { id: string; who: Identity; at: string; request: SignRequest },
  { catalogs, submissions, askAggregation }: SignParts & { catalogs: Catalogs },
): Promise<{ word: 'signed' | 'already-signed'; receipt: Receipt }> {
  const { submission, slot, key } = await submissionAndSlot(ask, submissions);
  const { state } = submission;
  const { repeats, onBehalfOf } = requireMove({ state, move: 'sign', slot: key }, ask.who);
  const { form, period } = key;
  if (ask.request.sha256 !== submission.opened.sha256) throw new Refusal('digest-differs');
  if (repeats && slot?.standing) {
    await askAggregation({ form, period });
    return { word: 'already-signed', receipt: receiptOf(key, slot.standing) };
  }
  await requireTwoPeople(submission, ask.who, submissions);
  const signed = confirmed(submission, ask);
  if (ask.request.replaces !== standingVersion(slot)) throw new Refusal('somebody-was-first');
  refuseUnchanged(slot, submission.opened.sha256);
  await requireSameReading(submission, key, catalogs);
  const why = slot?.standing ? requireReason(ask.request.why) : null;
  const next = withSigned(key, slot, { ...signed, why, onBehalfOf });
  if (isTooLarge(next)) throw new Refusal('too-many');
  const word = await submissions.moveSlot(next);
  // Somebody else, or we ourselves: a write whose answer was lost is repeated, and then finds itself there.
  const stands = word === 'moved' ? next : await submissions.slot(key);
  if (stands?.standing?.submission !== ask.id) throw new Refusal('somebody-was-first');
  await askAggregation({ form, period });
  return { word: word === 'moved' ? 'signed' : 'already-signed', receipt: receiptOf(key, stands.standing) };
}

/** @throws Refusal `same-person` */
async function requireTwoPeople(
  { opened }: Submission,
  who: Identity,
  submissions: SubmissionStore,
): Promise<void> {
  if (opened.by !== who.subject) return;
  // Of the unit whose people they are: a successor's people stay its own when they act for a dissolved one.
  if (!onePersonAllowed(await submissions.onePerson(who.unit ?? opened.unit)))
    throw new Refusal('same-person');
}

/**
 * What was read under another catalogue than the one that is published is signed only where both read it alike: what
 * stands is held against a draft before it is published, and this did not stand yet. The publication is asked for
 * anew: a warm function may not know of it for half a minute.
 * @throws Refusal `catalog-changed`
 */
async function requireSameReading(submission: Submission, key: SlotKey, catalogs: Catalogs): Promise<void> {
  // A nil return has no file that was read.
  if (submission.state !== 'checked' || submission.opened.nil) return;
  const current = await catalogs.current(null);
  if (submission.verdict.catalog === current.version) return;
  const readUnder = await catalogs.version(submission.verdict.catalog);
  if (!readUnder || !readsAlike(readUnder, current, key)) throw new Refusal('catalog-changed');
}

/** @throws Refusal unless each of the submission's warnings, and nothing else, is explained, in ten characters at least */
function confirmed(
  submission: Submission,
  { who, at, request }: { who: Identity; at: string; request: SignRequest },
): Omit<Standing, 'version' | 'why' | 'onBehalfOf'> {
  if (submission.state !== 'checked') throw new Error(`submission ${submission.id}: not to be signed`);
  const explanations = Object.fromEntries(
    submission.verdict.warnings.map((code) => [code, request.explanations[code]?.trim() ?? '']),
  );
  const unexplained = submission.verdict.warnings.flatMap((code) => {
    const short = shortness(explanations[code] ?? '');
    if (short === null) return [];
    return { field: `explanations.${code}`, fault: short === 'missing' ? ('unexplained' as const) : short };
  });
  if (unexplained.length > 0) throw new Refusal('explanation-missing', unexplained);
  return {
    submission: submission.id,
    sha256: submission.opened.sha256,
    receivedAt: submission.received.at,
    signedAt: at,
    signedBy: who.subject,
    explanations,
    pages: submission.verdict.pages,
    nil: submission.opened.nil !== undefined,
  };
}
