import type { Report } from '../../shared/normalisation/report.ts';
import { useWords } from '../app/language.tsx';
import { Notice } from '../parts/notice.tsx';
import { uploadWords } from './upload-words.ts';

/** What is known before a file is sent: what the check found, and whether an earlier attempt is to be finished. */
export function BeforeUpload({
  wasStopped,
  verdict,
  isUnfinished,
}: {
  wasStopped: boolean;
  verdict: Report['verdict'] | null;
  isUnfinished: boolean;
}) {
  const say = useWords(uploadWords);
  const judged = { passed: say.passed, 'passed-with-warnings': say.warned, returned: say.returned };
  return (
    <>
      {verdict === 'returned' ? (
        <Notice kind="warning">
          <p>{say.returned}</p>
        </Notice>
      ) : (
        <p>{verdict === null ? say.unchecked : judged[verdict]}</p>
      )}
      {wasStopped ? <p>{say.stopped}</p> : isUnfinished && <p>{say.unfinished}</p>}
    </>
  );
}
