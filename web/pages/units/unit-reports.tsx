import type { MeetingCoverage } from '../../../shared/aggregation/meeting-coverage.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { wordOf } from '../../app/since-freeze.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { useSinceFreeze } from '../../app/use-since-freeze.ts';
import { dayText } from '../../format/days.ts';
import { meetingText } from '../../format/meetings.ts';
import { periodText } from '../../format/periods.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { ReportState } from '../../parts/report-state.tsx';

const words = {
  vi: {
    heading: 'Báo cáo cho phiên họp',
    session: (number: number, day: string) => `${meetingText(number, 'vi')}, ngày ${day}.`,
    due: (day: string) => `hạn đến hết ${day}`,
    nothing: 'Phiên họp này không yêu cầu báo cáo của đơn vị.',
    none: 'Chưa có phiên họp nào được lên lịch.',
  },
  en: {
    heading: 'Report for the meeting',
    session: (number: number, day: string) => `${meetingText(number, 'en')}, on ${day}.`,
    due: (day: string) => `due by the end of ${day}`,
    nothing: 'Nothing is asked of this unit for the meeting.',
    none: 'No meeting is planned yet.',
  },
};

/** Whether the unit has reported for the coming meeting, in words. */
export function UnitReports({ unit }: { unit: Unit }) {
  const say = useWords(words);
  const { answer, reload } = useMeetings();
  return (
    <section aria-labelledby="bao-cao">
      <h2 id="bao-cao">{say.heading}</h2>
      <Answered answer={answer} reload={reload}>
        {({ coming }) => (coming ? <ForMeeting unit={unit} meeting={coming} /> : <p>{say.none}</p>)}
      </Answered>
    </section>
  );
}

function ForMeeting({ unit, meeting }: { unit: Unit; meeting: MeetingView }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer, reload } = useAnswer<MeetingCoverage & { provisional: boolean }>(
    apiPath`/v1/public/meetings/${meeting.id}/coverage`,
  );
  const since = useSinceFreeze(answer.state === 'ready' ? answer.value : null);
  const forms = useForms();
  return (
    <>
      <p>{say.session(meeting.number, dayText(meeting.date, language))}</p>
      <Answered answer={answer} reload={reload}>
        {({ units }) => {
          const reports = units.find((each) => each.unit === unit.id)?.reports ?? [];
          if (reports.length === 0) return <p>{say.nothing}</p>;
          if (forms.answer.state === 'loading') return <Loading />;
          return (
            <ul>
              {reports.map((report) => (
                <li key={`${report.form} ${report.period}`}>
                  <ReportState report={report} since={wordOf(since, { unit: unit.id, ...report })} />:{' '}
                  {forms.nameOf(report.form)}, {periodText(report.period, language)}
                  {report.due !== null && `, ${say.due(dayText(report.due, language))}`}
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </>
  );
}
