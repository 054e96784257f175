import { stepKind } from './meeting.ts';
import { nothing, type Outcome, type RemindParts, type Run } from './remind-run.ts';
import { tellCutOff } from './tell-cut-off.ts';
import { tellOwing } from './tell-owing.ts';
import { claim, once, type Telling, tellingOf } from './told.ts';

/**
 * Runs a step of a meeting that tells people: the opening and the reminders those units that owe something, the
 * cut-off the secretariat; and behind the cut-off has the figures aggregated once more. Every mail and event is
 * recorded behind it, so a run that is repeated goes on where the one before it stopped; one at a time, since a step
 * that is set again while it runs would send everything twice.
 */
export async function remind(run: Run, parts: RemindParts): Promise<Outcome> {
  const { meeting, step, due, at, by } = run;
  if (step === 'freeze') throw new Error('remind: the freeze is run by another function');
  const telling = { meeting: meeting.id, kind: stepKind(step), due, at };
  if ((await claim({ ...telling, by }, parts.told)) === 'held') return { word: 'postponed', ...nothing };
  return tell(run, await tellingOf(telling, parts.told), parts);
}

function tell(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
  const { step } = run;
  if (step === 'provisional') return provisional(run, telling, parts);
  if (step === 'cut-off') return tellCutOff(run, telling, parts);
  return tellOwing(run, telling, parts);
}

async function provisional(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
  const { meeting, due, at } = run;
  const { asks } = meeting;
  for (const ask of asks) await parts.askAggregation(ask);
  const detail = { schema: 'figures-provisional/1' as const, meeting: meeting.id, due, at, asks };
  await once('event', telling, parts.told, () => parts.announce({ type: 'figures-provisional', detail }, at));
  return { word: 'aggregation-asked', ...nothing };
}
