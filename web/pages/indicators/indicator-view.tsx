import type { Basis } from '../../../shared/aggregation/basis.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { defaultPeriod, dueDayOf } from '../../app/default-period.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { useToday } from '../../app/use-today.ts';
import { capitalised, periodText } from '../../format/periods.ts';
import { Loading } from '../../parts/answered.tsx';
import { BasisSwitch } from '../../parts/basis-switch.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import type { Asking, Listed } from './indicator-list.ts';
import { NationNow } from './nation-now.tsx';
import { SeriesPart } from './series-part.tsx';
import { UnitsPart } from './units-part.tsx';
import { WhyPart } from './why-part.tsx';
import { words } from './words.ts';

/** What every part of the page is made of. */
export type IndicatorShown = {
  listed: Listed;
  form: string;
  series: Series;
  basis: Basis;
  item: SeriesItem;
  before: SeriesItem | undefined;
};

/** The indicator's figures in one period, on one map; both stand in the address. */
export function IndicatorView({
  listed,
  form,
  series,
  basis,
}: Pick<IndicatorShown, 'listed' | 'form' | 'series' | 'basis'>) {
  const say = useWords(words);
  const { query, change } = useQuery();
  const { items } = series;
  const today = useToday();
  const ofForm = listed.askedBy.filter(({ code }) => code === form);
  const at = items.findIndex(({ period }) => period === query.ky);
  const meant = defaultPeriod(
    items,
    // Of an earlier version of the form the day is that of the newest: only the newest periods are not over yet.
    ({ period, coverage }) => ({ ...coverage, due: dueDayOf(ofForm, period) }),
    today ?? '',
  );
  const place = at === -1 ? items.indexOf(meant as SeriesItem) : at;
  const item = items[place] as SeriesItem;
  if (today === null) return <Loading />;
  const shown: IndicatorShown = { listed, form, series, basis, item, before: items[place - 1] };
  return (
    <>
      <div class="filters">
        <FormChoice askedBy={listed.askedBy} form={form} change={change} />
        <PeriodChoice items={items} period={item.period} change={change} />
        <BasisSwitch basis={basis} onBasis={(chosen) => change({ 'co-so': chosen })} />
      </div>
      <OtherPeriod asked={query.ky} shown={item.period} forms={ofForm} />
      <NationNow {...shown} />
      <Notice>{say.provisional}</Notice>
      <SeriesPart {...shown} />
      <WhyPart {...shown} />
      <UnitsPart {...shown} />
    </>
  );
}

type Change = (some: Record<string, string | null>) => void;

function FormChoice({ askedBy, form, change }: { askedBy: readonly Asking[]; form: string; change: Change }) {
  const say = useWords(words);
  const language = useLanguage();
  if (askedBy.length < 2) return null;
  return (
    <Field
      id="bieu"
      label={say.form}
      control={(tied) => (
        <select
          {...tied}
          value={form}
          onChange={(event) => change({ bieu: event.currentTarget.value, ky: null })}
        >
          {askedBy.map(({ code, names }) => (
            <option key={code} value={code}>
              {names[language]}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function PeriodChoice({
  items,
  period,
  change,
}: {
  items: readonly SeriesItem[];
  period: string;
  change: Change;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <Field
      id="ky"
      label={say.period}
      control={(tied) => (
        <select {...tied} value={period} onChange={(event) => change({ ky: event.currentTarget.value })}>
          {items.map((item) => (
            <option key={item.period} value={item.period}>
              {capitalised(periodText(item.period, language))}
            </option>
          ))}
        </select>
      )}
    />
  );
}
