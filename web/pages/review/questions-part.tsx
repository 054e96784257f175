import { useState } from 'preact/hooks';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { hasDraft } from '../../app/use-draft.ts';
import { cellText } from '../../format/cells.ts';
import { momentText } from '../../format/days.ts';
import { Tag } from '../../parts/tag.tsx';
import { AskForm, type Asking, askDraft } from './ask-form.tsx';
import { askWords } from './review-words.ts';

/** What was asked and what was answered, the oldest first; and a question about the whole report. */
export function QuestionsPart({ view, ask }: { view: SubmissionView; ask: Asking | null }) {
  const say = useWords(askWords);
  const [isWritten] = useState(() => hasDraft(askDraft(view.id)));
  return (
    <section aria-labelledby="hoi-dap">
      <h2 id="hoi-dap">{say.thread}</h2>
      {view.questions.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ol class="review-thread">
          {view.questions.map((question) => (
            <Asked key={question.number} question={question} />
          ))}
        </ol>
      )}
      {ask && (
        <details open={isWritten}>
          <summary>{say.general}</summary>
          <AskForm {...ask} />
        </details>
      )}
    </section>
  );
}

function Asked({ question }: { question: SubmissionView['questions'][number] }) {
  const say = useWords(askWords);
  const language = useLanguage();
  const { number, cell, at, by, answer } = question;
  return (
    <li>
      <h3>
        {say.asked(number)}
        {cell && ` · ${cellText(cell, language)}`}{' '}
        <Tag kind={answer ? 'good' : 'attention'}>{answer ? say.answered : say.waiting}</Tag>
      </h3>
      <p lang="vi" class="review-text">
        {question.question}
      </p>
      <p class="soft">
        {momentText(at, language)}, {say.by} {by}
      </p>
      {answer && (
        <>
          <p class="review-text">
            <strong>{say.answer}:</strong> <span lang="vi">{answer.answer}</span>
          </p>
          <p class="soft">
            {momentText(answer.at, language)}, {say.by} {answer.by}
          </p>
        </>
      )}
    </li>
  );
}
