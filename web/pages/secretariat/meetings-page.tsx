import { useLocation } from 'preact-iso';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { useForms } from '../../app/use-forms.ts';
import { dayText, momentText } from '../../format/days.ts';
import { constructedText, meetingText } from '../../format/meetings.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Area } from './area.tsx';
import { calendarState, localTimeAt } from './freeze-moments.ts';
import type { MeetingDetail } from './meeting-page.tsx';
import { PlanMeeting } from './plan-meeting.tsx';

const words = {
  vi: {
    title: 'Lịch phiên họp',
    lead: 'Mọi việc theo giờ của một phiên họp (mở kỳ báo cáo, nhắc, khóa, chốt) do lịch này quyết định.',
    plan: 'Lập phiên họp mới',
    planned: 'Phiên họp lập tại đây',
    held: 'Phiên họp đã diễn ra trước khi có hệ thống',
    meeting: 'Phiên họp',
    day: 'Ngày họp',
    asks: 'Báo cáo yêu cầu',
    cutOff: 'Khóa số liệu',
    freeze: 'Chốt số liệu',
    state: 'Trạng thái',
    states: {
      planned: 'Đã lập',
      frozen: 'Đã chốt',
      past: 'Đã họp',
      overdue: 'Quá giờ chốt',
      cancelled: 'Đã hủy',
    },
    none: 'Chưa lập phiên họp nào.',
    figures: 'Số liệu đã công bố',
    notAsked: 'không có',
  },
  en: {
    title: 'Calendar of meetings',
    lead: 'Whatever happens for a meeting by the clock (opening, reminders, cut-off, freeze) follows from this calendar.',
    plan: 'Plan a new meeting',
    planned: 'Meetings planned here',
    held: 'Meetings held before this service',
    meeting: 'Meeting',
    day: 'Day',
    asks: 'Reports asked for',
    cutOff: 'Cut-off',
    freeze: 'Freeze',
    state: 'State',
    states: {
      planned: 'Planned',
      frozen: 'Frozen',
      past: 'Held',
      overdue: 'Freeze overdue',
      cancelled: 'Cancelled',
    },
    none: 'No meeting has been planned yet.',
    figures: 'Published figures',
    notAsked: 'none',
  },
};

/** The calendar; `?viec=lap`: a new meeting is planned. */
export function Page() {
  const { query } = useLocation();
  const { answer, reload } = useAnswer<{ items: MeetingView[] }>('/v1/meetings');
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) =>
        query.viec === 'lap' ? <PlanMeeting meetings={items} /> : <Calendar meetings={items} />
      }
    </Answered>
  );
}

function Calendar({ meetings }: { meetings: readonly MeetingView[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { nameOf } = useForms();
  const planned = meetings.filter(({ state }) => state !== 'held');
  const held = meetings.filter(({ state }) => state === 'held');
  const asked = ({ asks }: MeetingView) =>
    asks.length === 0
      ? say.notAsked
      : asks.map(({ form, period }) => `${nameOf(form)}, ${periodText(period, language)}`).join('; ');
  return (
    <Area title={say.title} lead={say.lead}>
      <p>
        <a class="button" href="/thu-ky/phien-hop?viec=lap">
          {say.plan}
        </a>
      </p>
      <DataTable
        caption={say.planned}
        rows={planned}
        rowKey={({ id }) => id}
        empty={say.none}
        columns={[
          { key: 'meeting', head: say.meeting, names: true, cell: (row) => <MeetingLink meeting={row} /> },
          { key: 'day', head: say.day, cell: ({ date }) => dayText(date, language) },
          { key: 'asks', head: say.asks, cell: asked },
          { key: 'cut-off', head: say.cutOff, cell: ({ cutOff }) => cutOff && momentText(cutOff, language) },
          {
            key: 'freeze',
            head: say.freeze,
            cell: ({ freezeAt }) => freezeAt && momentText(freezeAt, language),
          },
          {
            key: 'state',
            head: say.state,
            cell: (row) => <MeetingTag key={row.id} meeting={row} />,
          },
        ]}
      />
      <DataTable
        caption={say.held}
        rows={held}
        rowKey={({ id }) => id}
        columns={[
          { key: 'meeting', head: say.meeting, names: true, cell: (row) => <MeetingLink meeting={row} /> },
          { key: 'day', head: say.day, cell: ({ date }) => dayText(date, language) },
          {
            key: 'figures',
            head: say.figures,
            cell: ({ figures }) =>
              figures === null ? (
                say.notAsked
              ) : (
                <>
                  <span lang="vi">{figures}</span>
                  {language === 'en' && ' (in Vietnamese)'}
                </>
              ),
          },
        ]}
      />
    </Area>
  );
}

const kinds = { planned: 'plain', frozen: 'good', past: 'plain', overdue: 'bad', cancelled: 'bad' } as const;

/** Where a meeting stands; whether its figures are frozen is asked for only once they may be. */
function MeetingTag({ meeting }: { meeting: MeetingView }) {
  const say = useWords(words);
  const now = useBusinessNow();
  const { freezeAt } = meeting;
  const mayBeFrozen = now !== null && freezeAt !== null && freezeAt <= localTimeAt(now);
  const { answer } = useAnswer<MeetingDetail>(mayBeFrozen ? `/v1/meetings/${meeting.id}` : null);
  if (now === null || (mayBeFrozen && answer.state !== 'ready')) return null;
  const snapshot = answer.state === 'ready' ? answer.value.snapshot : null;
  const state = calendarState({ ...meeting, snapshot }, now);
  return <Tag kind={kinds[state]}>{say.states[state]}</Tag>;
}

function MeetingLink({ meeting }: { meeting: MeetingView }) {
  const language = useLanguage();
  const { id, body, number, theme, constructed } = meeting;
  return (
    <>
      <a href={`/thu-ky/phien-hop/${id}`}>{meetingText(number, language, body[language])}</a>
      {constructed && ` · ${constructedText[language]}`}
      <br />
      <span class="soft" lang={language === 'en' && theme.en === null ? 'vi' : undefined}>
        {theme[language] ?? theme.vi}
      </span>
    </>
  );
}
