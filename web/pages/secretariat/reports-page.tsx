import { useLocation } from 'preact-iso';
import type { Form } from '../../../shared/catalog/schema.ts';
import { capitalised } from '../../../shared/written.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { periodShown, periodsOffered } from '../../app/periods-offered.ts';
import { useForms } from '../../app/use-forms.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToday } from '../../app/use-today.ts';
import { periodText } from '../../format/periods.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
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
  const codes = new Map(forms.map(({ code, names }) => [code, names]));
  const group = groups.find((each) => each === query.nhom) ?? 'all';
  const told = say.done[query.da as 'gia-han'];
  const choice = (
    id: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    onChoose: (value: string) => void,
  ) => (
    <Field
      id={id}
      label={label}
      control={(tied) => (
        <select {...tied} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
  return (
    <Area title={say.title} lead={say.lead}>
      {told && (
        <Notice kind="success" live>
          <p>{told}</p>
        </Notice>
      )}
      <div class="filters">
        {choice(
          'reports-form',
          say.form,
          round.form,
          [...codes].map(([code, names]) => [code, names[language]] as const),
          (bieu) => change({ bieu, ky: null, nhom: null, da: null }),
        )}
        {choice(
          'reports-period',
          say.period,
          round.period,
          periods.map((each) => [each, capitalised(periodText(each, language))] as const),
          (ky) => change({ bieu: round.form, ky, nhom: null, da: null }),
        )}
        {choice(
          'reports-group',
          say.show,
          group,
          groups.map((each) => [each, say.groups[each]] as const),
          (nhom) => change({ nhom: nhom === 'all' ? null : nhom, da: null }),
        )}
      </div>
      <ReportList key={`${round.form} ${round.period}`} round={round} group={group as Group} />
    </Area>
  );
}
