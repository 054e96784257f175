import type { ComponentChildren } from 'preact';
import type { Series } from '../../shared/query/read-series.ts';
import type { SeriesFigure, SeriesItem } from '../../shared/query/series-view.ts';
import { type Language, useLanguage, useWords } from '../app/language.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { ChartColumn, ChartTable } from '../charts/chart-table.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { capitalised, periodText } from '../format/periods.ts';
import { DataTable } from './data-table.tsx';
import { whyNone } from './figure-text.tsx';

const words = {
  vi: {
    period: 'Kỳ',
    rank: (rank: number) => `hạng ${rank}`,
    unranked: 'không xếp hạng',
    rankHead: 'Hạng',
    ranked: (rank: number, of: number) => `${rank} trong ${of}`,
    absent: 'chưa có trên bản đồ của kỳ',
    none: 'Chưa có kỳ nào có số liệu.',
    source: 'Số liệu do các đơn vị báo cáo và công bố; tạm tính cho đến khi chốt.',
  },
  en: {
    period: 'Period',
    rank: (rank: number) => `rank ${rank}`,
    unranked: 'not ranked',
    rankHead: 'Rank',
    ranked: (rank: number, of: number) => `${rank} of ${of}`,
    absent: 'not on the map of the period',
    none: 'No period has figures yet.',
    source: 'Reported and published by the units; provisional until they are frozen.',
  },
};

/** One line: which unit, under what name. */
export type LineUnit = { id: string; name: string };

/**
 * A series of some units as a chart with its table; with one period alone there is no line to draw, and the table stands.
 * @param text how a figure of it is written
 * @param head what the figures are, above their column
 * @param linkOf the address of a period, where it has one
 */
export function UnitLines({
  title,
  series,
  units,
  text,
  head,
  csvName,
  heading,
  note,
  target,
  linkOf,
}: {
  title: string;
  series: Series;
  units: readonly LineUnit[];
  text: (value: string) => string;
  head: string;
  csvName: string;
  heading?: 2 | 3;
  note?: ComponentChildren;
  target?: { value: string; text: string } | undefined;
  linkOf?: (period: string) => string;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const items = series.items;
  const table = tableOf({ items, units, text, head, language, ...(linkOf ? { linkOf } : {}) });
  if (items.length < 2) {
    return (
      <DataTable
        caption={title}
        columns={table.columns}
        rows={table.rows}
        rowKey={table.rowKey}
        empty={say.none}
      />
    );
  }
  const told = (figure: SeriesFigure | undefined) =>
    figure && {
      value: figure.value,
      text: figure.value === null ? whyNone(figure.reason, language) : text(figure.value),
    };
  const lines = units.map(({ id, name }, at) => ({
    key: id,
    name,
    ...(at === 0 ? { main: true as const } : {}),
    points: items.map((item) => told(figureOf(item, id)) ?? null),
  }));
  return (
    <ChartFrame
      title={title}
      table={table}
      csvName={csvName}
      source={say.source}
      {...(heading === undefined ? {} : { heading })}
      {...(note === undefined ? {} : { note })}
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

function figureOf({ units }: SeriesItem, id: string): SeriesFigure | undefined {
  return units.find(({ unit }) => unit === id);
}

/** On an axis there is little room: `III/2026`, `2024`. */
function shortPeriod(period: string, language: Language): string {
  return periodText(period, language).replace(/^(quý|quarter|năm|year) /, '');
}

function tableOf({
  items,
  units,
  text,
  head,
  language,
  linkOf,
}: {
  items: readonly SeriesItem[];
  units: readonly LineUnit[];
  text: (value: string) => string;
  head: string;
  language: Language;
  linkOf?: (period: string) => string;
}): ChartTable<SeriesItem> {
  const say = words[language];
  const plain = (figure: SeriesFigure | undefined) => {
    if (figure === undefined) return say.absent;
    return figure.value === null ? whyNone(figure.reason, language) : text(figure.value);
  };
  const ofUnit = ({ id, name }: LineUnit): ChartColumn<SeriesItem>[] => [
    {
      key: id,
      head: units.length === 1 ? head : name,
      kind: 'number',
      cell: (item) => {
        const figure = figureOf(item, id);
        return <span class={figure?.value == null ? 'missing' : undefined}>{plain(figure)}</span>;
      },
      csv: (item) => figureOf(item, id)?.value ?? plain(figureOf(item, id)),
    },
    {
      key: `${id} rank`,
      head: units.length === 1 ? say.rankHead : `${name}: ${say.rankHead.toLowerCase()}`,
      kind: 'number',
      cell: (item) => {
        const rank = figureOf(item, id)?.rank ?? null;
        if (rank === null) return <span class="missing">{say.unranked}</span>;
        return say.ranked(rank, item.ranked);
      },
      csv: (item) => String(figureOf(item, id)?.rank ?? ''),
    },
  ];
  return {
    columns: [
      {
        key: 'period',
        head: say.period,
        names: true,
        cell: ({ period }) => {
          const name = capitalised(periodText(period, language));
          return linkOf ? <a href={linkOf(period)}>{name}</a> : name;
        },
        csv: ({ period }) => period,
      },
      ...units.flatMap(ofUnit),
    ],
    rows: items.toReversed(),
    rowKey: ({ period }) => period,
  };
}
