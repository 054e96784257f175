import { instantOf, localTimeOf } from '../catalog/period.ts';
import type { SuccessionRight } from '../submissions/rights.ts';
import { successionAt } from '../submissions/succession.ts';
import type { ReportsOwed } from './events.ts';
import { openingLetter, reminderLetter } from './mail/reminder.ts';
import { unreachedLetter } from './mail/unreached.ts';
import type { About } from './mail/words.ts';
import type { Meeting } from './meeting.ts';
import { type Owing, owedFor } from './owed.ts';
import { isQuiet } from './quiet-hours.ts';
import { readOwed } from './read-owed.ts';
import { type Addressed, addressedOf, isDissolved, lacksRight, type People } from './recipients.ts';
import {
  aboutOf,
  nothing,
  type Outcome,
  type RemindParts,
  type Run,
  sendCounted,
  type ToUnit,
} from './remind-run.ts';
import { once, type Telling } from './told.ts';

/**
 * The opening and the reminders: the people of each unit that owes something hear what, other systems who owes, and the
 * secretariat which units no mail reaches. At the opening other systems hear at once, whatever the hour.
 */
export async function tellOwing(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
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
  if (at >= cutOff || (await cutOffCame(meeting, parts))) return { word: 'too-late', ...nothing };
  // So late that a reminder is due: one letter says all of it.
  if (step === 'opening' && meeting.moments.reminders.some((moment) => moment <= localTimeOf(at)))
    return { word: 'opened', ...nothing };
  if (isQuiet(localTimeOf(at))) return { word: 'postponed', ...nothing };
  const owing = owedFor(await readOwed({ meeting, at, asOf: null }, parts), at);
  const about = aboutOf(meeting, parts);
  const people = await parts.people();
  const rights = await rightsOn(owing, at, parts);
  const letters = lettersTo(owing, { people, rights, catalog: parts.catalog, at }, run, about);
  const mails = await sendCounted(letters, telling, parts);
  const unreached = owing.filter((one) => !isReached(one, mails.out));
  const others = await sendCounted(unreachedTo({ unreached, rights, at }, people, about), telling, parts);
  if (step !== 'opening') {
    const detail = owedDetail(run, cutOff, owing, unreached);
    await once('event', telling, parts.told, () => parts.announce({ type: 'reports-owed', detail }, at));
  }
  return {
    word: owing.length === 0 ? 'nobody-owes' : step === 'opening' ? 'opened' : 'reminded',
    sent: mails.sent + others.sent,
    rejected: [...mails.rejected, ...others.rejected],
    told: { units: owing.length - unreached.length, unreached: unreached.map(({ unit }) => unit.id) },
  };
}

/** A run counts as at the time for which it was set, however late it is: that the cut-off was told says that it came. */
async function cutOffCame({ id, moments }: Meeting, { told }: RemindParts): Promise<boolean> {
  const cutOff = { meeting: id, kind: 'cut-off', due: moments.cutOff } as const;
  return (await told.toldAt(cutOff)).length > 0;
}

type UnitLetter = ToUnit & Pick<Addressed, 'owing'>;

/** The rights by which successors may send what dissolved units owe, as they stand. */
async function rightsOn(
  owing: readonly Owing[],
  at: string,
  { submissions }: RemindParts,
): Promise<SuccessionRight[]> {
  const dissolved = owing.filter(({ unit }) => isDissolved(unit, at)).map(({ unit }) => unit.id);
  if (dissolved.length === 0) return [];
  const records = await submissions.successions(dissolved);
  return records.flatMap((record) => successionAt(record, at) ?? []);
}

function lettersTo(
  owing: readonly Owing[],
  given: Parameters<typeof addressedOf>[1],
  { step }: Run,
  about: About,
): UnitLetter[] {
  const letterFor = step === 'opening' ? openingLetter : reminderLetter;
  return owing.flatMap((one) =>
    addressedOf(one, given).map(({ to, owing: theirs, acting }) => ({
      unit: one.unit.id,
      what: `${acting ? `mail-for-${one.unit.id}` : 'mail'}#${to.userName}`,
      to,
      owing: theirs,
      letter: letterFor(theirs, about, acting),
    })),
  );
}

/** Whether somebody has a letter of everything that a unit owes. */
function isReached({ unit, reports, tasks }: Owing, out: readonly UnitLetter[]): boolean {
  const named = out.filter((letter) => letter.unit === unit.id).map(({ owing }) => owing);
  return (
    reports.every((report) => named.some((one) => one.reports.includes(report))) &&
    tasks.every((task) => named.some((one) => one.tasks.includes(task)))
  );
}

/** To the secretariat, of the units whose people mail does not reach. */
function unreachedTo(
  { unreached, rights, at }: { unreached: readonly Owing[]; rights: readonly SuccessionRight[]; at: string },
  { secretariat }: People,
  about: About,
): ToUnit[] {
  if (unreached.length === 0) return [];
  const withoutRight = unreached.filter((one) => isDissolved(one.unit, at) && lacksRight(one, rights));
  const withoutAccount = unreached.filter((one) => !withoutRight.includes(one));
  const letter = unreachedLetter({ withoutAccount, withoutRight }, about);
  return secretariat.map((to) => ({ unit: null, what: `unreached#${to.userName}`, to, letter }));
}

function owedDetail(
  { meeting, step, due, at }: Run,
  cutOff: string,
  owing: readonly Owing[],
  unreached: readonly Owing[],
): ReportsOwed {
  const units = owing.map(({ unit, reports, tasks }) => ({
    unit: unit.id,
    code: unit.code,
    reports: reports.map(({ form, period, state, due, late }) => ({ form, period, state, due, late })),
    tasks: tasks.map(({ id }) => id),
    reached: !unreached.some((one) => one.unit === unit),
  }));
  return { schema: 'reports-owed/1', meeting: meeting.id, step, due, at, cutOff, units };
}
