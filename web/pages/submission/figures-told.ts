import { asksFigures } from '../../../shared/catalog/reporters.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { ComparedFigure } from '../../../shared/query/compared-figures.ts';
import { holdsFigure } from './holds-figure.ts';

/**
 * How many figures were read, out of how many the form asks for; null where it asks for none: it is a sheet of tasks.
 * @param given.items null: not kept, since the file was returned, or not there yet; then what the check counted is told
 * @returns `all` is null where one form is about many units, and how many is not known
 */
export function figuresTold(given: {
  items: readonly Pick<ComparedFigure, 'figure'>[] | null;
  observations: number;
  form: Pick<Form, 'indicators' | 'about'>;
}): { read: number; all: number | null } | null {
  const { items, observations, form } = given;
  if (!asksFigures(form)) return null;
  if (items !== null) return { read: items.filter(holdsFigure).length, all: items.length };
  return { read: observations, all: form.about ? null : form.indicators.length };
}
