import type { CellRef } from '../observations/observation.ts';
import type { Placed } from './placed.ts';
import type { OnBehalf } from './rights.ts';

/**
 * A submission's life, as facts that are appended and never changed. Each is written once, on condition
 * that it is absent; the state is derived from them. Signing and withdrawing are not among them: each is one
 * conditional write on the slot, so that two versions can never both stand, and none stands that was
 * withdrawn at the same time.
 */
export type Opened = {
  fact: 'opened';
  /** Unit id, as `province:82@2025`. */
  unit: string;
  form: string;
  period: string;
  fileName: string;
  bytes: number;
  /** Lower-case hex, declared at opening and enforced by the store when the file is put. */
  sha256: string;
  contentType: string;
  by: string;
  at: string;
  /** Set when a successor's person acted for a dissolved unit. */
  onBehalfOf?: OnBehalf;
  /** Set when it is a nil return: there is no file, and its content is a statement that gives this reason. */
  nil?: { why: string; catalog: string; engine: string };
};
export type NilOpened = Opened & { nil: NonNullable<Opened['nil']> };

export type Received = { fact: 'received'; bytes: number; versionId: string | null; at: string };

export type Verdict = {
  fact: 'verdict';
  verdict: 'passed' | 'passed-with-warnings' | 'returned';
  /** Counts of the report, never capped. */
  counts: { observations: number; errors: number; warnings: number; repairs: number };
  /** The codes of the warnings, each once: what a signature must explain. */
  warnings: string[];
  /** The groups whose pages were written. */
  pages: string[];
  catalog: string;
  engine: string;
};

/** An analyst returned the submission with a question, at a cell of its file where it is about one. */
export type Question = {
  fact: 'question';
  number: number;
  question: string;
  /** In a text file the sheet is null; questions of before that was allowed name one. */
  cell: CellRef | null;
  /** Digest of the request's Idempotency-Key, so that asking again finds the same question. */
  request: string | null;
  by: string;
  at: string;
};

/** The reporter's answer; its number is the question's, so a question is answered once. */
export type Answer = {
  fact: 'answer';
  number: number;
  answer: string;
  by: string;
  at: string;
  onBehalfOf?: OnBehalf;
};

export type EvidenceFile = { name: string; bytes: number; sha256: string; contentType: string };

/** Something to support the figures: a file, or the number (số/ký hiệu) of a signed dispatch, or both. */
export type Attachment = {
  fact: 'attachment';
  number: number;
  dispatch: string | null;
  file: EvidenceFile | null;
  request: string | null;
  by: string;
  at: string;
  onBehalfOf?: OnBehalf;
};

/** The file of an attachment came; the store held it against the announced length and digest. */
export type EvidenceReceived = { fact: 'evidence'; number: number; bytes: number; at: string };

/** Facts that come once, and facts that are numbered from 1 and come up to a hundred times. */
export type NumberedFact = Question | Answer | Attachment | EvidenceReceived;
export type Fact = Opened | Received | Verdict | NumberedFact;

export type AskedQuestion = Question & { answered: Answer | null };
export type Attached = Attachment & { receivedAt: string | null };

type Common = {
  id: string;
  opened: Opened;
  /** In the order of their numbers. */
  questions: AskedQuestion[];
  attachments: Attached[];
};
type Judged = Common & { received: Received; verdict: Verdict };
export type Submission =
  | (Common & { state: 'opened' })
  | (Common & { state: 'received'; received: Received })
  | (Judged & { state: 'returned' | 'checked' | 'questioned' })
  | (Judged & { state: 'signed' | 'signed-questioned' | 'superseded' })
  | (Common & { state: 'withdrawn'; received: Received | null; verdict: Verdict | null });

/**
 * The state that facts and slot add up to, or undefined when nothing was opened under the id.
 * @param standing the submissions that stand or stood in the slot: signed means that it stands now
 */
export function submissionOf(id: string, facts: readonly Fact[], standing: Placed): Submission | undefined {
  const { opened, received, verdict } = readOf(facts);
  if (!opened) return undefined;
  const common = { id, opened, questions: questionsIn(facts), attachments: attachmentsIn(facts) };
  if (standing.withdrawn.includes(id)) {
    return { ...common, received: received ?? null, verdict: verdict ?? null, state: 'withdrawn' };
  }
  if (!received) return { ...common, state: 'opened' };
  if (!verdict) return { ...common, received, state: 'received' };
  const judged = { ...common, received, verdict };
  const open = common.questions.some((question) => !question.answered);
  if (standing.now === id) return { ...judged, state: open ? 'signed-questioned' : 'signed' };
  if (standing.ever.includes(id)) return { ...judged, state: 'superseded' };
  if (verdict.verdict === 'returned') return { ...judged, state: 'returned' };
  return { ...judged, state: open ? 'questioned' : 'checked' };
}

/**
 * What was opened, and what came of it. A nil return is received and passed by the fact that opens it: there is
 * nothing to wait for and nothing to read.
 */
export function readOf(facts: readonly Fact[]): {
  opened: Opened | undefined;
  received: Received | undefined;
  verdict: Verdict | undefined;
} {
  const opened = facts.find((fact) => fact.fact === 'opened');
  if (!opened?.nil) {
    const received = facts.find((fact) => fact.fact === 'received');
    return { opened, received, verdict: facts.find((fact) => fact.fact === 'verdict') };
  }
  const { bytes, at, nil } = opened;
  const counts = { observations: 0, errors: 0, warnings: 0, repairs: 0 };
  const { catalog, engine } = nil;
  return {
    opened,
    received: { fact: 'received', bytes, versionId: null, at },
    verdict: { fact: 'verdict', verdict: 'passed', counts, warnings: [], pages: [], catalog, engine },
  };
}

function questionsIn(facts: readonly Fact[]): AskedQuestion[] {
  const answers = facts.filter((fact) => fact.fact === 'answer');
  const questions = facts.filter((fact) => fact.fact === 'question');
  return questions
    .map((question) => ({
      ...question,
      answered: answers.find(({ number }) => number === question.number) ?? null,
    }))
    .sort(byNumber);
}

/** What was attached, with when its file came, in the order of their numbers. */
export function attachmentsIn(facts: readonly Fact[]): Attached[] {
  const arrivals = facts.filter((fact) => fact.fact === 'evidence');
  const attachments = facts.filter((fact) => fact.fact === 'attachment');
  return attachments
    .map((attachment) => ({
      ...attachment,
      receivedAt: arrivals.find(({ number }) => number === attachment.number)?.at ?? null,
    }))
    .sort(byNumber);
}

function byNumber(a: { number: number }, b: { number: number }): number {
  return a.number - b.number;
}

/** Ids are opaque: 32 hex digits, and nothing but them stands in keys. */
export const submissionIdPattern = /^[0-9a-f]{32}$/;
