import { publicForms } from '../../../shared/catalog/public-forms.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { apiPath } from '../../app/api-path.ts';
import { type CatalogueLists, useCatalogueLists } from '../../app/catalogue-lists.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import { useQuery } from '../../app/use-query.ts';
import { unitNameIn } from '../../app/use-units.ts';
import { aimText, measuredText } from '../../format/measures.ts';
import { Answered } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { UnitLines } from '../../parts/unit-lines.tsx';
import { aimedAt } from '../indicators/aim.ts';
import type { Compared } from './chosen.ts';

const words = {
  vi: {
    label: 'Chỉ tiêu',
    value: 'Kết quả',
    about: 'Về chỉ tiêu này',
    target: (aim: string) => `Mục tiêu: ${aim}`,
  },
  en: {
    label: 'Indicator',
    value: 'Result',
    about: 'About this indicator',
    target: (aim: string) => `Target: ${aim}`,
  },
};

/** One indicator over time, unit beside unit. */
export function CompareIndicator(given: Compared) {
  const lists = useCatalogueLists();
  const indicators = useIndicators();
  return (
    <Answered answer={lists.answer} reload={lists.reload}>
      {(asked) => (
        <Answered answer={indicators.answer} reload={indicators.reload}>
          {(known) => <Chosen {...given} forms={readable(asked)} known={known} />}
        </Answered>
      )}
    </Answered>
  );
}

/** The forms whose figures anybody may read. */
function readable(lists: CatalogueLists): Form[] {
  const open = publicForms(lists);
  return lists.forms.filter(({ code, indicators }) => indicators.length > 0 && open.has(code));
}

type Known = { forms: readonly Form[]; known: ReadonlyMap<string, Indicator> };

function Chosen({ book, chosen, basis, forms, known }: Compared & Known) {
  const say = useWords(words);
  const language = useLanguage();
  const { query } = useQuery();
  const form =
    forms.find(({ code }) => code === query.bieu) ??
    forms.find(({ indicators }) => indicators.some(({ indicator }) => indicator === query['chi-tieu'])) ??
    forms[0];
  const asked = form?.indicators.find(({ indicator }) => indicator === query['chi-tieu']);
  const indicator = known.get((asked ?? form?.indicators[0])?.indicator ?? '');
  const units = chosen.map(({ id }) => id).join(',');
  const { answer, reload } = useAnswer<Series>(
    form && indicator
      ? apiPath`/v1/public/series?form=${form.code}&indicator=${indicator.id}&unit=${units}&basis=${basis}`
      : null,
  );
  if (form === undefined || indicator === undefined) return null;
  return (
    <>
      <IndicatorSelect forms={forms} known={known} form={form} indicator={indicator} />
      <Answered answer={answer} reload={reload}>
        {(series) => {
          const aim = aimedAt(indicator.targets ?? [], series.items.at(-1)?.period ?? '');
          return (
            <UnitLines
              title={indicator.names[language]}
              series={series}
              forms={forms.filter(({ code }) => code === form.code)}
              units={chosen.map((unit) => ({ id: unit.id, name: unitNameIn(book, unit, language) }))}
              text={(value) => measuredText(value, indicator.unit, language)}
              head={say.value}
              csvName={`so-sanh-${indicator.id}`}
              heading={2}
              shown={{ bieu: form.code, 'chi-tieu': indicator.id, 'co-so': basis }}
              target={aim ? { value: aim.value, text: say.target(aimText(aim.target, language)) } : undefined}
            />
          );
        }}
      </Answered>
      <p>
        <a href={`/chi-tieu/${encodeURIComponent(indicator.id)}?bieu=${form.code}&co-so=${basis}`}>
          {say.about}
        </a>
      </p>
    </>
  );
}

function IndicatorSelect({ forms, known, form, indicator }: Known & { form: Form; indicator: Indicator }) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  return (
    <Field
      id="chi-tieu"
      label={say.label}
      control={(tied) => (
        <select
          {...tied}
          value={`${form.code} ${indicator.id}`}
          onChange={(event) => {
            const [bieu = '', id = ''] = event.currentTarget.value.split(' ');
            change({ bieu, 'chi-tieu': id, xem: null });
          }}
        >
          {forms.map(({ code, version, names, indicators }) => (
            <optgroup key={`${code} ${version}`} label={names[language]}>
              {indicators.map((row) => (
                <option key={row.indicator} value={`${code} ${row.indicator}`}>
                  {known.get(row.indicator)?.names[language] ?? row.indicator}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    />
  );
}
