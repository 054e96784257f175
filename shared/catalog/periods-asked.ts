import { periodOf, periodsBetween } from './period.ts';
import type { Form } from './schema.ts';

/** As many months as codes of periods can name: a bound, not a rule. */
const mostPeriods = 1_200;

/**
 * The periods for which this version of a form has been asked by a day: whose window has begun. The oldest first.
 * @param day a local day, as `2026-09-14`
 */
export function periodsAsked(form: Form, day: string): string[] {
  // A window may begin in the year before its period's.
  const next = `${Number(day.slice(0, 4)) + 1}${form.from.slice(4)}`;
  const last = form.to ?? next;
  const codes = periodsBetween(form.from, last, mostPeriods) ?? [];
  return codes.filter((code) => {
    const period = periodOf(code);
    return period !== undefined && period[form.window].from <= day;
  });
}
