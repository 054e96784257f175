import * as v from 'valibot';
import { type FreezeParts, freezeMeeting } from '../briefing/freeze-meeting.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { log } from './log.ts';

/** What the Scheduler sends: which meeting, and the time for which the run was scheduled. */
const Event = v.strictObject({
  meeting: v.pipe(v.string(), v.maxLength(64)),
  scheduledTime: v.pipe(v.string(), v.isoTimestamp()),
});

/**
 * The scheduled freeze of a meeting, under the catalogue that was published at the scheduled time, whenever it runs.
 * A fault is thrown, so that the run is tried again and then kept.
 */
export function freezeHandler(parts: Omit<FreezeParts, 'catalog'> & { catalogs: Catalogs }) {
  return async (event: unknown): Promise<{ word: string }> => {
    const { meeting, scheduledTime } = v.parse(Event, event);
    const catalog = await parts.catalogs.asOf(new Date(scheduledTime).toISOString());
    const word = await freezeMeeting({ meeting, at: scheduledTime }, { ...parts, catalog });
    log('info', word, { meeting });
    return { word };
  };
}
