import type { SubmissionView } from '../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { sentOf } from '../pages/report/slot-address.ts';
import { Notice } from '../parts/notice.tsx';
import type { UploadOf } from './kept-upload.ts';
import type { Trouble } from './upload-state.ts';
import { uploadWords } from './upload-words.ts';

/** Why the file was not sent, and what there is instead. @param of null: it is no report, but evidence beside one */
export function UploadTrouble({ trouble, of }: { trouble: Trouble; of: UploadOf | null }) {
  const say = useWords(uploadWords);
  const language = useLanguage();
  return (
    <Notice kind="error" live title={say.notSent}>
      {trouble.kind === 'api' && (
        <>
          <p>{trouble.problem.detail[language]}</p>
          {trouble.problem.about.submission !== undefined && (
            <p>
              <a href={`/ban-nop/${trouble.problem.about.submission}`}>{say.stands}</a>
            </p>
          )}
        </>
      )}
      {trouble.kind === 'storage' && <p>{storageText(trouble.status, say)}</p>}
      {trouble.kind === 'file' && <p>{say.file}</p>}
      {trouble.kind === 'gave-up' && <p>{say.gaveUp}</p>}
      {trouble.kind === 'sent-before' && of && <SentBefore of={of} />}
    </Notice>
  );
}

function storageText(status: number, say: (typeof uploadWords)['vi']): string {
  if (status === 400) return say.storage400;
  return status === 403 ? say.storage403 : say.storage(status);
}

/** The submission of the same file for the same slot: found in the slot's list, by its digest. */
function SentBefore({ of: { unit, form, period, sha256 } }: { of: UploadOf }) {
  const say = useWords(uploadWords);
  const { answer } = useAnswer<{ items: SubmissionView[] }>(sentOf({ unit, form, period }, 100));
  const same =
    answer.state === 'ready'
      ? answer.value.items.find((item) => item.sha256 === sha256 && item.receivedAt !== null)
      : undefined;
  return (
    <>
      <p>{say.sentBefore}</p>
      {same && (
        <p>
          <a href={`/ban-nop/${same.id}`}>{say.open}</a>
        </p>
      )}
    </>
  );
}
