import { type FreezeParts, freezeMeeting } from '../briefing/freeze-meeting.ts';
import type { Announce } from '../meetings/events.ts';
import { runStep, type StepAsk, type StepParts } from '../meetings/run-step.ts';
import { log } from './log.ts';
import { stepEventIn } from './step-event.ts';

type Parts = FreezeParts & StepParts & { announce: Announce };

/**
 * The freeze of a meeting when its schedule goes off.
 * A fault is thrown, so that the run is tried again and then kept.
 */
export function freezeHandler(parts: Parts) {
  return async (event: unknown): Promise<{ word: string }> => {
    const asked = stepEventIn(event);
    const { word, lateMinutes } = await runStep(
      asked,
      async (ask) => ({ word: await freezeAndTell(ask, parts) }),
      parts,
    );
    log('info', word, { meeting: asked.meeting, step: asked.step, lateMinutes });
    return { word };
  };
}

/** Told behind the record, and again by a run that finds it there: other systems hear of it at least once. */
async function freezeAndTell({ meeting, at }: StepAsk, parts: Parts): Promise<'frozen' | 'already-frozen'> {
  const word = await freezeMeeting(meeting, parts);
  const frozen = await parts.snapshots.frozen(meeting.id);
  if (!frozen) throw new Error(`meeting ${meeting.id}: frozen, and no record says so`);
  const { hash: snapshot, cutOff } = frozen;
  const detail = { schema: 'figures-frozen/1' as const, meeting: meeting.id, snapshot, cutOff, at };
  await parts.announce({ type: 'figures-frozen', detail }, at);
  return word;
}
