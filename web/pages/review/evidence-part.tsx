import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { momentText } from '../../format/days.ts';
import { bytesText } from '../../format/figures.ts';
import { FileButton } from '../../parts/file-link.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { askWords } from './review-words.ts';

/** What the unit attached to support its figures. */
export function EvidencePart({ view }: { view: SubmissionView }) {
  const say = useWords(askWords);
  const language = useLanguage();
  return (
    <section aria-labelledby="minh-chung">
      <h2 id="minh-chung">{say.evidence}</h2>
      {view.attachments.length === 0 ? (
        <p>{say.noEvidence}</p>
      ) : (
        <ul>
          {view.attachments.map(({ number, dispatch, file, receivedAt, at }) => (
            <li key={number}>
              {dispatch !== null && (
                <>
                  {say.dispatch}: <span lang="vi">{dispatch}</span>.{' '}
                </>
              )}
              {file !== null && receivedAt === null && (
                <>
                  <FileName name={file.name} />: {say.awaited}.{' '}
                </>
              )}
              {file !== null && receivedAt !== null && (
                <FileButton
                  address={apiPath`/v1/submissions/${view.id}/attachments/${number}`}
                  name={file.name}
                >
                  <FileName name={file.name} /> ({bytesText(file.bytes, language)})
                </FileButton>
              )}{' '}
              <span class="soft">{momentText(at, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
