import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { dayOf, dayText } from '../../format/days.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { shownFirst } from './coming-meeting.ts';
import { MeetingOverview } from './meeting-overview.tsx';
import { words } from './words.ts';

/** The first screen: the coming meeting, who has reported, the pillars against targets, what moved. */
export function Page() {
  const say = useWords(words);
  const { answer, reload } = useAnswer<{ items: MeetingView[] }>('/v1/public/meetings');
  // Asked for beside the list, not after it.
  const now = useBusinessNow();
  return (
    <div class="overview">
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={answer} reload={reload}>
        {({ items }) => <Chosen meetings={items} now={now} />}
      </Answered>
    </div>
  );
}

function Chosen({ meetings, now }: { meetings: readonly MeetingView[]; now: number | null }) {
  const say = useWords(words);
  const { query } = useLocation();
  const today = now === null ? null : dayOf(new Date(now).toISOString());
  const asked = query.meeting;
  const named = meetings.find(({ id }) => id === asked);
  // Which meeting is the coming one depends on the day: nothing is asked for until it is known.
  const coming = today === null ? undefined : shownFirst(meetings, today);
  const chosen = named ?? coming;
  if (meetings.length === 0) return <Notice>{say.noMeeting}</Notice>;
  if (chosen === undefined) return <Loading />;
  return (
    <>
      {asked !== undefined && named === undefined && <Notice kind="warning">{say.unknownMeeting}</Notice>}
      <MeetingOverview key={chosen.id} meeting={chosen} now={now} title={titleOf(chosen)} />
      <MeetingPicker meetings={meetings} chosen={chosen} />
    </>
  );

  function titleOf(meeting: MeetingView): string {
    if (meeting !== coming) return say.chosen;
    return today !== null && meeting.date < today ? say.last : say.coming;
  }
}

/** Any other meeting: the choice stands in the address. */
function MeetingPicker({ meetings, chosen }: { meetings: readonly MeetingView[]; chosen: MeetingView }) {
  const say = useWords(words);
  const language = useLanguage();
  const { route } = useLocation();
  // A picker that was left at a choice shows another page's choice when the reader comes back.
  useEffect(() => {
    const picker = document.getElementById('phien-hop') as HTMLSelectElement | null;
    if (picker !== null) picker.value = chosen.id;
  }, [chosen.id]);
  if (meetings.length < 2) return null;
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const id = new FormData(event.currentTarget).get('meeting');
        route(`/?meeting=${encodeURIComponent(String(id))}`);
      }}
    >
      <div class="field">
        <label for="phien-hop">{say.pick}</label>
        <select id="phien-hop" name="meeting">
          {meetings.map(({ id, number, body, date }) => (
            <option key={id} value={id} selected={id === chosen.id}>
              {`${say.meeting(number, body[language])} (${dayText(date, language)})`}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{language === 'vi' ? 'Xem' : 'Show'}</button>
    </form>
  );
}
