import { dayAfter } from '../catalog/period.ts';
import { workingDays as everyWorkingDay, type WorkingDays } from '../catalog/working-days.ts';

/** Mail goes out from half past seven, when offices open, until eight in the evening: local times of a day. */
export const mailFrom = '07:30:00';
export const mailUntil = '20:00:00';

type Days = Pick<WorkingDays, 'isWorkingDay' | 'workingDayOnOrAfter'>;

/**
 * Whether no mail may go out at a local time: before 07:30, from 20:00 on, and all day when nobody works (weekends,
 * holidays, days off in lieu or in exchange; a Saturday that is worked instead is a working day like any other).
 * @param localTime in Asia/Ho_Chi_Minh, `2026-10-14T17:00:00`
 */
export function isQuiet(localTime: string, days: Days = everyWorkingDay): boolean {
  const time = localTime.slice(11);
  return time < mailFrom || time >= mailUntil || !days.isWorkingDay(localTime.slice(0, 10));
}

/**
 * The first local time, this one or later, at which mail may go out.
 * @param localTime in Asia/Ho_Chi_Minh, `2026-10-14T17:00:00`
 * @returns the same where it is not quiet, else 07:30 of this working day or of the next
 */
export function afterQuiet(localTime: string, days: Days = everyWorkingDay): string {
  if (!isQuiet(localTime, days)) return localTime;
  const day = localTime.slice(0, 10);
  const from = localTime.slice(11) < mailFrom ? day : dayAfter(day, 1);
  return `${days.workingDayOnOrAfter(from)}T${mailFrom}`;
}
