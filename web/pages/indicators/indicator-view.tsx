import type { Basis } from '../../../shared/aggregation/basis.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { defaultPeriod, dueDayOf } from '../../app/default-period.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useFiguresStates } from '../../app/use-figures-state.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToday } from '../../app/use-today.ts';
import type { ViewShown } from '../../charts/view-address.ts';
import { periodTitle } from '../../format/periods.ts';
import { Loading } from '../../parts/answered.tsx';
import { BasisSwitch } from '../../parts/basis-switch.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SentenceText } from '../../parts/sentence.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import { type Sentence, stateSentence, statesSentence } from '../../parts/state-sentences.ts';
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
  /** What the address of the view says, also where the page chose it by itself. */
  view: ViewShown;
  /** Whether the figures of the period, and of every period, still change. */
  state: Sentence | null;
  states: Sentence | null;
};

/** The indicator's figures in one period, on one map; both stand in the address. @param versions of the form */
export function IndicatorView({
  listed,
  form,
  versions,
  series,
  basis,
}: Pick<IndicatorShown, 'listed' | 'form' | 'series' | 'basis'> & { versions: readonly Form[] }) {
  const language = useLanguage();
  const { query, change } = useQuery();
  const { items } = series;
  const today = useToday();
  const at = items.findIndex(({ period }) => period === query.ky);
  const meant = defaultPeriod(
    items,
    ({ period, coverage }) => ({ ...coverage, due: dueDayOf(versions, period) }),
    today ?? '',
  );
  const place = at === -1 ? items.indexOf(meant as SeriesItem) : at;
  const item = items[place] as SeriesItem;
  const periods = items.map(({ period }) => period);
  const stateOf = useFiguresStates({ forms: versions, periods });
  if (today === null) return <Loading />;
  const meantState = stateOf(item.period);
  const state = meantState && stateSentence(meantState, language);
  const states = statesSentence(periods, stateOf, language);
  const shown: IndicatorShown = {
    ...{ listed, form, series, basis, item, state, states },
    before: items[place - 1],
    view: { bieu: form, ky: item.period, 'co-so': basis },
  };
  return (
    <>
      <div class="filters">
        <FormChoice askedBy={listed.askedBy} form={form} change={change} />
        <PeriodChoice items={items} period={item.period} change={change} />
        <BasisSwitch basis={basis} onBasis={(chosen) => change({ 'co-so': chosen })} />
      </div>
      <OtherPeriod asked={query.ky} shown={item.period} forms={versions} />
      <NationNow {...shown} />
      {state !== null && (
        <Notice>
          <SentenceText sentence={state} />
        </Notice>
      )}
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
    <ChoiceField
      id="bieu"
      label={say.form}
      value={form}
      choices={askedBy.map(({ code, names }) => [code, names[language]])}
      onChoose={(bieu) => change({ bieu, ky: null })}
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
    <ChoiceField
      id="ky"
      label={say.period}
      value={period}
      choices={items.map((item) => [item.period, periodTitle(item.period, language)])}
      onChoose={(ky) => change({ ky })}
    />
  );
}
