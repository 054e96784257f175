import type { CalendarRecords } from './calendar-records.ts';
import { mailEnds } from './mail-ends.ts';
import type { MeetingStore, StepName } from './meeting.ts';
import { everyStep, type PlannedSchedule, planSchedules } from './plan-schedules.ts';

/** The one-time schedules of meetings, wherever they wait for their time. */
export type MeetingSchedules = {
  /**
   * Makes the schedule of a step, or moves it. `refused`: the Scheduler takes no such time any more.
   * @param until local time until which its start is tried; null: as long as any
   */
  set(meeting: string, planned: PlannedSchedule, until?: string | null): Promise<'set' | 'refused'>;
  /** Removing what is not there is no fault. */
  remove(meeting: string, step: StepName): Promise<void>;
  /** What waits for a step; undefined: nothing does. */
  find(meeting: string, step: StepName): Promise<PlannedSchedule | undefined>;
};

export type SettleParts = {
  meetings: Pick<MeetingStore, 'meeting'>;
  records: Pick<CalendarRecords, 'stepsDone'>;
  schedules: MeetingSchedules;
};

/** A meeting that is changed so often while its schedules are set is somebody's fault. */
const mostRounds = 5;

/**
 * Sets a meeting's schedules to what its record says, whatever they were: to be done after the record was written, and
 * as often as one likes. Who sets them by an older record than another did looks again, so that the newest one wins.
 * @param at the time of the request or of the step (ISO 8601, UTC)
 */
export async function settleSchedules(
  id: string,
  at: string,
  parts: SettleParts,
): Promise<(PlannedSchedule & { isSet: boolean })[]> {
  const read = async () => {
    const meeting = await parts.meetings.meeting(id);
    if (!meeting) throw new Error(`no meeting ${id} in the calendar`);
    return meeting;
  };
  let meeting = await read();
  for (let round = 1; round <= mostRounds; round += 1) {
    const planned = planSchedules(meeting, at, await parts.records.stepsDone(id));
    const kept = new Set(planned.map(({ step }) => step));
    const others = everyStep.filter((step) => !kept.has(step));
    await Promise.all(others.map((step) => parts.schedules.remove(id, step)));
    const { cutOff } = meeting.moments;
    const words = await Promise.all(
      planned.map((one) => parts.schedules.set(id, one, mailEnds(one, cutOff))),
    );
    const { revision } = meeting;
    meeting = await read();
    if (meeting.revision === revision) {
      return planned.map((one, index) => ({ ...one, isSet: words[index] === 'set' }));
    }
  }
  throw new Error(`meeting ${id}: changed ${mostRounds} times while its schedules were set`);
}
