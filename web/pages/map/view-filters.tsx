import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { type Language, useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { capitalised, periodText } from '../../format/periods.ts';
import { BasisSwitch } from '../../parts/basis-switch.tsx';
import { Field } from '../../parts/field.tsx';
import { type AskedView, type Lists, queryOf, type Subject, shownForms } from './asked-view.ts';
import type { Round } from './rounds.ts';

const words = {
  vi: {
    of: 'Xem theo',
    scorecards: 'Bộ chỉ số chấm điểm',
    forms: 'Chỉ tiêu trong biểu mẫu',
    group: 'Điểm',
    total: 'Tổng điểm',
    indicator: 'Chỉ tiêu',
    period: 'Kỳ',
  },
  en: {
    of: 'Show',
    scorecards: 'Scorecards',
    forms: 'Indicators of a form',
    group: 'Points',
    total: 'Total',
    indicator: 'Indicator',
    period: 'Period',
  },
};

/** What is shown: scorecard and group, or form and indicator; period; map. All of it stands in the address. */
export function ViewFilters({
  asked,
  lists,
  rounds,
  period,
  isRanking = false,
}: {
  asked: AskedView;
  lists: Lists;
  rounds: readonly Round[];
  period: string | undefined;
  /** Of a ranking, scorecards alone are chosen from, whole. */
  isRanking?: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const { subject } = asked;
  return (
    <div class="filters">
      <SubjectField subject={subject} lists={lists} isRanking={isRanking} />
      {!isRanking &&
        ('form' in subject ? (
          <IndicatorField subject={subject} lists={lists} />
        ) : (
          <GroupField subject={subject} lists={lists} period={period} />
        ))}
      <Field
        id="ky"
        label={say.period}
        control={(tied) => (
          <select
            {...tied}
            value={period ?? ''}
            onChange={(event) => change({ ky: event.currentTarget.value })}
          >
            {rounds.toReversed().map(({ item }) => (
              <option key={item.period} value={item.period}>
                {capitalised(periodText(item.period, language))}
              </option>
            ))}
          </select>
        )}
      />
      <BasisSwitch basis={asked.basis} onBasis={(basis) => change({ 'co-so': basis })} />
    </div>
  );
}

function SubjectField({ subject, lists, isRanking }: { subject: Subject; lists: Lists; isRanking: boolean }) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const forms = isRanking ? [] : shownForms(lists, useHasRights());
  const scorecards = [...new Map(lists.scorecards.map((each) => [each.code, each])).values()];
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

function GroupField({
  subject,
  lists,
  period,
}: {
  subject: Extract<Subject, { scorecard: string }>;
  lists: Lists;
  period: string | undefined;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const groups = scorecardOf(lists, subject.scorecard, period)?.groups ?? [];
  return (
    <Field
      id="nhom"
      label={say.group}
      control={(tied) => (
        <select
          {...tied}
          value={subject.group ?? ''}
          onChange={(event) => change({ nhom: event.currentTarget.value })}
        >
          <option value="">{say.total}</option>
          {groups.map(({ code, names }) => (
            <option key={code} value={code}>
              {names[language]}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function IndicatorField({ subject, lists }: { subject: Extract<Subject, { form: string }>; lists: Lists }) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const { answer } = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const names = new Map(answer.state === 'ready' ? answer.value.items.map((each) => [each.id, each]) : []);
  const asked = lists.forms.findLast(({ code }) => code === subject.form)?.indicators ?? [];
  return (
    <Field
      id="chi-tieu"
      label={say.indicator}
      control={(tied) => (
        <select
          {...tied}
          value={subject.indicator}
          onChange={(event) => change({ 'chi-tieu': event.currentTarget.value })}
        >
          {asked.map(({ indicator }) => (
            <option key={indicator} value={indicator}>
              {indicatorName(names.get(indicator), language) ?? indicator}
            </option>
          ))}
        </select>
      )}
    />
  );
}

export function indicatorName(indicator: Indicator | undefined, language: Language): string | undefined {
  return indicator?.names[language];
}

/** The version of a scorecard that holds in a period: that whose form asks for periods of its kind. */
export function scorecardOf(lists: Lists, code: string, period: string | undefined) {
  const versions = lists.scorecards.filter((each) => each.code === code);
  const isOf = (form: string) =>
    lists.forms.some(
      (each) =>
        each.code === form &&
        period !== undefined &&
        each.from.length === period.length &&
        each.from <= period &&
        (each.to === null || period <= each.to),
    );
  return versions.findLast(({ form }) => isOf(form)) ?? versions.at(-1);
}
