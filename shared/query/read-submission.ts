import type { Catalog } from '../catalog/catalog.ts';
import { messages } from '../normalisation/messages.ts';
import { type RepairCode, repairTexts } from '../normalisation/repair-texts.ts';
import type { Changes, Finding, FindingIdentity, Repair, Report } from '../normalisation/report.ts';
import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from '../submissions/find-submission.ts';
import { type HistoryEntry, historyOf } from '../submissions/history.ts';
import { findUnit, formAndPeriod } from '../submissions/open-submission.ts';
import { type Identity, maySee } from '../submissions/rights.ts';
import { extendedTo, type Slot, type SlotKey, standingVersion } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Submission } from '../submissions/submission.ts';
import { type AttachmentView, attachmentView } from './read-attachment.ts';

export type SubmissionParts = { catalog: Catalog; submissions: SubmissionStore };

/** A submission as its people see it. */
export type SubmissionView = {
  id: string;
  state: Submission['state'];
  unit: string;
  form: string;
  period: string;
  file: { name: string; bytes: number; sha256: string };
  openedAt: string;
  receivedAt: string | null;
  verdict: string | null;
  counts: { observations: number; errors: number; warnings: number; repairs: number } | null;
  /** Codes that a signature must explain. */
  warnings: string[];
  /** The version that stands in the slot now; 0 when none does. */
  standingVersion: number;
  /** The last local day that the secretariat granted the slot, or null. */
  extendedTo: string | null;
  questions: QuestionView[];
  attachments: AttachmentView[];
  /** Every move: who, when, why. */
  history: HistoryEntry[];
};

/** What an analyst asked, at a cell or in general, and what the reporter said to it. */
export type QuestionView = {
  number: number;
  question: string;
  cell: { sheet: string; cell: string } | null;
  by: string;
  at: string;
  answer: { answer: string; by: string; at: string } | null;
};

/** @throws Refusal `not-found` when it is not there or not the caller's to see */
export async function readSubmission(
  id: string,
  who: Identity,
  { submissions }: Pick<SubmissionParts, 'submissions'>,
): Promise<SubmissionView> {
  const { submission, slot, key } = await submissionAndSlot({ id, who }, submissions);
  return viewOf(submission, key, slot);
}

function viewOf(submission: Submission, key: SlotKey, slot: Slot | undefined): SubmissionView {
  const { id, state, opened } = submission;
  const verdict = 'verdict' in submission ? submission.verdict : null;
  const received = 'received' in submission ? submission.received : null;
  return {
    id,
    state,
    ...key,
    file: { name: opened.fileName, bytes: opened.bytes, sha256: opened.sha256 },
    openedAt: opened.at,
    receivedAt: received?.at ?? null,
    verdict: verdict?.verdict ?? null,
    counts: verdict?.counts ?? null,
    warnings: verdict?.warnings ?? [],
    standingVersion: standingVersion(slot),
    extendedTo: extendedTo(slot),
    questions: questionsOf(submission),
    attachments: submission.attachments.map(attachmentView),
    history: historyOf(submission, slot),
  };
}

function questionsOf({ questions }: Submission): QuestionView[] {
  return questions.map(({ number, question, cell, by, at, answered }) => ({
    number,
    question,
    cell,
    by,
    at,
    answer: answered && { answer: answered.answer, by: answered.by, at: answered.at },
  }));
}

/** Findings and repairs, each with its sentence in both languages. */
export type FindingsView = Pick<
  Report,
  'verdict' | 'counts' | 'findings' | 'groups' | 'context' | 'notRun'
> & {
  /** Since the attempt before; null: there was none. What was mended says what it was. */
  changes: (Omit<Changes, 'mended'> & { mended: Mended[] }) | null;
  repairs: (Repair & { message: Finding['message'] })[];
};

/** A finding of the attempt before that is gone; `message` is null where no check of that code exists any more. */
type Mended = FindingIdentity & { message: Finding['message'] | null };

function withMessages(changes: Changes): NonNullable<FindingsView['changes']> {
  const mended = changes.mended.map((identity): Mended => {
    const found = messages.get(identity.code);
    return { ...identity, message: found ? { vi: found.vi, en: found.en } : null };
  });
  return { ...changes, mended };
}

/** What the engine found in a submission's file. @throws Refusal `not-found`, `not-checked-yet` */
export async function readFindings(
  id: string,
  who: Identity,
  parts: Pick<SubmissionParts, 'submissions'> & { report(id: string): Promise<Report> },
): Promise<FindingsView> {
  const view = await readSubmission(id, who, parts);
  if (view.verdict === null) throw new Refusal('not-checked-yet');
  const { verdict, counts, findings, groups, changes, context, notRun, repairs } = await parts.report(id);
  return {
    verdict,
    counts,
    context,
    notRun,
    groups,
    changes: changes && withMessages(changes),
    findings,
    repairs: repairs.map((repair) => ({ ...repair, message: repairTexts[repair.code as RepairCode] })),
  };
}

/** The submissions opened for a slot, newest first, a page at a time. @throws Refusal */
export async function listSubmissions(
  ask: { unit: string; form: string; period: string; limit: number; after: string | null; who: Identity },
  parts: SubmissionParts,
): Promise<{ items: SubmissionView[]; next: string | null }> {
  const key = slotAsked(ask, ask.who, parts.catalog);
  const { ids, next } = await parts.submissions.openedIn(key, { limit: ask.limit, after: ask.after });
  const items = await Promise.all(ids.map((id) => readSubmission(id, ask.who, parts)));
  return { items, next };
}

/** The slot that a reader asks about. @throws Refusal `unit-unknown`, or `not-found` when not theirs to see */
export function slotAsked(
  ask: { unit: string; form: string; period: string },
  who: Identity,
  catalog: Catalog,
): SlotKey {
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const unit = findUnit(catalog, form, period, ask.unit);
  if (!unit) throw new Refusal('unit-unknown');
  if (!maySee(who, unit.id)) throw new Refusal('not-found');
  return { unit: unit.id, form: form.code, period: period.code };
}
