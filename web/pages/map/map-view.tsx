import { isGiven } from '../../../shared/aggregation/combine.ts';
import { silenceOf } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { apiPath } from '../../app/api-path.ts';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { formAsking } from '../../app/form-asking.ts';
import { grounded } from '../../app/group-points.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { useNamed } from '../../app/use-named.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Choropleth } from '../../charts/choropleth.tsx';
import { figureText } from '../../format/figures.ts';
import { measuredText } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { whyNone } from '../../format/why-none.ts';
import { Answered } from '../../parts/answered.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import { unitAddress } from '../../parts/unit-link.tsx';
import { type AskedView, formsOf, queryOf, scorecardOf } from './asked-view.ts';
import { decimalsOf, extremes, type MapRow, mapOfUnits, rowsOfGroup, rowsOfItem } from './map-rows.ts';
import { mapTable } from './map-table.tsx';
import { sourceText } from './source-text.ts';
import type { ToldPeriod } from './told-periods.ts';
import { words } from './words.ts';

/** The map of one period, or of one group of a scorecard in it. */
export function MapView({
  asked,
  lists,
  shown,
}: {
  asked: AskedView;
  lists: CatalogueLists;
  shown: ToldPeriod;
}) {
  const { subject, basis } = asked;
  const { period } = shown.item;
  const base = useFiguresBase();
  const group = 'form' in subject ? null : subject.group;
  const address =
    'form' in subject || group === null
      ? null
      : apiPath`${base}/scorecards/${subject.scorecard}/${period}?basis=${basis}`;
  const grouped = useAnswer<ScorecardRollup>(address);
  const silence = silenceOf(formAsking(formsOf(subject, lists), period));
  if (group === null) return <Shown {...{ asked, lists, shown }} rows={rowsOfItem(shown.item)} />;
  return (
    <Answered answer={grouped.answer} reload={grouped.reload}>
      {(given) => {
        const { rollup } = grounded(given, scorecardOf(lists, given.scorecard, period));
        return <Shown {...{ asked, lists, shown }} rows={rowsOfGroup(rollup, group, silence)} />;
      }}
    </Answered>
  );
}

function Shown({
  asked,
  lists,
  shown,
  rows: given,
}: {
  asked: AskedView;
  lists: CatalogueLists;
  shown: ToldPeriod;
  rows: MapRow[];
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { period } = shown.item;
  const named = useNamed();
  const rows = given.map((row) => ({ ...row, name: named(row) }));
  const state = useFiguresState({ forms: formsOf(asked.subject, lists), period });
  const told = useTold(asked, lists, period);
  const decimals = decimalsOf(rows.map(({ value }) => value));
  const written = (decimal: string) =>
    told.unit === null
      ? figureText(decimal, language, decimals)
      : measuredText(decimal, told.unit, language, decimals);
  const text = ({ value, reason, isPartial }: MapRow) => {
    if (value === null) return whyNone(reason, language);
    const figure = written(value);
    return isPartial ? `${figure} (${say.partial})` : figure;
  };
  const known = rows.filter(isGiven).length;
  const zeroOfZero = rows.filter(({ reason }) => reason === 'no-denominator').length;
  const ends = extremes(rows);
  const title = `${told.name}, ${periodText(period, language)}`;
  const summary =
    ends === null
      ? say.nothing(rows.length)
      : say.summary({
          most: ends.most.name,
          mostText: text(ends.most),
          least: ends.least.name,
          leastText: text(ends.least),
          known,
          zeroOfZero,
          all: rows.length,
        });
  return (
    <>
      <p class="map-summary">{summary}</p>
      <ChartFrame
        title={title}
        heading={2}
        drawn="map"
        csvName={`ban-do-${told.code}-${period}`}
        shown={{ ...queryOf(asked.subject), ky: period, 'co-so': asked.basis }}
        source={told.source}
        note={say.outlines}
        state={state && stateSentence(state, language)}
        table={mapTable(rows, { language, period, name: told.legend, text })}
      >
        <Choropleth
          summary={`${title}. ${summary}`}
          map={mapOfUnits(rows)}
          units={rows.map((row) => ({
            unit: row.unit,
            name: row.name,
            value: row.value,
            text: text(row),
            href: unitAddress(row.unit, period),
          }))}
          legendTitle={told.legend}
          figure={written}
        />
      </ChartFrame>
    </>
  );
}

/** What the map is of, in words: its name, its unit of measure, from where it is. */
function useTold({ subject }: AskedView, lists: CatalogueLists, period: string) {
  const say = useWords(words);
  const language = useLanguage();
  const address = 'form' in subject ? '/v1/public/catalog/indicators' : null;
  const { answer } = useAnswer<{ items: Indicator[] }>(address);
  if ('form' in subject) {
    const indicator =
      answer.state === 'ready' ? answer.value.items.find(({ id }) => id === subject.indicator) : undefined;
    const name = indicator?.names[language] ?? subject.indicator;
    return {
      code: `${subject.form}-${subject.indicator}`,
      name,
      legend: name,
      unit: indicator?.unit ?? null,
      source: sourceText(indicator?.source),
    };
  }
  const scorecard = scorecardOf(lists, subject.scorecard, period);
  const group = scorecard?.groups.find(({ code }) => code === subject.group);
  const name = scorecard?.names[language] ?? subject.scorecard;
  const max = figureText(group?.max ?? scorecard?.max ?? '', language);
  return {
    code: group === undefined ? subject.scorecard : `${subject.scorecard}-${group.code}`,
    name: group === undefined ? name : `${name}: ${group.names[language]}`,
    legend: say.points(group?.names[language] ?? say.total, max),
    unit: null,
    source: sourceText(scorecard?.source),
  };
}
