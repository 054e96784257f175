import { instantOf } from '../catalog/period.ts';
import type { CalendarRecords } from './calendar-records.ts';
import { type Meeting, type MeetingStore, type StepEvent, type StepName, stepsOf } from './meeting.ts';
import { type MeetingSchedules, settleSchedules } from './settle-schedules.ts';

/** What a step is to do: for which meeting, as its record says now, and how late (whole minutes; 0: in time). */
export type StepAsk = { meeting: Meeting; step: StepName; due: string; at: string; lateMinutes: number };

export type StepParts = {
  meetings: Pick<MeetingStore, 'meeting'>;
  records: Pick<CalendarRecords, 'stepDone' | 'stepsDone' | 'recordStep'>;
  /** Null for the last step, behind which none is to be scheduled. */
  schedules: MeetingSchedules | null;
};

/**
 * Runs a step of a meeting when its schedule goes off: once, as the record says, however often it goes off. What was
 * cancelled or moved since is stale, and nothing is done. It is recorded as done after its effect, so that a crash
 * repeats the effect, which must do nothing twice; last, the schedules of the meeting are set again, and with them the
 * one of a step that was postponed.
 * @param effect does the step and tells in one word what came of it; `postponed`: it is not done, and waits for its time
 * @returns that word, `stale` or `already-done`, and how late it ran
 * @throws Error when the meeting is not in the calendar, or it is too early
 */
export async function runStep<W extends string>(
  event: StepEvent,
  effect: (ask: StepAsk) => Promise<W>,
  parts: StepParts,
): Promise<{ word: W | 'stale' | 'already-done'; lateMinutes: number }> {
  const { meeting: id, step, due, attempt } = event;
  const at = new Date(event.scheduledTime).toISOString();
  const late = Date.parse(at) - Date.parse(instantOf(due));
  const lateMinutes = Math.max(0, Math.floor(late / 60_000));
  const word = await once({ id, step, due, at, lateMinutes, attempt }, late < 0, effect, parts);
  if (parts.schedules) await settleSchedules(id, at, { ...parts, schedules: parts.schedules });
  return { word, lateMinutes };
}

async function once<W extends string>(
  run: { id: string; attempt: number } & Omit<StepAsk, 'meeting'>,
  isEarly: boolean,
  effect: (ask: StepAsk) => Promise<W>,
  { meetings, records }: StepParts,
): Promise<W | 'stale' | 'already-done'> {
  const { id, attempt, ...asked } = run;
  const { step, due } = asked;
  const meeting = await meetings.meeting(id);
  if (!meeting) throw new Error(`no meeting ${id} in the calendar`);
  if (!stepsOf(meeting).some((one) => one.name === step && one.at === due)) return 'stale';
  if (await records.stepDone(id, step, due)) return 'already-done';
  if (isEarly) throw new Error(`meeting ${id}: too early for ${step}`);
  const word = await effect({ meeting, ...asked });
  if (word === 'postponed') return word;
  await records.recordStep({ schema: 'step-done/1', meeting: id, ...asked, attempt, word });
  return word;
}
