import { localTimeOf } from '../catalog/period.ts';
import type { StepDone } from './calendar-records.ts';
import { isSameStep, type Meeting, type Step, type StepName, stepsOf } from './meeting.ts';
import { afterQuiet } from './quiet-hours.ts';

/** What the schedule of a step must be: for which local time it was planned, and for which it is set. */
export type PlannedSchedule = {
  step: StepName;
  /** Local time: what the record says. */
  due: string;
  /** Local time: later than `due` where that had passed when it was planned. */
  at: string;
};

/** So much later than now is what should have run already: the Scheduler takes no time that has passed. */
const soonestSeconds = 60;

/**
 * The schedules that a meeting must have now: those of the steps that were not done. What is due in the past runs as
 * soon as it can, and says that it is late: of missed reminders only the last, mail outside quiet hours and to those who owe
 * before the cut-off, everything else at once. A meeting that was cancelled has none.
 * @param at the time of the request or of the step that sets them (ISO 8601, UTC)
 */
export function planSchedules(
  meeting: Meeting,
  at: string,
  done: readonly Pick<StepDone, 'step' | 'due'>[],
): PlannedSchedule[] {
  const steps = stepsOf(meeting);
  const soonest = localTimeOf(new Date(Date.parse(at) + soonestSeconds * 1000).toISOString());
  const lastMissed = steps.findLast(({ name, at: due }) => isReminder(name) && due < soonest);
  const isDone = ({ name: step, at: due }: Step) => done.some((one) => isSameStep(one, { step, due }));
  return steps.flatMap((step): PlannedSchedule[] => {
    const { name, at: due } = step;
    if (isDone(step)) return [];
    if (due >= soonest) return [{ step: name, due, at: due }];
    // Other systems heard of the cut-off when it came; what is left of it is the secretariat's mail.
    if (name === 'cut-off') return [{ step: name, due, at: afterQuiet(soonest) }];
    if (!isMail(name)) return [{ step: name, due, at: soonest }];
    if (isReminder(name) && step !== lastMissed) return [];
    const later = afterQuiet(soonest);
    return later < meeting.moments.cutOff ? [{ step: name, due, at: later }] : [];
  });
}

/** The most reminders that a meeting has. */
export const mostReminders = 10;

/** Every step that a meeting can have: the schedules of those that are not planned are removed. */
export const everyStep: readonly StepName[] = [
  'opening',
  ...Array.from({ length: mostReminders }, (_, index): StepName => `reminder-${index + 1}`),
  'cut-off',
  'provisional',
  'freeze',
];

/** Whether people are written to at a step: never in quiet hours. */
export function isMail(step: StepName): boolean {
  return step === 'opening' || isReminder(step);
}

function isReminder(step: StepName): boolean {
  return step.startsWith('reminder-');
}
