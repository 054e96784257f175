import { useLocation } from 'preact-iso';
import type { Form } from '../../../shared/catalog/schema.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { periodShown, periodsOffered } from '../../app/periods-offered.ts';
import { useForms } from '../../app/use-forms.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToday } from '../../app/use-today.ts';
import { periodTitle } from '../../format/periods.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { DoneNotice } from '../../parts/done-notice.tsx';
import { formChoices } from '../../parts/form-choices.ts';
import { Area } from './area.tsx';
import { ExtendSlot } from './extend-slot.tsx';
import { ReportList } from './report-list.tsx';
import { type Group, groups, reportsWords } from './reports-words.ts';
import { UnitRights } from './unit-rights.tsx';

/** What a report is of: a form in a period. */
export type Round = { form: string; period: string };

/**
 * Reports of a form (`?bieu=`) in a period (`?ky=`), the coming meeting's where none is named; `?nhom=`: of those some;
 * `?viec=gia-han|quyen&don-vi=`: a decision on one unit.
 */
export function Page() {
  const { query } = useLocation();
  const { answer, reload } = useMeetings();
  const { answer: forms } = useForms();
  const today = useToday();
  if (query.viec === 'quyen') return <UnitRights unit={query['don-vi'] ?? ''} />;
  return (
    <Answered answer={forms}>
      {({ items }) => (
        <Answered answer={answer} reload={reload}>
          {({ meetings, coming }) => {
            if (today === null) return <Loading />;
            const form = query.bieu ?? coming?.asks[0]?.form ?? items[0]?.code ?? '';
            const versions = items.filter(({ code }) => code === form);
            const period = query.ky ?? periodShown({ versions, today }, coming?.asks ?? []);
            if (query.viec === 'gia-han')
              return <ExtendSlot round={{ form, period }} unit={query['don-vi'] ?? ''} />;
            const periods = periodsOffered({ versions, meetings, today }, period);
            return <Reports round={{ form, period }} forms={items} periods={periods} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

function Reports({
  round,
  forms,
  periods,
}: {
  round: Round;
  forms: readonly Form[];
  periods: readonly string[];
}) {
  const say = useWords(reportsWords);
  const language = useLanguage();
  const { query, change } = useQuery();
  const group = groups.find((each) => each === query.nhom) ?? 'all';
  return (
    <Area title={say.title} lead={say.lead}>
      <DoneNotice words={say.done} />
      <div class="filters">
        <ChoiceField
          id="reports-form"
          label={say.form}
          value={round.form}
          choices={formChoices(forms, language)}
          onChoose={(bieu) => change({ bieu, ky: null, nhom: null })}
        />
        <ChoiceField
          id="reports-period"
          label={say.period}
          value={round.period}
          choices={periods.map((each) => [each, periodTitle(each, language)])}
          onChoose={(ky) => change({ bieu: round.form, ky, nhom: null })}
        />
        <ChoiceField
          id="reports-group"
          label={say.show}
          value={group}
          choices={groups.map((each) => [each, say.groups[each]])}
          onChoose={(nhom) => change({ nhom: nhom === 'all' ? null : nhom })}
        />
      </div>
      <ReportList key={`${round.form} ${round.period}`} round={round} group={group as Group} />
    </Area>
  );
}
