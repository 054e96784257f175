import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { allowed } from '../../../shared/submissions/moves.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { unitNameIn, useUnits } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { FiguresPart } from './figures-part.tsx';
import { FindingsPart } from './findings-part.tsx';
import { QuestionsPart } from './questions-part.tsx';
import { askWords, reviewWords } from './review-words.ts';
import { SubmissionFacts } from './submission-facts.tsx';

/** A file as it was read, beside the last that its unit confirmed; a question is asked at a cell of it. */
export function Page() {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const { id = '' } = useRoute().params;
  const submission = useAnswer<SubmissionView>(apiPath`/v1/submissions/${id}`);
  const units = useUnits();
  const view = submission.answer.state === 'ready' ? submission.answer.value : null;
  const book = units.answer.state === 'ready' ? units.answer.value : null;
  const unit = view && book?.units.get(view.unit);
  const name = unit && book ? unitNameIn(book, unit, language) : null;
  const list = view ? `/ra-soat?bieu=${view.form}&ky=${view.period}` : '/ra-soat';
  return (
    <>
      <PageHeading
        title={name === null || name === undefined ? say.title : say.of(name)}
        above={<a href={list}>{say.back}</a>}
      />
      <Answered {...submission}>{(shown) => <Review view={shown} reload={submission.reload} />}</Answered>
    </>
  );
}

function Review({ view, reload }: { view: SubmissionView; reload: () => void }) {
  const say = useWords(reviewWords);
  const told = useWords(askWords);
  const [isSent, setIsSent] = useState(false);
  const roles = useHeldSession()?.roles ?? [];
  const isAnalyst = roles.includes('analyst');
  const mayAsk = isAnalyst && allowed(view.state, 'return') !== undefined;
  const onAsked = () => {
    setIsSent(true);
    reload();
  };
  const ask = mayAsk ? { id: view.id, isSigned: view.state.startsWith('signed'), onAsked } : null;
  return (
    <>
      <SubmissionFacts view={view} />
      {isSent && (
        <Notice kind="success" live>
          <p>{told.sent}</p>
        </Notice>
      )}
      {!isAnalyst && <p class="soft">{say.readOnly}</p>}
      {view.nil !== null && (
        <Notice title={say.nilTitle}>
          <p lang="vi">{view.nil.why}</p>
        </Notice>
      )}
      {view.verdict === null ? (
        <Notice>{say.notRead}</Notice>
      ) : (
        view.nil === null && (
          <>
            {view.verdict !== 'returned' && <FiguresPart view={view} ask={ask} />}
            <FindingsPart view={view} />
            {view.verdict === 'returned' && <p>{say.noneKept}</p>}
          </>
        )
      )}
      <QuestionsPart view={view} ask={ask} />
      <EvidencePart view={view} />
    </>
  );
}
