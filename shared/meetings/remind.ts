import type { Catalog } from '../catalog/catalog.ts';
import { instantOf, localTimeOf } from '../catalog/period.ts';
import { coverageOfAsk } from './coverage.ts';
import type { Announce, ReportsOwed } from './events.ts';
import { digestLetter, unreachedLetter } from './mail/digest.ts';
import { openingLetter, reminderLetter } from './mail/reminder.ts';
import type { About } from './mail/words.ts';
import type { Ask, Meeting, StepName } from './meeting.ts';
import { type Asked, type Owing, owedFor } from './owed.ts';
import { isQuiet } from './quiet-hours.ts';
import { type OwedParts, readOwed } from './read-owed.ts';
import { type People, recipientsOf } from './recipients.ts';
import {
  type Outgoing,
  once,
  type Post,
  sendEach,
  type Telling,
  type ToldRecords,
  tellingOf,
} from './told.ts';

export type RemindParts = OwedParts & {
  catalog: Catalog;
  people(): Promise<People>;
  told: ToldRecords;
  post: Post;
  announce: Announce;
  askAggregation(ask: Ask): Promise<void>;
  /** Where the portal is, as `https://bao-cao.example.vn`. */
  portal: string;
};

/** What is run: the step as it was planned (`due`, local time), and when (`at`, ISO 8601, UTC). */
export type Run = { meeting: Meeting; step: StepName; due: string; at: string };

/**
 * `postponed`: it is quiet, and the step is to be run again when it no longer is · `too-late`: the cut-off is past, and
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

/** What came of a run: to how many mails went, and the units (by id; null: the secretariat) whose mails were rejected or that have nobody. */
export type Outcome = { word: Reminded; sent: number; rejected: (string | null)[]; unreached: string[] };

/**
 * Runs a step of a meeting that tells people: the opening and the reminders those units that owe something, the
 * cut-off the secretariat; and behind the cut-off has the figures aggregated once more. Every mail and event is
 * recorded behind it, so a run that is repeated goes on where the one before it stopped.
 */
export async function remind(run: Run, parts: RemindParts): Promise<Outcome> {
  const { meeting, step, due, at } = run;
  const telling = await tellingOf({ meeting: meeting.id, step, due, at }, parts.told);
  if (step === 'provisional') return provisional(run, telling, parts);
  if (step === 'cut-off') return cutOff(run, telling, parts);
  if (step === 'freeze') throw new Error('remind: the freeze is run by another function');
  return tellOwing(run, telling, parts);
}

const nothing = { sent: 0, rejected: [], unreached: [] };

async function tellOwing(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
  const { meeting, step, due, at } = run;
  const cutOff = instantOf(meeting.moments.cutOff);
  if (step === 'opening') {
    const { asks, moments } = meeting;
    const detail = {
      schema: 'meeting-opened/1' as const,
      meeting: meeting.id,
      due,
      at,
      asks,
      cutOff,
      freeze: instantOf(moments.freeze),
    };
    await once('event', telling, parts.told, () => parts.announce({ type: 'meeting-opened', detail }, at));
  }
  if (at >= cutOff) return { word: 'too-late', ...nothing };
  if (isQuiet(localTimeOf(at))) return { word: 'postponed', ...nothing };
  const owing = owedFor(await readOwed({ meeting, at, asOf: null }, parts), at);
  const about = aboutOf(meeting, parts);
  const people = await parts.people();
  const letterFor = step === 'opening' ? openingLetter : reminderLetter;
  const outgoing = owing.flatMap((one) =>
    recipientsOf(one.unit, people).map((to) => ({
      unit: one.unit.id,
      what: `mail#${to.userName}`,
      to,
      letter: letterFor(one, about),
    })),
  );
  const sent = await sendCounted(outgoing, telling, parts);
  const unreached = owing.filter(({ unit }) => !sent.reached.has(unit.id));
  const others = await sendCounted(unreachedTo(unreached, people, about), telling, parts);
  if (step !== 'opening') {
    const detail = owedDetail(run, cutOff, owing, sent.reached);
    await once('event', telling, parts.told, () => parts.announce({ type: 'reports-owed', detail }, at));
  }
  return {
    word: owing.length === 0 ? 'nobody-owes' : step === 'opening' ? 'opened' : 'reminded',
    sent: sent.sent + others.sent,
    rejected: [...sent.rejected, ...others.rejected],
    unreached: unreached.map(({ unit }) => unit.id),
  };
}

/** At the cut-off other systems hear at once, whatever the hour; the secretariat's mail waits until it is not quiet. */
async function cutOff(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
  const { meeting, due, at } = run;
  const instant = instantOf(meeting.moments.cutOff);
  const seen = await readOwed({ meeting, at: instant, asOf: instant }, parts);
  const coverage = seen.asked.map((asked) => ({ ...coverageOfAsk(asked), missingUnits: missingIn(asked) }));
  const detail = {
    schema: 'cut-off-reached/1' as const,
    meeting: meeting.id,
    due,
    at,
    cutOff: instant,
    coverage,
  };
  await once('event', telling, parts.told, () => parts.announce({ type: 'cut-off-reached', detail }, at));
  if (isQuiet(localTimeOf(at))) return { word: 'postponed', ...nothing };
  const { secretariat } = await parts.people();
  const letter = digestLetter({ asked: seen.asked, owing: owedFor(seen, instant) }, aboutOf(meeting, parts));
  const outgoing = secretariat.map((to) => ({ unit: null, what: `mail#${to.userName}`, to, letter }));
  const { sent, rejected } = await sendCounted(outgoing, telling, parts);
  return { word: 'digest-sent', sent, rejected, unreached: [] };
}

async function provisional(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
  const { meeting, due, at } = run;
  const { asks } = meeting;
  for (const ask of asks) await parts.askAggregation(ask);
  const detail = { schema: 'figures-provisional/1' as const, meeting: meeting.id, due, at, asks };
  await once('event', telling, parts.told, () => parts.announce({ type: 'figures-provisional', detail }, at));
  return { word: 'aggregation-asked', ...nothing };
}

type ToUnit = Outgoing & { unit: string | null };

async function sendCounted(outgoing: readonly ToUnit[], telling: Telling, parts: RemindParts) {
  const words = await sendEach(outgoing, telling, { post: parts.post, records: parts.told });
  const of = (word: (typeof words)[number]) => outgoing.filter((_, index) => words[index] === word);
  const reached = new Set([...of('sent'), ...of('sent-before')].map(({ unit }) => unit));
  return { sent: of('sent').length, rejected: of('rejected').map(({ unit }) => unit), reached };
}

/** To the secretariat, of the units whose people mail does not reach. */
function unreachedTo(unreached: readonly Owing[], { secretariat }: People, about: About): ToUnit[] {
  if (unreached.length === 0) return [];
  const letter = unreachedLetter(unreached, about);
  return secretariat.map((to) => ({ unit: null, what: `unreached#${to.userName}`, to, letter }));
}

function owedDetail(
  { meeting, step, due, at }: Run,
  cutOff: string,
  owing: readonly Owing[],
  reached: ReadonlySet<string | null>,
): ReportsOwed {
  const units = owing.map(({ unit, reports, tasks }) => ({
    unit: unit.id,
    code: unit.code,
    reports: reports.map(({ form, period, state, due, late }) => ({ form, period, state, due, late })),
    tasks: tasks.map(({ id }) => id),
    reached: reached.has(unit.id),
  }));
  return { schema: 'reports-owed/1', meeting: meeting.id, step, due, at, cutOff, units };
}

function missingIn({ slots }: Asked): string[] {
  return slots.filter(({ slot }) => !slot?.standing).map(({ unit }) => unit.id);
}

function aboutOf(meeting: Meeting, { catalog, portal }: Pick<RemindParts, 'catalog' | 'portal'>): About {
  const body = catalog.bodies.get(meeting.body);
  if (!body) throw new Error(`meeting ${meeting.id}: no body ${meeting.body} in the catalogue`);
  return { meeting, bodyNames: body.names, portal };
}
