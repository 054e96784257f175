import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import type { ApiProblem } from '../../app/api.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { slotAddress } from '../report/slot-address.ts';
import { signWords } from './sign-words.ts';

/** Why it was not signed, in the service's words, and where to go on from here. */
export function SignProblem({ problem, submission }: { problem: ApiProblem; submission: SubmissionView }) {
  const say = useWords(signWords);
  const language = useLanguage();
  // The fields stand in the summary already.
  if (problem.status === 422 && problem.fields.length > 0) return null;
  const standing = problem.about.submission;
  switch (problem.code) {
    case 'second-factor-missing':
      return (
        <Notice kind="error" live title={problem.detail[language]}>
          <p>{say.secondFactorWhat}</p>
          <p>
            <a href={`/tai-khoan/xac-thuc-hai-yeu-to?ve=${encodeURIComponent(`/ban-nop/${submission.id}`)}`}>
              {say.secondFactor}
            </a>
          </p>
        </Notice>
      );
    case 'somebody-was-first':
      return (
        <Notice kind="error" live title={say.first}>
          <p>{say.look}</p>
        </Notice>
      );
    case 'unchanged-file':
      return (
        <Notice kind="error" live title={problem.detail[language]}>
          {standing !== undefined && (
            <p>
              <a href={`/ban-nop/${standing}`}>{say.standing}</a>
            </p>
          )}
        </Notice>
      );
    case 'catalog-changed':
      return (
        <Notice kind="error" live title={problem.detail[language]}>
          <p>
            <a href={`${slotAddress(submission)}/kiem-tra`}>{say.again}</a>
          </p>
        </Notice>
      );
    default:
      return <ProblemView problem={problem} refused />;
  }
}
