import type { Form } from '../../../shared/catalog/schema.ts';

/** The forms that somebody owes by a day, each in its newest version. */
export function formsOwed(forms: readonly Form[]): Form[] {
  const newest = new Map(forms.map((form) => [form.code, form]));
  return [...newest.values()].filter(({ owed }) => owed !== false);
}
