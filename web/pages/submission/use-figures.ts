import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import type { SubmissionFigures } from '../../../shared/query/read-submission-figures.ts';
import { apiPath } from '../../app/api-path.ts';
import { useAnswer } from '../../app/use-answer.ts';

/** The figures of a file that was read and not returned; null where there are none, and until they are there. */
export function useFigures({
  id,
  file,
  verdict,
}: Pick<SubmissionView, 'id' | 'file' | 'verdict'>): SubmissionFigures['items'] | null {
  const isRead = file !== null && verdict !== null && verdict !== 'returned';
  const { answer } = useAnswer<SubmissionFigures>(isRead ? apiPath`/v1/submissions/${id}/figures` : null);
  return answer.state === 'ready' ? answer.value.items : null;
}
