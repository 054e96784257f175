import { absence, type CoveredUnit, punctualityOf } from '../aggregation/punctuality.ts';
import { type Named, named } from '../aggregation/round.ts';
import { dueOf } from '../catalog/deadline.ts';
import { localDayOf, type Period } from '../catalog/period.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { type Term, termOf } from '../meetings/owed.ts';
import { historyOf } from '../submissions/history.ts';
import type { Slot, Standing } from '../submissions/slot.ts';
import { extendedTo, firstReceivedAt } from '../submissions/slot-at.ts';
import type { AskedQuestion, Submission } from '../submissions/submission.ts';
import type { SubmissionView } from './read-submission.ts';

/**
 * What a unit's report waits for, by its latest attempt: nothing was ever sent (`none`), a state of a submission, or a
 * question that was answered before the signature (`answered`).
 */
export type WorkState = 'none' | 'answered' | Submission['state'];

/** One unit's report in the list of those who see to the reports. */
export type WorkItem = Named & {
  state: WorkState;
  /** When that state began, ISO 8601, UTC; null: nothing was ever sent. */
  since: string | null;
  /**
   * It has stood longer than its step ever takes: a file that is still being read, or a ticket that nobody used. People
   * may take their time: what waits for them is never stuck.
   */
  stuck: boolean;
  /** The latest attempt; null: nothing was ever sent. */
  submission: string | null;
  /** What the engine found in it; null: it has not read it. */
  counts: SubmissionView['counts'];
  /** The oldest question that is open. */
  question: Pick<AskedQuestion, 'number' | 'question' | 'cell' | 'at'> | null;
  /** The last answer that was given. */
  answer: { to: number; answer: string; at: string } | null;
  /** The version that stands in the slot, which may be of an earlier attempt. */
  standing: StandingTold | null;
  /** Whether the report is on time, late or missing. */
  punctuality: CoveredUnit['state'];
  /** The last day on which it is on time; null where nobody owes the form by a day. */
  term: Pick<Term, 'due' | 'daysLeft'> | null;
  extendedTo: string | null;
};

/** What was asked of an attempt and is open, and what was answered to it last. */
type Asked = Pick<WorkItem, 'question' | 'answer'>;

/**
 * The version in force, with its own state and questions: a later file that was returned or is being read takes
 * nothing away from what stands, nor answers what was asked of it.
 */
export type StandingTold = Asked & {
  version: number;
  submission: string;
  signedAt: string;
  state: 'signed' | 'signed-questioned';
};

/** How long the service may take for a step, in minutes: past it, somebody looks. A ticket lives a quarter of an hour. */
export const longestMinutes: Partial<Record<Submission['state'], number>> = { received: 30, opened: 24 * 60 };

/**
 * What is told of one unit.
 * @param given.submission the attempt that is told of; undefined: nothing was ever sent
 * @param given.inForce the submission that stands, whichever attempt is told of; undefined: none does
 * @param at the instant at which days are counted (ISO 8601, UTC)
 */
export function workItem(
  { form, period }: { form: Form; period: Period },
  given: {
    unit: Unit;
    slot: Slot | undefined;
    submission: Submission | undefined;
    inForce: Submission | undefined;
  },
  at: string,
): WorkItem {
  const { unit, slot, submission } = given;
  const extended = extendedTo(slot);
  const received = firstReceivedAt(slot);
  const since = submission ? sinceOf(submission, slot) : null;
  const standing = slot?.standing ?? null;
  return {
    ...named(unit, mapDay(form, period)),
    state: submission ? stateOf(submission) : 'none',
    since,
    stuck: submission !== undefined && since !== null && isStuck(submission.state, since, at),
    submission: submission?.id ?? null,
    counts: (submission && 'verdict' in submission ? submission.verdict : null)?.counts ?? null,
    ...questionsTold(submission),
    standing: standing && standingTold(standing, given.inForce),
    punctuality:
      standing && received !== null
        ? punctualityOf({ form, period }, received, extended)
        : absence({ form, period }, extended, at),
    term: form.owed === false ? null : termTold(dueOf(form, period, extended).day, localDayOf(at)),
    extendedTo: extended,
  };
}

function termTold(day: string, today: string): WorkItem['term'] {
  const { due, daysLeft } = termOf(day, today);
  return { due, daysLeft };
}

function stateOf({ state, questions }: Submission): WorkState {
  return state === 'checked' && questions.length > 0 ? 'answered' : state;
}

/** Evidence changes no state. */
function sinceOf(submission: Submission, slot: Slot | undefined): string {
  const moves = historyOf(submission, slot).filter(({ move }) => move !== 'attach');
  return moves.at(-1)?.at ?? submission.opened.at;
}

function isStuck(state: Submission['state'], since: string, at: string): boolean {
  const minutes = longestMinutes[state];
  return minutes !== undefined && Date.parse(at) - Date.parse(since) > minutes * 60_000;
}

function standingTold(
  { version, submission, signedAt }: Standing,
  inForce: Submission | undefined,
): StandingTold {
  const asked = questionsTold(inForce);
  const state = asked.question ? 'signed-questioned' : 'signed';
  return { version, submission, signedAt, state, ...asked };
}

function questionsTold(submission: Submission | undefined): Asked {
  const questions = submission?.questions ?? [];
  const open = questions.find(({ answered }) => !answered);
  const answers = questions.flatMap(({ answered }) => answered ?? []);
  const last = answers.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return {
    question: open ? { number: open.number, question: open.question, cell: open.cell, at: open.at } : null,
    answer: last ? { to: last.number, answer: last.answer, at: last.at } : null,
  };
}
