import type { Form } from '../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { comingMeeting } from '../../app/coming-meeting.ts';
import { useWords } from '../../app/language.tsx';
import { periodShown, periodsOffered } from '../../app/periods-offered.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToday } from '../../app/use-today.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { formsOwed } from './asked-slots.ts';
import { SlotFilters } from './work-filters.tsx';
import { WorkListView } from './work-list-view.tsx';
import { listWords } from './work-words.ts';

/** The list of reports for who sees to them: counts first, then the most urgent. */
export function Page() {
  const say = useWords(listWords);
  const meetings = useAnswer<{ items: MeetingView[] }>('/v1/public/meetings');
  const forms = useForms();
  const today = useToday();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered {...meetings}>
        {({ items }) => (
          <Answered {...forms}>
            {({ items: every }) =>
              today === null ? <Loading /> : <Asked forms={every} meetings={items} today={today} />
            }
          </Answered>
        )}
      </Answered>
    </>
  );
}

function Asked({ forms, meetings, today }: { forms: Form[]; meetings: MeetingView[]; today: string }) {
  const say = useWords(listWords);
  const { query, change } = useQuery();
  const owed = formsOwed(forms);
  const asks = comingMeeting(meetings, today)?.asks ?? [];
  const form = owed.find(({ code }) => code === (query.bieu ?? asks[0]?.form)) ?? owed[0];
  if (form === undefined) return <Notice>{say.noForm}</Notice>;
  const versions = forms.filter(({ code }) => code === form.code);
  const period = query.ky ?? periodShown({ versions, today }, asks);
  return (
    <>
      <SlotFilters
        forms={owed}
        form={form.code}
        period={period}
        periods={periodsOffered({ versions, meetings, today }, period)}
        onForm={(code) => change({ bieu: code, ky: null, sau: null })}
        onPeriod={(code) => change({ ky: code, bieu: form.code, sau: null })}
      />
      <WorkListView form={form.code} period={period} />
    </>
  );
}
