import { dueOf } from '../../shared/catalog/deadline.ts';
import { periodOf } from '../../shared/catalog/period.ts';
import type { Form } from '../../shared/catalog/schema.ts';
import { formAsking } from './form-asking.ts';

/** How many units have reported for a period, and the local day by which they owe it; null: they owe it by no day. */
export type PeriodCoverage = { expected: number; counted: number; due: string | null };

type Asked = Pick<Form, 'code' | 'periodKind' | 'from' | 'to' | 'due' | 'owed' | 'window'>;

/**
 * Whether a period speaks for the nation: every expected unit has reported, or its due day has passed; what was published
 * and is owed by no day always does. One early report does not.
 * @param today local day, `2026-10-14`
 */
function isSettled({ expected, counted, due }: PeriodCoverage, today: string): boolean {
  return counted >= expected || due === null || due < today;
}

/**
 * The period that is shown where none is asked for: the newest with figures that `isSettled`, else the newest with
 * figures, else the newest.
 * @param periods the oldest first
 */
export function defaultPeriod<T>(
  periods: readonly T[],
  coverageOf: (period: T) => PeriodCoverage,
  today: string,
): T | undefined {
  const told = periods.filter((period) => coverageOf(period).counted > 0);
  return told.findLast((period) => isSettled(coverageOf(period), today)) ?? told.at(-1) ?? periods.at(-1);
}

/** By which local day the first of the forms that asks for a period is due; null where none is owed by a day. */
export function dueDayOf(forms: readonly Asked[], code: string): string | null {
  const period = periodOf(code);
  const form = formAsking(forms, code);
  return period === undefined || form === undefined || form.owed === false ? null : dueOf(form, period).day;
}
