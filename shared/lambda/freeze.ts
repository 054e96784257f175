import { type FreezeParts, freezeMeeting } from '../briefing/freeze-meeting.ts';
import { runStep, type StepParts } from '../meetings/run-step.ts';
import { log } from './log.ts';
import { stepEventIn } from './step-event.ts';

/**
 * The freeze of a meeting when its schedule goes off.
 * A fault is thrown, so that the run is tried again and then kept.
 */
export function freezeHandler(parts: FreezeParts & StepParts) {
  return async (event: unknown): Promise<{ word: string }> => {
    const asked = stepEventIn(event);
    const { word, lateMinutes } = await runStep(asked, ({ meeting }) => freezeMeeting(meeting, parts), parts);
    log('info', word, { meeting: asked.meeting, step: asked.step, lateMinutes });
    return { word };
  };
}
