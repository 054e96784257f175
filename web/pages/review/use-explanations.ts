import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import type { Receipt } from '../../../shared/submissions/receipt.ts';
import { apiPath } from '../../app/api-path.ts';
import { type Answer, useAnswer } from '../../app/use-answer.ts';

export type Explanations = { answer: Answer<Readonly<Record<string, string>>>; reload: () => void };

/** Why the unit holds its warnings to be right, by their code; of what was never signed, nothing. */
export function useExplanations({ id, history }: SubmissionView): Explanations {
  const isSigned = history.some(({ move }) => move === 'sign');
  const { answer, reload } = useAnswer<Receipt>(isSigned ? apiPath`/v1/submissions/${id}/receipt` : null);
  if (!isSigned) return { answer: { state: 'ready', value: {} }, reload };
  if (answer.state !== 'ready') return { answer, reload };
  return { answer: { state: 'ready', value: answer.value.explanations }, reload };
}
