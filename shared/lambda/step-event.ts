import * as v from 'valibot';
import type { StepEvent, StepName } from '../meetings/meeting.ts';
import { everyStep } from '../meetings/plan-schedules.ts';

const Event = v.strictObject({
  meeting: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  step: v.picklist(everyStep as readonly StepName[]),
  due: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)),
  scheduledTime: v.pipe(v.string(), v.isoTimestamp()),
  attempt: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)),
});

/** What the Scheduler hands to the function of a step. @throws Error for anything else */
export function stepEventIn(event: unknown): StepEvent {
  return v.parse(Event, event);
}
