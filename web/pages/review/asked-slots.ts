import { periodsBefore } from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { periodsNow } from '../../format/periods-now.ts';

/** How many periods before the one that is shown may be chosen: two years of quarters. */
const periodsBack = 8;

/** The forms that somebody owes by a day, each in its newest version. */
export function formsOwed(forms: readonly Form[]): Form[] {
  const newest = new Map(forms.map((form) => [form.code, form]));
  return [...newest.values()].filter(({ owed }) => owed !== false);
}

/** The period that is shown first: the one that the coming meeting asks for, else the one in which today lies. */
export function periodShown(
  { code, periodKind }: Pick<Form, 'code' | 'periodKind'>,
  asks: readonly { form: string; period: string }[],
  today: string,
): string {
  return asks.find(({ form }) => form === code)?.period ?? periodsNow(periodKind, today)[1];
}

/**
 * The periods that may be chosen, the newest first: the current one, those before it, and the one that an address asks
 * for where it is none of them.
 */
export function periodsShown(current: string, chosen: string): string[] {
  const near = [current, ...periodsBefore(current, periodsBack)];
  return near.includes(chosen) ? near : [chosen, ...near];
}
