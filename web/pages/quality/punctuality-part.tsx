import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswers } from '../../app/use-answers.ts';
import { useForms } from '../../app/use-forms.ts';
import { useQuery } from '../../app/use-query.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { lastPeriodsOf, sinceService } from './punctuality.ts';
import { PunctualityTable } from './punctuality-table.tsx';

const words = {
  vi: {
    heading: 'Ai báo cáo, có đúng hạn không',
    form: 'Biểu mẫu',
    only: 'Chỉ đơn vị nộp muộn, chưa nộp hoặc đã sửa đổi',
    none: 'Chưa có kỳ nào.',
    over: 'Biểu này không còn được yêu cầu và hệ thống không giữ báo cáo nào của biểu, nên không nêu đơn vị nào đúng hạn hay quá hạn.',
    notAsked:
      'Chưa phiên họp nào yêu cầu biểu này và hệ thống chưa nhận báo cáo nào của biểu, nên không nêu đơn vị nào đúng hạn hay quá hạn.',
  },
  en: {
    heading: 'Who reported, and whether on time',
    form: 'Form',
    only: 'Only units that were late, have not submitted, or revised',
    none: 'No period yet.',
    over: 'This form is no longer asked for and the system holds no report of it, so no unit is said to be on time or overdue.',
    notAsked:
      'No meeting has asked for this form and the system has received no report of it, so no unit is said to be on time or overdue.',
  },
};

/** Unit by unit and period by period, whether a form was reported on time. */
export function Punctuality({
  book,
  upTo,
  meetings,
}: {
  book: UnitBook;
  upTo: readonly string[];
  meetings: readonly MeetingView[];
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { query, change } = useQuery();
  const forms = useForms();
  return (
    <section aria-labelledby="dung-han">
      <h2 id="dung-han">{say.heading}</h2>
      <Answered answer={forms.answer} reload={forms.reload}>
        {({ items }) => {
          const owed = items.filter((form) => form.owed !== false && lastPeriodsOf(form, upTo).length > 0);
          const form = owed.find(({ code }) => code === query.bieu) ?? owed[0];
          if (form === undefined) return <p>{say.none}</p>;
          return (
            <>
              <div class="filters">
                <ChoiceField
                  id="bieu"
                  label={say.form}
                  value={form.code}
                  choices={owed.map(({ code, names }) => [code, names[language]])}
                  onChoose={(bieu) => change({ bieu })}
                />
                <label class="tasks-check">
                  <input
                    type="checkbox"
                    checked={query.loc === 'co'}
                    onChange={(event) => change({ loc: event.currentTarget.checked ? 'co' : null })}
                  />
                  {say.only}
                </label>
              </div>
              <OfForm
                book={book}
                form={form}
                periods={lastPeriodsOf(form, upTo)}
                isConcise={query.loc === 'co'}
                asks={meetings.flatMap(({ asks }) => asks)}
              />
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function OfForm({
  book,
  form,
  periods,
  isConcise,
  asks,
}: {
  book: UnitBook;
  form: Form;
  periods: readonly string[];
  isConcise: boolean;
  asks: MeetingView['asks'];
}) {
  const say = useWords(words);
  const { answer, reload } = useAnswers<CoverageDocument>(
    periods.map((period) => apiPath`/v1/public/periods/${period}/coverage?form=${form.code}`),
  );
  return (
    <Answered answer={answer} reload={reload}>
      {(documents) => {
        const told = sinceService(documents, asks);
        if (told.length === 0) return <p>{form.to === null ? say.notAsked : say.over}</p>;
        return <PunctualityTable book={book} form={form} documents={told} isConcise={isConcise} />;
      }}
    </Answered>
  );
}
