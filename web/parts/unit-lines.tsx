import type { Form } from '../../shared/catalog/schema.ts';
import type { Series } from '../../shared/query/read-series.ts';
import type { SeriesFigure } from '../../shared/query/series-view.ts';
import { type Language, useLanguage, useWords } from '../app/language.tsx';
import { useFiguresStates } from '../app/use-figures-state.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import type { ViewShown } from '../charts/view-address.ts';
import { periodText } from '../format/periods.ts';
import { whyNone } from '../format/why-none.ts';
import { DataTable } from './data-table.tsx';
import { SentenceText } from './sentence.tsx';
import { statesSentence } from './state-sentences.ts';
import { figureOf, type LineUnit, OnePeriod, tableOf } from './unit-lines-table.tsx';

const words = {
  vi: {
    none: 'Chưa có kỳ nào có số liệu.',
  },
  en: {
    none: 'No period has figures yet.',
  },
};

/**
 * A series of some units as a chart with its table; with figures of one period alone, or of none, there is no line to
 * draw, and the table stands.
 * @param forms those that the figures come from, in every version
 * @param text how a figure of it is written
 * @param head what the figures are, above their column
 * @param linkOf the address of a period, where it has one
 */
export function UnitLines({
  title,
  series,
  forms,
  units,
  text,
  head,
  csvName,
  shown,
  heading,
  target,
  linkOf,
}: {
  title: string;
  series: Series;
  forms: readonly Form[];
  units: readonly LineUnit[];
  text: (value: string) => string;
  head: string;
  csvName: string;
  /** What of the view its link has to say. */
  shown: ViewShown;
  heading?: 2 | 3;
  target?: { value: string; text: string } | undefined;
  linkOf?: (period: string) => string;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const items = series.items;
  const periods = items.map(({ period }) => period);
  const state = statesSentence(periods, useFiguresStates({ forms, periods }), language);
  const table = tableOf({ items, units, text, head, language, ...(linkOf ? { linkOf } : {}) });
  const drawn = items.filter((item) => units.some(({ id }) => figureOf(item, id)?.value != null));
  const [single] = items;
  if (drawn.length < 2) {
    return (
      <>
        {items.length === 1 && units.length > 1 && single !== undefined ? (
          <OnePeriod {...{ title, item: single, units, text, head }} />
        ) : (
          <DataTable
            caption={title}
            columns={table.columns}
            rows={table.rows}
            rowKey={table.rowKey}
            empty={say.none}
          />
        )}
        {state !== null && (
          <p class="chart-note">
            <SentenceText sentence={state} />
          </p>
        )}
      </>
    );
  }
  const pointOf = (figure: SeriesFigure | undefined) =>
    figure && {
      value: figure.value,
      text: figure.value === null ? whyNone(figure.reason, language) : text(figure.value),
    };
  const lines = units.map(({ id, name }, at) => ({
    key: id,
    name,
    ...(at === 0 ? { main: true as const } : {}),
    points: items.map((item) => pointOf(figureOf(item, id)) ?? null),
  }));
  return (
    <ChartFrame
      title={title}
      table={table}
      csvName={csvName}
      shown={shown}
      state={state}
      source={['Điểm Cầu', ...new Set(forms.map(({ names }) => names[language]))].join(' · ')}
      {...(heading === undefined ? {} : { heading })}
    >
      <LineChart
        summary={title}
        periods={items.map(({ period, map }) => ({
          code: period,
          label: shortPeriod(period, language),
          ...(series.basis === 'as-reported' ? { map: map.units } : {}),
        }))}
        series={lines}
        target={target}
      />
    </ChartFrame>
  );
}

/** On an axis there is little room: `III/2026`, `2024`. */
function shortPeriod(period: string, language: Language): string {
  return periodText(period, language).replace(/^(quý|quarter|năm|year) /, '');
}
