import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from '../submissions/find-submission.ts';
import { versionOf } from '../submissions/placed.ts';
import { type Receipt, receiptOf } from '../submissions/receipt.ts';
import type { Identity } from '../submissions/rights.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Attached } from '../submissions/submission.ts';

type Ask = { id: string; who: Identity };

/** What was attached to a submission, as its people see it; `receivedAt` is null while a file is awaited. */
export type AttachmentView = {
  number: number;
  dispatch: string | null;
  file: { name: string; bytes: number; sha256: string; contentType: string } | null;
  receivedAt: string | null;
  by: string;
  at: string;
};

export function attachmentView({ number, dispatch, file, receivedAt, by, at }: Attached): AttachmentView {
  return { number, dispatch, file, receivedAt, by, at };
}

/**
 * A short-lived URL of an evidence file: files never pass through the API.
 * @throws Refusal `not-found`, or `evidence-not-received` while the file is awaited
 */
export async function readAttachment(
  ask: Ask & { number: number },
  parts: {
    submissions: SubmissionStore;
    signEvidenceGet(id: string, number: number, fileName: string): Promise<string>;
  },
): Promise<string> {
  const { submission } = await submissionAndSlot(ask, parts.submissions);
  const attached = submission.attachments.find(({ number }) => number === ask.number);
  if (!attached?.file) throw new Refusal('not-found');
  if (attached.receivedAt === null) throw new Refusal('evidence-not-received');
  return parts.signEvidenceGet(ask.id, ask.number, attached.file.name);
}

/**
 * The receipt that the approver was given, whether the version still stands or not.
 * @throws Refusal `not-found`, or `not-signed`
 */
export async function readReceipt(
  ask: Ask,
  { submissions }: { submissions: SubmissionStore },
): Promise<Receipt> {
  const { slot, key } = await submissionAndSlot(ask, submissions);
  const version = versionOf(slot, ask.id);
  if (!version) throw new Refusal('not-signed');
  return receiptOf(key, version);
}
