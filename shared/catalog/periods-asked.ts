import { isAskedIn } from './catalog.ts';
import { periodOf } from './period.ts';
import type { Form } from './schema.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');
const months = Array.from({ length: 12 }, (_, index) => `-M${twoDigits(index + 1)}`);
const suffixes = ['', '-H1', '-H2', '-9M', '-Q1', '-Q2', '-Q3', '-Q4', ...months];

/** A form is asked for this many years at most: a bound, not a rule. */
const mostYears = 60;

/**
 * The periods for which this version of a form has been asked by a day: whose window has begun. The oldest first.
 * @param day a local day, as `2026-09-14`
 */
export function periodsAsked(form: Form, day: string): string[] {
  const first = Number(form.from.slice(0, 4));
  // A window may begin in the year before.
  const last = Math.min(Number(day.slice(0, 4)) + 1, first + mostYears);
  const codes: string[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const suffix of suffixes) {
      const period = periodOf(`${year}${suffix}`);
      if (period && isAskedIn(form, period.code) && period[form.window].from <= day) codes.push(period.code);
    }
  }
  return codes;
}
