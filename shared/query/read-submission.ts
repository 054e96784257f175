import type { Catalog } from '../catalog/catalog.ts';
import { messages } from '../normalisation/messages.ts';
import { type RepairCode, repairTexts } from '../normalisation/repair-texts.ts';
import type { Changes, Finding, FindingIdentity, Repair, Report } from '../normalisation/report.ts';
import type { CellRef } from '../observations/observation.ts';
import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from '../submissions/find-submission.ts';
import { type HistoryEntry, historyOf } from '../submissions/history.ts';
import { nilStatement } from '../submissions/nil-return.ts';
import { findUnit, formAndPeriod } from '../submissions/open-submission.ts';
import { type Identity, maySee, type OnBehalf } from '../submissions/rights.ts';
import { type Slot, type SlotKey, standingVersion } from '../submissions/slot.ts';
import { extendedTo } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Opened, Submission } from '../submissions/submission.ts';
import { type AttachmentView, attachmentView } from './read-attachment.ts';

export type SubmissionParts = { catalog: Catalog; submissions: SubmissionStore };

/** A submission as its people see it. */
export type SubmissionView = {
  id: string;
  state: Submission['state'];
  unit: string;
  form: string;
  period: string;
  /** What an approver confirms: the digest of the file, or of a nil return's statement. */
  sha256: string;
  /** Null for a nil return, which has none. */
  file: { name: string; bytes: number; sha256: string } | null;
  /** A nil return: why there is nothing to report, and its content, the text whose digest is signed. */
  nil: NilView | null;
  /** The dissolved unit for which a successor's reporter opened it, and under which decision. */
  onBehalfOf: OnBehalf | null;
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

export type NilView = { why: string; statement: string };

/** What an analyst asked, at a cell or in general, and what the reporter said to it. */
export type QuestionView = {
  number: number;
  question: string;
  cell: CellRef | null;
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
    ...contentView(opened),
    onBehalfOf: opened.onBehalfOf ?? null,
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

/** What was sent: a file, or a nil return's statement. */
export function contentView(opened: Opened): Pick<SubmissionView, 'sha256' | 'file' | 'nil'> {
  const { fileName: name, bytes, sha256, nil } = opened;
  if (!nil) return { sha256, file: { name, bytes, sha256 }, nil: null };
  return { sha256, file: null, nil: { why: nil.why, statement: nilStatement(opened, nil.why) } };
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
  'verdict' | 'counts' | 'tasks' | 'findings' | 'groups' | 'context' | 'notRun'
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

/** Of a nil return: there was nothing to read. */
const nothingFound: FindingsView = {
  verdict: 'passed',
  counts: {
    rowsRead: 0,
    rowsUsed: 0,
    rowsSkipped: 0,
    observations: 0,
    errors: 0,
    warnings: 0,
    repairs: 0,
    tasks: { rowsRead: 0, rowsUsed: 0, rowsSkipped: 0 },
  },
  tasks: [],
  context: null,
  notRun: [],
  groups: [],
  changes: null,
  findings: [],
  repairs: [],
};

/** What the engine found in a submission's file. @throws Refusal `not-found`, `not-checked-yet` */
export async function readFindings(
  id: string,
  who: Identity,
  parts: Pick<SubmissionParts, 'submissions'> & { report(id: string): Promise<Report> },
): Promise<FindingsView> {
  const view = await readSubmission(id, who, parts);
  if (view.verdict === null) throw new Refusal('not-checked-yet');
  if (view.nil) return nothingFound;
  const report = await parts.report(id);
  const { verdict, counts, tasks, findings, groups, changes, context, notRun, repairs } = report;
  return {
    verdict,
    counts,
    tasks,
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
  const key = { unit: unit.id, form: form.code, period: period.code };
  if (!maySee(who, key)) throw new Refusal('not-found');
  return key;
}
