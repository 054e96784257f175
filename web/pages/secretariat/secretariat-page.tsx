import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { meetingAfter, useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { dayText } from '../../format/days.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Area } from './area.tsx';
import { MeetingState } from './meeting-overview.tsx';
import type { MeetingDetail } from './meeting-page.tsx';
import { MeetingTodo } from './meeting-todo.tsx';
import { todoWords } from './todo-words.ts';

/** What the secretariat has to do now, in the order in which it presses: the coming meeting first. */
export function Page() {
  const say = useWords(todoWords);
  const { answer, reload } = useMeetings();
  const now = useBusinessNow();
  return (
    <Area title={say.title} lead={say.lead}>
      <Answered answer={answer} reload={reload}>
        {({ meetings, coming }) =>
          now === null ? (
            <Loading />
          ) : coming === null ? (
            <NoMeeting />
          ) : (
            <Coming meeting={coming} after={meetingAfter(meetings, coming)} now={now} />
          )
        }
      </Answered>
    </Area>
  );
}

function NoMeeting() {
  const say = useWords(todoWords);
  return (
    <>
      <p>{say.noMeeting}</p>
      <p>
        <a class="button" href="/thu-ky/phien-hop?viec=lap">
          {say.plan}
        </a>
      </p>
    </>
  );
}

function Coming({
  meeting,
  after,
  now,
}: {
  meeting: MeetingView;
  /** The one after it; undefined: none is planned. */
  after: MeetingView | undefined;
  now: number;
}) {
  const say = useWords(todoWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<MeetingDetail>(apiPath`/v1/meetings/${meeting.id}`);
  const address = `/thu-ky/phien-hop/${meeting.id}`;
  return (
    <>
      <h2>
        <a href={address}>{say.meeting(meeting.number, meeting.body[language])}</a>
      </h2>
      <p>
        {dayText(meeting.date, language)} ·{' '}
        <span lang={meeting.theme[language] === null ? 'vi' : undefined}>
          {meeting.theme[language] ?? meeting.theme.vi}
        </span>
        {meeting.constructed && ` · ${say.constructed}`}
      </p>
      <Answered answer={answer} reload={reload}>
        {(detail) => (
          <>
            <MeetingState meeting={detail} now={now} />
            <MeetingTodo meeting={detail} />
          </>
        )}
      </Answered>
      <h2>{say.next}</h2>
      {after && (
        <p>
          <a href={`/thu-ky/phien-hop/${after.id}`}>{say.meeting(after.number, after.body[language])}</a> ·{' '}
          {dayText(after.date, language)}
        </p>
      )}
      <p>
        <a href="/thu-ky/phien-hop?viec=lap">{say.plan}</a>
      </p>
    </>
  );
}
