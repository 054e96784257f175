import { periodOf } from '../../shared/catalog/period.ts';
import type { Form } from '../../shared/catalog/schema.ts';

/** Of some forms, or versions of one, the first that asks for a period; undefined where none does, or the code is none. */
export function formAsking<F extends Pick<Form, 'periodKind' | 'from' | 'to'>>(
  forms: readonly F[],
  code: string,
): F | undefined {
  const kind = periodOf(code)?.kind;
  // Codes of one kind sort as the periods do.
  return forms.find(
    ({ periodKind, from, to }) => periodKind === kind && from <= code && (to === null || code <= to),
  );
}
