import { instantOf } from '../catalog/period.ts';
import type { CalendarRecords, StepTold } from './calendar-records.ts';
import {
  isSameStep,
  type Meeting,
  type MeetingStore,
  type StepEvent,
  type StepName,
  stepsOf,
} from './meeting.ts';
import { type MeetingSchedules, type SettleParts, settleSchedules } from './settle-schedules.ts';

/** What a step is to do: for which meeting, as its record says now, and how late (whole minutes; 0: in time). */
export type StepAsk = { meeting: Meeting; step: StepName; due: string; at: string; lateMinutes: number };

/** What came of a step: one word of its list, and whom its mails told where it writes to units. */
export type StepOutcome<W extends string> = { word: W; told?: StepTold | null };

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
 * @param effect does the step and tells what came of it; `postponed`: it is not done, and waits for its time
 * @returns that word, `stale` or `already-done`, and how late it ran
 * @throws Error when the meeting is not in the calendar, it is too early, or another step could not be scheduled
 */
export async function runStep<W extends string>(
  event: StepEvent,
  effect: (ask: StepAsk) => Promise<StepOutcome<W>>,
  parts: StepParts,
): Promise<{ word: W | 'stale' | 'already-done'; lateMinutes: number }> {
  const { meeting: id, step, due, attempt } = event;
  const at = new Date(event.scheduledTime).toISOString();
  const late = Date.parse(at) - Date.parse(instantOf(due));
  const lateMinutes = Math.max(0, Math.floor(late / 60_000));
  const word = await once({ id, step, due, at, lateMinutes, attempt }, late < 0, effect, parts);
  if (parts.schedules) await requireScheduled(id, at, { ...parts, schedules: parts.schedules });
  return { word, lateMinutes };
}

/**
 * Sets the schedules of a meeting. A run that comes long after its time may find that the time of another step has
 * passed: one that is set for when it is due has run by the schedule that it was planned with, or is about to; one that
 * is late has no other.
 * @throws Error when nothing would run a step that is late: the run is tried again, and kept for a person at last
 */
async function requireScheduled(id: string, at: string, parts: SettleParts): Promise<void> {
  const schedules = await settleSchedules(id, at, parts);
  const refused = schedules.filter(({ isSet, due, at: late }) => !isSet && late > due);
  if (refused.length === 0) return;
  const done = await parts.records.stepsDone(id);
  const lost = refused.filter((own) => !done.some((one) => isSameStep(one, own)));
  if (lost.length === 0) return;
  throw new Error(`meeting ${id}: not scheduled: ${lost.map(({ step }) => step).join(', ')}`);
}

async function once<W extends string>(
  run: { id: string; attempt: number } & Omit<StepAsk, 'meeting'>,
  isEarly: boolean,
  effect: (ask: StepAsk) => Promise<StepOutcome<W>>,
  { meetings, records }: StepParts,
): Promise<W | 'stale' | 'already-done'> {
  const { id, attempt, ...asked } = run;
  const { step, due } = asked;
  const meeting = await meetings.meeting(id);
  if (!meeting) throw new Error(`no meeting ${id} in the calendar`);
  if (!stepsOf(meeting).some((one) => one.name === step && one.at === due)) return 'stale';
  if (await records.stepDone(id, step, due)) return 'already-done';
  if (isEarly) throw new Error(`meeting ${id}: too early for ${step}`);
  const { word, told } = await effect({ meeting, ...asked });
  if (word === 'postponed') return word;
  await records.recordStep({
    schema: 'step-done/1',
    meeting: id,
    ...asked,
    attempt,
    word,
    ...(told && { told }),
  });
  return word;
}
