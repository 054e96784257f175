import type { Form } from '../../../shared/catalog/schema.ts';
import type { CalendarItem, CalendarView } from '../../../shared/query/read-calendar.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useAnswers } from '../../app/use-answers.ts';
import { periodsNow } from '../../format/periods-now.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { byDueDay } from './due-order.ts';
import { fewOf, PeriodReport, type Sent } from './period-report.tsx';
import { submissionToSee } from './standing-report.ts';

/** One form with its periods that are open or overdue, what is to be done first; nothing when it is asked for in none. */
export function FormReports({
  form,
  unit,
  day,
  now,
}: {
  form: Form;
  unit: string;
  day: string;
  now: number;
}) {
  const language = useLanguage();
  const [from, to] = periodsNow(form.periodKind, day);
  const { answer, reload } = useAnswer<CalendarView>(
    apiPath`/v1/public/calendar?form=${form.code}&from=${from}&to=${to}`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => {
        const open = items.filter((item: CalendarItem) => item.state !== 'not-open');
        if (open.length === 0) return null;
        return (
          <section class="report-form">
            <h3>{form.names[language]}</h3>
            <Periods form={form.code} unit={unit} items={open} now={now} />
          </section>
        );
      }}
    </Answered>
  );
}

/** The periods in the order in which they press; where that cannot be known, as the calendar has them. */
function Periods({
  form,
  unit,
  items,
  now,
}: {
  form: string;
  unit: string;
  items: readonly CalendarItem[];
  now: number;
}) {
  const { answer } = useAnswers<Sent>(items.map(({ period }) => fewOf({ unit, form, period })));
  if (answer.state === 'loading') return <Loading />;
  const sent = answer.state === 'ready' ? answer.value : [];
  const told = items.map((item, index) => ({ item, latest: submissionToSee(sent[index]?.items ?? []) }));
  const ordered = byDueDay(told, ({ item, latest }) => ({
    due: latest?.extendedTo ?? item.due,
    state: latest?.state,
  }));
  return (
    <ul class="report-periods">
      {ordered.map(({ item }) => (
        <PeriodReport key={item.period} form={form} unit={unit} item={item} now={now} />
      ))}
    </ul>
  );
}
