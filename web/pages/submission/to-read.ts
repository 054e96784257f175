import { asksFigures } from '../../../shared/catalog/reporters.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';

/** Where on the page stands what an approver reads before the signature, and how the way there is called. */
export function toRead(
  { file }: Pick<SubmissionView, 'file'>,
  form: Pick<Form, 'indicators'> | undefined,
): { to: '#facts-title' | '#figures-title'; text: 'toSign' | 'toSignTasks' | 'toSignNil' } {
  if (file === null) return { to: '#facts-title', text: 'toSignNil' };
  return { to: '#figures-title', text: form && !asksFigures(form) ? 'toSignTasks' : 'toSign' };
}
