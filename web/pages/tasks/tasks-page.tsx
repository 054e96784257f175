import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { useUnits } from '../../app/use-units.ts';
import { dayText } from '../../format/days.ts';
import { meetingText } from '../../format/meetings.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { AssignedTasks } from './assigned-tasks.tsx';
import { ReviewedTasks } from './reviewed-tasks.tsx';
import { TaskFilters, taskFilterIn } from './task-filters.tsx';

const words = {
  vi: {
    title: 'Nhiệm vụ',
    lead: 'Nhiệm vụ mà các phiên họp đã giao: ai chủ trì, hạn khi nào, đã xong hay chưa và vì sao chưa.',
    meeting: 'Phiên họp',
    session: (number: number, day: string) => `${meetingText(number, 'vi')}, ngày ${day}`,
    none: 'Chưa có phiên họp nào được lên lịch.',
  },
  en: {
    title: 'Tasks',
    lead: 'What the meetings assigned: who leads it, until when, whether it is done, and why it is not.',
    meeting: 'Meeting',
    session: (number: number, day: string) => `${meetingText(number, 'en')}, ${day}`,
    none: 'No meeting is planned yet.',
  },
};

/** The tasks that a meeting looks at, and those that it assigned. */
export function Page() {
  const say = useWords(words);
  const meetings = useMeetings();
  const units = useUnits();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={meetings.answer} reload={meetings.reload}>
        {({ meetings: all, coming }) => (
          <Answered answer={units.answer} reload={units.reload}>
            {(book) => {
              const planned = all.filter(({ revision, state }) => revision !== null && state !== 'cancelled');
              if (coming === null) return <p>{say.none}</p>;
              return <OfMeeting meetings={planned} coming={coming} today={book.today} />;
            }}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function OfMeeting({
  meetings,
  coming,
  today,
}: {
  meetings: readonly MeetingView[];
  coming: MeetingView;
  today: string;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { query, change } = useQuery();
  const meeting = meetings.find(({ id }) => id === query.phien) ?? coming;
  const filter = taskFilterIn(query);
  return (
    <>
      <div class="filters">
        <ChoiceField
          id="phien"
          label={say.meeting}
          value={meeting.id}
          choices={meetings.map(({ id, number, date }) => [id, say.session(number, dayText(date, language))])}
          onChoose={(phien) => change({ phien })}
        />
        <TaskFilters filter={filter} />
      </div>
      <ReviewedTasks meeting={meeting} filter={filter} today={today} />
      <AssignedTasks meeting={meeting} filter={filter} today={today} />
    </>
  );
}
