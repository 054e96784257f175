import type { ComponentType } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import type { readMeeting } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { DoneNotice } from '../../parts/done-notice.tsx';
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
import { meetingWords } from './meeting-words.ts';
import { RemindMeeting } from './remind-meeting.tsx';

export type MeetingDetail = Awaited<ReturnType<typeof readMeeting>>;
/** What each part of the page is given; `reload` asks for the meeting again. */
export type MeetingPart = { meeting: MeetingDetail; now: number; reload: () => void };

type View = keyof (typeof meetingWords)['vi']['views'];

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

/** One meeting; `?xem=` says which part of it is shown. */
export function Page() {
  const say = useWords(meetingWords);
  const id = useRoute().params.meeting ?? '';
  const address = apiPath`/v1/meetings/${id}`;
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
  const say = useWords(meetingWords);
  const language = useLanguage();
  const { query } = useLocation();
  const view = isView(query.xem) ? query.xem : '';
  const Part = shown[view];
  const named = say.meeting(meeting.number, meeting.body[language]);
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
      <DoneNotice words={say.done} />
      {meeting.constructed && view === '' && <p class="soft">{say.constructed}</p>}
      <PartLinks meeting={meeting} view={view} />
      <Part key={view} meeting={meeting} now={now} reload={reload} />
    </Area>
  );
}

function PartLinks({ meeting, view }: { meeting: MeetingDetail; view: View }) {
  const say = useWords(meetingWords);
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
