import type { Indicator } from '../../../shared/catalog/schema.ts';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { newestVersions } from '../../app/newest-versions.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Field } from '../../parts/field.tsx';
import { queryOf, type Subject, scorecardOf, shownForms } from './asked-view.ts';

const words = {
  vi: {
    of: 'Xem theo',
    scorecards: 'Bộ chỉ số chấm điểm',
    forms: 'Chỉ tiêu trong biểu mẫu',
    group: 'Điểm',
    total: 'Tổng điểm',
    indicator: 'Chỉ tiêu',
  },
  en: {
    of: 'Show',
    scorecards: 'Scorecards',
    forms: 'Indicators of a form',
    group: 'Points',
    total: 'Total',
    indicator: 'Indicator',
  },
};

/** A scorecard, or a form whose indicators can be shown; of a ranking scorecards alone. */
export function SubjectField({
  subject,
  lists,
  isRanking,
}: {
  subject: Subject;
  lists: CatalogueLists;
  isRanking: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const hasRights = useHasRights();
  const forms = isRanking ? [] : shownForms(lists, hasRights);
  const scorecards = newestVersions(lists.scorecards);
  const chosen = 'form' in subject ? `bieu:${subject.form}` : `diem:${subject.scorecard}`;
  const choose = (value: string) => {
    const [kind = '', code = ''] = value.split(':');
    const form = forms.find((each) => each.code === code);
    const indicator = form?.indicators[0]?.indicator;
    change(
      queryOf(kind === 'bieu' && indicator ? { form: code, indicator } : { scorecard: code, group: null }),
    );
  };
  const options = scorecards.map(({ code, names }) => (
    <option key={code} value={`diem:${code}`}>
      {names[language]}
    </option>
  ));
  return (
    <Field
      id="xem-theo"
      label={say.of}
      control={(tied) => (
        <select {...tied} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {isRanking ? (
            options
          ) : (
            <>
              <optgroup label={say.scorecards}>{options}</optgroup>
              <optgroup label={say.forms}>
                {forms.map(({ code, names }) => (
                  <option key={code} value={`bieu:${code}`}>
                    {names[language]}
                  </option>
                ))}
              </optgroup>
            </>
          )}
        </select>
      )}
    />
  );
}

/** The whole of a scorecard, or one of its groups. */
export function GroupField({
  subject,
  lists,
  period,
}: {
  subject: Extract<Subject, { scorecard: string }>;
  lists: CatalogueLists;
  period: string | undefined;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const groups = scorecardOf(lists, subject.scorecard, period)?.groups ?? [];
  return (
    <ChoiceField
      id="nhom"
      label={say.group}
      value={subject.group ?? ''}
      choices={[['', say.total], ...groups.map(({ code, names }) => [code, names[language]] as const)]}
      onChoose={(nhom) => change({ nhom })}
    />
  );
}

/** One of the indicators that a form asks for. */
export function IndicatorField({
  subject,
  lists,
}: {
  subject: Extract<Subject, { form: string }>;
  lists: CatalogueLists;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const { answer } = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const names = new Map(answer.state === 'ready' ? answer.value.items.map((each) => [each.id, each]) : []);
  const asked = lists.forms.findLast(({ code }) => code === subject.form)?.indicators ?? [];
  return (
    <ChoiceField
      id="chi-tieu"
      label={say.indicator}
      value={subject.indicator}
      choices={asked.map(({ indicator }) => [indicator, names.get(indicator)?.names[language] ?? indicator])}
      onChoose={(id) => change({ 'chi-tieu': id })}
    />
  );
}
