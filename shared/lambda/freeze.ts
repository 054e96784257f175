import * as v from 'valibot';
import { type FreezeParts, freezeMeeting } from '../briefing/freeze-meeting.ts';
import { log } from './log.ts';

/** What the Scheduler sends: which meeting, and the time for which the run was scheduled. */
const Event = v.strictObject({
  meeting: v.pipe(v.string(), v.maxLength(64)),
  scheduledTime: v.pipe(v.string(), v.isoTimestamp()),
});

/** The scheduled freeze of a meeting. A fault is thrown, so that the run is tried again and then kept. */
export function freezeHandler(parts: FreezeParts) {
  return async (event: unknown): Promise<{ word: string }> => {
    const { meeting, scheduledTime } = v.parse(Event, event);
    const word = await freezeMeeting({ meeting, at: scheduledTime }, parts);
    log('info', word, { meeting });
    return { word };
  };
}
