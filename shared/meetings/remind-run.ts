import type { Catalog } from '../catalog/catalog.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { StepTold } from './calendar-records.ts';
import type { Announce } from './events.ts';
import type { About } from './mail/words.ts';
import type { Ask, Meeting, StepName } from './meeting.ts';
import type { OwedParts } from './read-owed.ts';
import type { People } from './recipients.ts';
import { type Outgoing, type Post, sendEach, type Telling, type ToldRecords } from './told.ts';

export type RemindParts = OwedParts & {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'pagesOf' | 'successions'>;
  people(): Promise<People>;
  told: ToldRecords;
  post: Post;
  announce: Announce;
  askAggregation(ask: Ask): Promise<void>;
  /** Where the portal is, as `https://bao-cao.example.vn`. */
  portal: string;
};

/**
 * What is run: the step as it was planned (`due`, local time), when (`at`, ISO 8601, UTC), and by which start, which is
 * the same at each try of it (`by`).
 */
export type Run = { meeting: Meeting; step: StepName; due: string; at: string; by: string };

/**
 * `postponed`: it is quiet, or another start is at it, and the step is to be run again · `too-late`: the cut-off is past, and
 * a reminder would ask for what no longer counts · `nobody-owes`: there was nobody to be told.
 */
export type Reminded =
  | 'opened'
  | 'reminded'
  | 'nobody-owes'
  | 'digest-sent'
  | 'aggregation-asked'
  | 'postponed'
  | 'too-late';

/**
 * What came of a run: how many mails went out, the units (by id; null: the secretariat) whose mails were rejected, and
 * whom the opening and the reminders told; null where no unit was to be written to.
 */
export type Outcome = { word: Reminded; sent: number; rejected: (string | null)[]; told: StepTold | null };

/** Nobody was written to. */
export const nothing = { sent: 0, rejected: [], told: null };

/** A letter, and the unit (by id; null: the secretariat) that it is for. */
export type ToUnit = Outgoing & { unit: string | null };

/** Sends letters, and tells which are out, now or since a run before. */
export async function sendCounted<L extends ToUnit>(
  letters: readonly L[],
  telling: Telling,
  parts: RemindParts,
): Promise<{ sent: number; rejected: (string | null)[]; out: L[] }> {
  const words = await sendEach(letters, telling, { post: parts.post, records: parts.told });
  const of = (word: (typeof words)[number]) => letters.filter((_, index) => words[index] === word);
  return {
    sent: of('sent').length,
    rejected: of('rejected').map(({ unit }) => unit),
    out: letters.filter((_, index) => words[index] !== 'rejected'),
  };
}

/** What every letter about the meeting says of it. @throws Error when its body is not in the catalogue */
export function aboutOf(
  meeting: Meeting,
  { catalog, portal }: Pick<RemindParts, 'catalog' | 'portal'>,
): About {
  const body = catalog.bodies.get(meeting.body);
  if (!body) throw new Error(`meeting ${meeting.id}: no body ${meeting.body} in the catalogue`);
  return { meeting, bodyNames: body.names, portal };
}
