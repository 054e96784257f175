import type { Form } from '../../../shared/catalog/schema.ts';
import type { CalendarItem, CalendarView } from '../../../shared/query/read-calendar.ts';
import { useLanguage } from '../../app/language.tsx';
import { periodsNow } from '../../app/periods-now.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { PeriodReport } from './period-report.tsx';

/** One form with its periods that are open or overdue, the earlier first; nothing when it is asked for in none. */
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
    `/v1/public/calendar?form=${encodeURIComponent(form.code)}&from=${from}&to=${to}`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => {
        const open = items.filter((item: CalendarItem) => item.state !== 'not-open');
        if (open.length === 0) return null;
        return (
          <section class="report-form">
            <h3>{form.names[language]}</h3>
            <ul class="report-periods">
              {open.map((item) => (
                <PeriodReport key={item.period} form={form.code} unit={unit} item={item} now={now} />
              ))}
            </ul>
          </section>
        );
      }}
    </Answered>
  );
}
