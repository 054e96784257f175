import type { CoverageDocument } from '../aggregation/punctuality.ts';
import { instantOf, localTimeOf } from '../catalog/period.ts';
import { type Covered, coverageAt, missingIn } from './cut-off-coverage.ts';
import type { CutOffReached } from './events.ts';
import { digestLetter } from './mail/digest.ts';
import { owedFor } from './owed.ts';
import { isQuiet } from './quiet-hours.ts';
import { readOwed } from './read-owed.ts';
import { aboutOf, nothing, type Outcome, type RemindParts, type Run, sendCounted } from './remind-run.ts';
import { once, type Telling } from './told.ts';

/** At the cut-off other systems hear at once, whatever the hour; the secretariat's mail waits until it is not quiet. */
export async function tellCutOff(run: Run, telling: Telling, parts: RemindParts): Promise<Outcome> {
  const { meeting, due, at } = run;
  const instant = instantOf(meeting.moments.cutOff);
  const seen = await readOwed({ meeting, at: instant, asOf: instant }, parts);
  const covered: Covered[] = await Promise.all(
    seen.asked.map(async (asked) => ({ asked, coverage: await coverageAt(asked, instant, parts) })),
  );
  const detail = {
    schema: 'cut-off-reached/1' as const,
    meeting: meeting.id,
    due,
    at,
    cutOff: instant,
    coverage: covered.map(({ coverage }) => toldOf(coverage)),
  };
  await once('event', telling, parts.told, () => parts.announce({ type: 'cut-off-reached', detail }, at));
  if (isQuiet(localTimeOf(at))) return { word: 'postponed', ...nothing };
  const { secretariat } = await parts.people();
  const letter = digestLetter({ covered, owing: owedFor(seen, instant) }, aboutOf(meeting, parts));
  const outgoing = secretariat.map((to) => ({ unit: null, what: `mail#${to.userName}`, to, letter }));
  const { sent, rejected } = await sendCounted(outgoing, telling, parts);
  return { word: 'digest-sent', sent, rejected, told: null };
}

function toldOf(coverage: CoverageDocument): CutOffReached['coverage'][number] {
  const { form, period, due, expected, counted, counts } = coverage;
  const missingUnits = missingIn(coverage).map(({ unit }) => unit);
  return { form, period, due, expected, counted, counts, missingUnits };
}
