import type { SeriesFigure, SeriesItem } from '../../shared/query/series-view.ts';
import { type Language, useLanguage, useWords } from '../app/language.tsx';
import type { ChartColumn, ChartTable } from '../charts/chart-table.ts';
import { periodText, periodTitle } from '../format/periods.ts';
import { whyNone } from '../format/why-none.ts';
import { DataTable } from './data-table.tsx';
import { unitAddress } from './unit-link.tsx';

const words = {
  vi: {
    unit: 'Đơn vị',
    period: 'Kỳ',
    unranked: 'không xếp hạng',
    rankHead: 'Hạng',
    ranked: (rank: number, of: number) => `${rank} trong ${of}`,
    absent: 'chưa có trên bản đồ của kỳ',
  },
  en: {
    unit: 'Unit',
    period: 'Period',
    unranked: 'not ranked',
    rankHead: 'Rank',
    ranked: (rank: number, of: number) => `${rank} of ${of}`,
    absent: 'not on the map of the period',
  },
};

/** One line: which unit, under what name. */
export type LineUnit = { id: string; name: string };

/** The periods of some units, the newest first, with a figure and a rank for each unit. */
export function tableOf({
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
  const ofUnit = ({ id, name }: LineUnit): ChartColumn<SeriesItem>[] => [
    {
      key: id,
      head: units.length === 1 ? head : name,
      kind: 'number',
      cell: (item) => told(figureOf(item, id), text, language),
      csv: (item) => figureOf(item, id)?.value ?? plain(figureOf(item, id), text, language),
    },
    {
      key: `${id} rank`,
      head: units.length === 1 ? say.rankHead : `${name}: ${say.rankHead.toLowerCase()}`,
      kind: 'number',
      cell: (item) => ranked(item, id, language),
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
          const name = periodTitle(period, language);
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

/** Of one period several units stand below each other. */
export function OnePeriod({
  title,
  item,
  units,
  text,
  head,
}: {
  title: string;
  item: SeriesItem;
  units: readonly LineUnit[];
  text: (value: string) => string;
  head: string;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <DataTable
      caption={title}
      rows={units}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'unit',
          head: say.unit,
          names: true,
          cell: ({ id, name }) => <a href={unitAddress(id, item.period)}>{name}</a>,
        },
        {
          key: 'value',
          head: `${head}, ${periodText(item.period, language)}`,
          kind: 'number',
          cell: ({ id }) => told(figureOf(item, id), text, language),
        },
        { key: 'rank', head: say.rankHead, kind: 'number', cell: ({ id }) => ranked(item, id, language) },
      ]}
    />
  );
}

function told(figure: SeriesFigure | undefined, text: (value: string) => string, language: Language) {
  return <span class={figure?.value == null ? 'missing' : undefined}>{plain(figure, text, language)}</span>;
}

function plain(figure: SeriesFigure | undefined, text: (value: string) => string, language: Language) {
  if (figure === undefined) return words[language].absent;
  return figure.value === null ? whyNone(figure.reason, language) : text(figure.value);
}

function ranked(item: SeriesItem, id: string, language: Language) {
  const rank = figureOf(item, id)?.rank ?? null;
  if (rank === null) return <span class="missing">{words[language].unranked}</span>;
  return words[language].ranked(rank, item.ranked);
}

/** What an item of a series says of a unit. */
export function figureOf({ units }: SeriesItem, id: string): SeriesFigure | undefined {
  return units.find(({ unit }) => unit === id);
}
