import { useLanguage, useWords } from '../../app/language.tsx';
import { useForms } from '../../app/use-forms.ts';
import { dayText, momentText } from '../../format/days.ts';
import { meetingOn, meetingText } from '../../format/meetings.ts';
import { periodText } from '../../format/periods.ts';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { freezeState } from './freeze-moments.ts';
import type { MeetingPart } from './meeting-page.tsx';
import { useMeeting } from './use-meeting.ts';

const words = {
  vi: {
    state: {
      held: 'Phiên họp đã diễn ra trước khi có hệ thống; hệ thống chỉ giữ số liệu đã công bố của phiên.',
      cancelled: 'Phiên họp đã bị hủy.',
      frozen: (at: string) => `Số liệu đã chốt, tính đến ${at}.`,
      collecting: (at: string, freeze: string) => `Đang nhận báo cáo, đến ${at}. Chốt lúc ${freeze}.`,
      'after-cut-off': (at: string) => `Đã khóa số liệu. Chốt lúc ${at}.`,
      closing: (at: string) => `Sắp chốt, lúc ${at}. Không sửa được lịch nữa.`,
      overdue: (at: string) =>
        `Lẽ ra số liệu đã chốt lúc ${at} nhưng chưa có bản chốt. Xem các bước, rồi báo cho đơn vị vận hành.`,
    },
    day: 'Ngày họp',
    theme: 'Nội dung',
    asks: 'Báo cáo yêu cầu',
    opening: 'Mở kỳ báo cáo',
    reminders: 'Thư nhắc',
    cutOff: 'Khóa số liệu',
    provisional: 'Tổng hợp tạm thời',
    freeze: 'Chốt số liệu',
    previous: 'Phiên họp trước',
    seePrevious: 'Xem phiên họp trước',
    figures: 'Số liệu đã công bố',
    none: 'không có',
    noPrevious: 'chưa có phiên nào được chốt trong hệ thống',
  },
  en: {
    state: {
      held: 'This meeting was held before this service; only its published figures are kept.',
      cancelled: 'The meeting was cancelled.',
      frozen: (at: string) => `The figures are frozen, as at ${at}.`,
      collecting: (at: string, freeze: string) => `Reports are taken until ${at}. Frozen at ${freeze}.`,
      'after-cut-off': (at: string) => `The cut-off is past. Frozen at ${at}.`,
      closing: (at: string) => `About to be frozen, at ${at}. The calendar cannot change any more.`,
      overdue: (at: string) =>
        `The figures should have been frozen at ${at}, and there is no snapshot. Look at the steps, then tell the operator.`,
    },
    day: 'Day',
    theme: 'Theme',
    asks: 'Reports asked for',
    opening: 'Opening',
    reminders: 'Reminders',
    cutOff: 'Cut-off',
    provisional: 'Provisional figures',
    freeze: 'Freeze',
    previous: 'The meeting before',
    seePrevious: 'See the meeting before',
    figures: 'Published figures',
    none: 'none',
    noPrevious: 'none has been frozen in this service yet',
  },
};

/** Where a meeting stands, and its facts. */
export function MeetingOverview({ meeting, now }: MeetingPart) {
  const say = useWords(words);
  const language = useLanguage();
  const { nameOf } = useForms();
  const { moments } = meeting;
  const at = (moment: string) => momentText(moment, language);
  return (
    <>
      <MeetingState meeting={meeting} now={now} />
      <Facts
        facts={[
          [say.day, dayText(meeting.date, language)],
          [
            say.theme,
            <span key="theme" lang={meeting.theme[language] === null ? 'vi' : undefined}>
              {meeting.theme[language] ?? meeting.theme.vi}
            </span>,
          ],
          [
            say.previous,
            meeting.previous === null ? say.noPrevious : <Previous key="previous" id={meeting.previous} />,
          ],
          ...(meeting.figures === null
            ? []
            : [
                [
                  say.figures,
                  <span key="figures" lang="vi">
                    {meeting.figures}
                  </span>,
                ] as const,
              ]),
        ]}
      />
      {moments && (
        <>
          <h2>{say.asks}</h2>
          <ul>
            {meeting.asks.map(({ form, period }) => (
              <li key={`${form} ${period}`}>
                <a href={`/thu-ky/bao-cao?bieu=${form}&ky=${period}`}>
                  {nameOf(form)}, {periodText(period, language)}
                </a>
              </li>
            ))}
          </ul>
          <Facts
            facts={[
              [say.opening, at(moments.opening)],
              [
                say.reminders,
                moments.reminders.length === 0 ? say.none : moments.reminders.map(at).join('; '),
              ],
              [say.cutOff, at(moments.cutOff)],
              [say.provisional, at(moments.provisional)],
              [say.freeze, at(moments.freeze)],
            ]}
          />
        </>
      )}
    </>
  );
}

function Previous({ id }: { id: string }) {
  const say = useWords(words);
  const language = useLanguage();
  const found = useMeeting(id);
  const named = found && meetingOn(meetingText(found.number, language), found.date, language);
  return <a href={`/thu-ky/phien-hop/${id}`}>{named ?? say.seePrevious}</a>;
}

/** Where a meeting stands on its way to the freeze, in a sentence. */
export function MeetingState({ meeting, now }: Pick<MeetingPart, 'meeting' | 'now'>) {
  const say = useWords(words);
  const language = useLanguage();
  const state = freezeState(meeting, now);
  const { moments, snapshot } = meeting;
  if (state === 'held' || state === 'cancelled' || moments === null) {
    return <p class="lead">{state === 'cancelled' ? say.state.cancelled : say.state.held}</p>;
  }
  const moment = { frozen: snapshot?.frozenAt, collecting: moments.cutOff }[state as 'frozen'];
  const freeze = momentText(moments.freeze, language);
  const text = say.state[state](moment === undefined ? freeze : momentText(moment, language), freeze);
  const kind = state === 'frozen' ? 'success' : state === 'overdue' ? 'error' : 'info';
  return (
    <Notice kind={kind}>
      <p>{text}</p>
    </Notice>
  );
}
