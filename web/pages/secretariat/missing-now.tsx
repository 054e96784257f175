import type { TasksDocument } from '../../../shared/tasks/task.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Coverage } from './meeting-coverage.tsx';

const words = {
  vi: {
    title: 'Nếu chốt bây giờ',
    complete: 'Mọi báo cáo đã có.',
    missing: (count: number, of: number) => `Thiếu ${count} trên ${of} báo cáo:`,
    form: (form: string, count: number) => `${form}: thiếu ${count}`,
    tasks: (count: number) => `${count} nhiệm vụ chưa được đơn vị chủ trì báo cáo; sẽ ghi là đang tiếp tục.`,
    noTasks: 'Không có nhiệm vụ nào chưa được báo cáo.',
    kept: 'Số liệu thiếu được ghi là thiếu trong bản chốt và trong tài liệu họp, không thay bằng số 0.',
  },
  en: {
    title: 'If it were frozen now',
    complete: 'Every report is there.',
    missing: (count: number, of: number) => `${count} of ${of} reports are missing:`,
    form: (form: string, count: number) => `${form}: ${count} missing`,
    tasks: (count: number) => `${count} tasks were not reported on by their lead; they count as continuing.`,
    noTasks: 'Every task was reported on.',
    kept: 'What is missing is told as missing in the snapshot and in the briefing, never as 0.',
  },
};

/** What a snapshot would lack if it were made now, unit by unit. */
export function MissingNow({ id }: { id: string }) {
  const say = useWords(words);
  const coverage = useAnswer<Coverage>(`/v1/meetings/${id}/coverage`);
  const tasks = useAnswer<TasksDocument>(`/v1/meetings/${id}/tasks`);
  return (
    <>
      <h2>{say.title}</h2>
      <Answered answer={coverage.answer} reload={coverage.reload}>
        {(value) => <MissingReports coverage={value} />}
      </Answered>
      <Answered answer={tasks.answer} reload={tasks.reload}>
        {({ notReported }) => <p>{notReported === 0 ? say.noTasks : say.tasks(notReported)}</p>}
      </Answered>
    </>
  );
}

function MissingReports({ coverage }: { coverage: Coverage }) {
  const say = useWords(words);
  const language = useLanguage();
  const { nameOf } = useForms();
  const { expected, counted } = coverage.totals;
  if (counted === expected) {
    return (
      <Notice kind="success">
        <p>{say.complete}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={say.missing(expected - counted, expected)}>
      {coverage.asks.map(({ form, period, counts }) => {
        const names = coverage.units
          .filter(({ reports }) =>
            reports.some((one) => one.form === form && one.period === period && one.version === null),
          )
          .map(({ name }) => name);
        if (names.length === 0) return null;
        return (
          <div key={`${form} ${period}`}>
            <p>
              {say.form(`${nameOf(form)}, ${periodText(period, language)}`, counts.expected - counts.counted)}
            </p>
            <p lang="vi">{names.join(', ')}</p>
          </div>
        );
      })}
      <p>{say.kept}</p>
    </Notice>
  );
}
