import { everyPeriodBetween, periodOf } from './period.ts';
import type { Form } from './schema.ts';

/**
 * The periods for which this version of a form has been asked by a day: whose window has begun. The oldest first.
 * @param day a local day, as `2026-09-14`
 */
export function periodsAsked(form: Form, day: string): string[] {
  // A window may begin in the year before its period's.
  const next = `${Number(day.slice(0, 4)) + 1}${form.from.slice(4)}`;
  const last = form.to ?? next;
  return everyPeriodBetween(form.from, last).filter((code) => {
    const period = periodOf(code);
    return period !== undefined && period[form.window].from <= day;
  });
}
