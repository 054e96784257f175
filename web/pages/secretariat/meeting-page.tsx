import type { ComponentType } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import type { readMeeting } from '../../../shared/query/read-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { meetingText } from '../../format/meetings.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { Area } from './area.tsx';
import { AssignTasks } from './assign-tasks.tsx';
import { CancelMeeting } from './cancel-meeting.tsx';
import { ChangeMeeting } from './change-meeting.tsx';
import { MeetingBriefing } from './meeting-briefing.tsx';
import { MeetingCoverage } from './meeting-coverage.tsx';
import { MeetingFreeze } from './meeting-freeze.tsx';
import { MeetingOverview } from './meeting-overview.tsx';
import { MeetingSteps } from './meeting-steps.tsx';
import { RemindMeeting } from './remind-meeting.tsx';

export type MeetingDetail = Awaited<ReturnType<typeof readMeeting>>;
/** What each part of the page is given; `reload` asks for the meeting again. */
export type MeetingPart = { meeting: MeetingDetail; now: number; reload: () => void };

const words = {
  vi: {
    calendar: 'Lịch phiên họp',
    meeting: (number: number, body: string) => meetingText(number, 'vi', body),
    parts: 'Các phần của phiên họp',
    none: 'Không có phiên họp này',
    constructed: 'Phiên họp này được dựng để minh họa.',
    views: {
      '': 'Tóm tắt',
      'bao-cao': 'Báo cáo và đơn vị còn thiếu',
      nhac: 'Thư nhắc',
      buoc: 'Các bước và lịch sử',
      chot: 'Chốt số liệu',
      'tai-lieu': 'Tài liệu họp',
      'nhiem-vu': 'Giao nhiệm vụ',
      sua: 'Sửa hoặc dời phiên họp',
      huy: 'Hủy phiên họp',
    },
    done: {
      lap: 'Đã lập phiên họp. Các mốc và giờ chạy ở bên dưới.',
      sua: 'Đã lưu thay đổi. Lịch chạy đã được đặt lại.',
      huy: 'Đã hủy phiên họp. Không bước nào của phiên còn chạy.',
      chot: 'Đã dời thời điểm khóa và chốt. Việc chốt chạy vào giờ ghi ở bên dưới.',
      nhac: 'Đã đặt thư nhắc. Thư gửi vào giờ ghi ở bên dưới.',
      giao: 'Đã giao nhiệm vụ.',
      'sua-nhiem-vu': 'Đã lưu thay đổi của nhiệm vụ.',
    },
  },
  en: {
    calendar: 'Calendar of meetings',
    meeting: (number: number, body: string) => meetingText(number, 'en', body),
    parts: 'Parts of the meeting',
    none: 'There is no such meeting',
    constructed: 'This meeting is constructed for the demonstration.',
    views: {
      '': 'Summary',
      'bao-cao': 'Reports and who is missing',
      nhac: 'Reminders',
      buoc: 'Steps and history',
      chot: 'Freeze',
      'tai-lieu': 'Briefing',
      'nhiem-vu': 'Assign tasks',
      sua: 'Change or move it',
      huy: 'Cancel it',
    },
    done: {
      lap: 'The meeting is planned. Its moments and when they run stand below.',
      sua: 'The change is kept, and the schedules are set again.',
      huy: 'The meeting is cancelled. None of its steps runs any more.',
      chot: 'Cut-off and freeze were moved. The freeze runs at the time below.',
      nhac: 'The reminder is set. It goes out at the time below.',
      giao: 'The task is assigned.',
      'sua-nhiem-vu': 'The change of the task is kept.',
    },
  },
};

type View = keyof (typeof words)['vi']['views'];

const shown: Record<View, ComponentType<MeetingPart>> = {
  '': MeetingOverview,
  'bao-cao': MeetingCoverage,
  nhac: RemindMeeting,
  buoc: MeetingSteps,
  chot: MeetingFreeze,
  'tai-lieu': MeetingBriefing,
  'nhiem-vu': AssignTasks,
  sua: ChangeMeeting,
  huy: CancelMeeting,
};

/** One meeting; `?xem=` says which part of it is shown, `?da=` what was just done. */
export function Page() {
  const say = useWords(words);
  const id = useRoute().params.meeting ?? '';
  const address = `/v1/meetings/${encodeURIComponent(id)}`;
  const { answer, reload } = useAnswer<MeetingDetail>(address);
  const now = useBusinessNow();
  return (
    <Answered
      answer={answer}
      reload={reload}
      none={
        <>
          <PageHeading title={say.none} />
          <p>
            <a href="/thu-ky/phien-hop">{say.calendar}</a>
          </p>
        </>
      }
    >
      {(meeting) => (now === null ? <Loading /> : <Meeting meeting={meeting} now={now} reload={reload} />)}
    </Answered>
  );
}

function Meeting({ meeting, now, reload }: MeetingPart) {
  const say = useWords(words);
  const language = useLanguage();
  const { query } = useLocation();
  const view = isView(query.xem) ? query.xem : '';
  const Part = shown[view];
  const named = say.meeting(meeting.number, meeting.body[language]);
  const told = say.done[query.da as keyof typeof say.done];
  return (
    <Area
      title={view === '' ? named : say.views[view]}
      above={
        view === '' ? (
          <a href="/thu-ky/phien-hop">{say.calendar}</a>
        ) : (
          <a href={`/thu-ky/phien-hop/${meeting.id}`}>{named}</a>
        )
      }
    >
      {told && (
        <Notice kind="success" live>
          <p>{told}</p>
        </Notice>
      )}
      {meeting.constructed && view === '' && <p class="soft">{say.constructed}</p>}
      <PartLinks meeting={meeting} view={view} />
      <Part key={view} meeting={meeting} now={now} reload={reload} />
    </Area>
  );
}

function PartLinks({ meeting, view }: { meeting: MeetingDetail; view: View }) {
  const say = useWords(words);
  return (
    <nav class="secretariat-parts" aria-label={say.parts}>
      <ul>
        {partsFor(meeting).map((part) => (
          <li key={part}>
            <a
              href={`/thu-ky/phien-hop/${meeting.id}${part && `?xem=${part}`}`}
              aria-current={part === view ? 'page' : undefined}
            >
              {say.views[part]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What there is to be seen and done of a meeting: one that was held before has nothing but its facts and its tasks. */
function partsFor({ state, snapshot }: MeetingDetail): View[] {
  if (state === 'held') return ['', 'nhiem-vu'];
  if (state === 'cancelled') return ['', 'buoc'];
  const changing: View[] = snapshot === null ? ['sua', 'huy'] : [];
  return ['', 'bao-cao', 'nhac', 'buoc', 'chot', 'tai-lieu', 'nhiem-vu', ...changing];
}

function isView(text: string | undefined): text is View {
  return text !== undefined && Object.hasOwn(shown, text);
}
