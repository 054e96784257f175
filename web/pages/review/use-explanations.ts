import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import type { Receipt } from '../../../shared/submissions/receipt.ts';
import { useAnswer } from '../../app/use-answer.ts';

/** Why the unit holds its warnings to be right, by their code; of what was never signed, nothing. */
export function useExplanations({ id, history }: SubmissionView): Readonly<Record<string, string>> {
  const isSigned = history.some(({ move }) => move === 'sign');
  const { answer } = useAnswer<Receipt>(isSigned ? `/v1/submissions/${id}/receipt` : null);
  return answer.state === 'ready' ? answer.value.explanations : {};
}
