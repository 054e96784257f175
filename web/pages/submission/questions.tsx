import type { QuestionView, SubmissionView } from '../../../shared/query/read-submission.ts';
import { mostQuestion } from '../../../shared/submissions/reason.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { cellText } from '../../format/cells.ts';
import { momentText } from '../../format/days.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { slotAddress } from '../report/slot-address.ts';
import { mayMove } from './may.ts';

const words = {
  vi: {
    title: 'Câu hỏi về bản nộp',
    open: 'Chưa trả lời',
    answered: 'Đã trả lời',
    number: (n: number) => `Câu hỏi ${n}`,
    at: (cell: string) => `Tại ${cell}`,
    by: (who: string, when: string) => `${who} hỏi lúc ${when}`,
    answer: 'Trả lời',
    answerBy: (who: string, when: string) => `${who} trả lời lúc ${when}`,
    answerHint: 'Tối đa 2.000 ký tự.',
    wrong: 'Nếu số liệu sai, hãy',
    mend: 'gửi bản sửa',
    wrongSigned: 'Chỉ người phê duyệt của đơn vị rút được bản đã ký.',
    missing: 'Viết câu trả lời',
    send: 'Gửi câu trả lời',
  },
  en: {
    title: 'Questions about the submission',
    open: 'Open',
    answered: 'Answered',
    number: (n: number) => `Question ${n}`,
    at: (cell: string) => `At ${cell}`,
    by: (who: string, when: string) => `${who} asked at ${when}`,
    answer: 'Answer',
    answerBy: (who: string, when: string) => `${who} answered at ${when}`,
    answerHint: 'At most 2,000 characters.',
    wrong: 'If a figure is wrong,',
    mend: 'send a mended file',
    wrongSigned: 'Only an approver of the unit can withdraw what was signed.',
    missing: 'Write the answer',
    send: 'Send the answer',
  },
};

/** What an analyst asked, and what was answered; the reporter answers here. Nothing where nothing was asked. */
export function Questions({
  submission,
  onChanged,
}: {
  submission: SubmissionView;
  onChanged: () => Promise<void>;
}) {
  const say = useWords(words);
  const session = useHeldSession();
  const { id, questions, state } = submission;
  if (questions.length === 0) return null;
  const mayAnswer = mayMove(state, 'answer', session);
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title" tabIndex={-1}>
        {say.title}
      </h2>
      <ol class="questions">
        {questions.map((question) => (
          <li key={question.number}>
            <Question question={question} />
            {mayAnswer && question.answer === null && (
              <>
                <p>
                  {say.wrong} <a href={`${slotAddress(submission)}/kiem-tra`}>{say.mend}</a>.
                  {!mayMove(state, 'withdraw', session) && ` ${say.wrongSigned}`}
                </p>
                <AnswerForm submission={id} to={question.number} onChanged={onChanged} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Question({ question: { number, question, cell, by, at, answer } }: { question: QuestionView }) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <>
      <h3>
        {say.number(number)}{' '}
        <Tag kind={answer ? 'good' : 'attention'}>{answer ? say.answered : say.open}</Tag>
      </h3>
      <p class="soft">
        {say.by(by, momentText(at, language))}
        {cell && `. ${say.at(cellText(cell, language))}`}
      </p>
      <p class="written" lang="vi">
        {question}
      </p>
      {answer && (
        <>
          <p class="soft">{say.answerBy(answer.by, momentText(answer.at, language))}</p>
          <p class="written" lang="vi">
            {answer.answer}
          </p>
        </>
      )}
    </>
  );
}

function AnswerForm({
  submission,
  to,
  onChanged,
}: {
  submission: string;
  to: number;
  onChanged: () => Promise<void>;
}) {
  const say = useWords(words);
  const field = `answer-${to}`;
  const [answer, write, forget] = useDraft(`answer:${submission}:${to}`, '');
  return (
    <ChangeForm
      submit={say.send}
      check={() => (answer.trim() === '' ? [{ id: field, message: say.missing }] : [])}
      fieldOf={(name) => (name === 'answer' ? { id: field, label: say.answer } : undefined)}
      send={async () => {
        await change('POST', apiPath`/v1/submissions/${submission}/answers`, {
          body: { to, answer: answer.trim() },
        });
        forget();
        await onChanged();
      }}
    >
      {(errorOf) => (
        <LongTextField
          id={field}
          label={say.answer}
          hint={say.answerHint}
          value={answer}
          error={errorOf(field)}
          onWrite={write}
          most={mostQuestion}
        />
      )}
    </ChangeForm>
  );
}
