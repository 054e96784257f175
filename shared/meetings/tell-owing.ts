import { instantOf, localTimeOf } from '../catalog/period.ts';
import type { ReportsOwed } from './events.ts';
import { unreachedLetter } from './mail/digest.ts';
import { openingLetter, reminderLetter } from './mail/reminder.ts';
import type { About } from './mail/words.ts';
import { type Owing, owedFor } from './owed.ts';
import { isQuiet } from './quiet-hours.ts';
import { readOwed } from './read-owed.ts';
import { type People, recipientsOf } from './recipients.ts';
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
  if (at >= cutOff) return { word: 'too-late', ...nothing };
  // So late that a reminder is due: one letter says all of it.
  if (step === 'opening' && meeting.moments.reminders.some((moment) => moment <= localTimeOf(at)))
    return { word: 'opened', ...nothing };
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
