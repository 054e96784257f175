import { type FreezeParts, freezeMeeting } from '../briefing/freeze-meeting.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { instantOf } from '../catalog/period.ts';
import { runStep, type StepParts } from '../meetings/run-step.ts';
import { log } from './log.ts';
import { stepEventIn } from './step-event.ts';

/**
 * The freeze of a meeting when its schedule goes off, under the catalogue that was published when it was due, whenever
 * it runs. A fault is thrown, so that the run is tried again and then kept.
 */
export function freezeHandler(parts: Omit<FreezeParts, 'catalog'> & StepParts & { catalogs: Catalogs }) {
  return async (event: unknown): Promise<{ word: string }> => {
    const asked = stepEventIn(event);
    const effect = async ({ meeting, due, at }: Parameters<Parameters<typeof runStep>[1]>[0]) => {
      const catalog = await parts.catalogs.asOf(instantOf(due));
      return freezeMeeting({ meeting, at }, { ...parts, catalog });
    };
    const { word, lateMinutes } = await runStep(asked, effect, parts);
    log('info', word, { meeting: asked.meeting, step: asked.step, lateMinutes });
    return { word };
  };
}
