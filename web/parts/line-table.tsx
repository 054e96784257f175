import type { SeriesFigure, SeriesItem } from '../../shared/query/series-view.ts';
import type { Language } from '../app/language.tsx';
import type { ChartColumn, ChartTable } from '../charts/chart-table.ts';
import { capitalised, periodText } from '../format/periods.ts';
import { whyNone } from './figure-text.tsx';

const words = {
  vi: {
    period: 'Kỳ',
    unranked: 'không xếp hạng',
    rankHead: 'Hạng',
    ranked: (rank: number, of: number) => `${rank} trong ${of}`,
    absent: 'chưa có trên bản đồ của kỳ',
  },
  en: {
    period: 'Period',
    unranked: 'not ranked',
    rankHead: 'Rank',
    ranked: (rank: number, of: number) => `${rank} of ${of}`,
    absent: 'not on the map of the period',
  },
};

/** One line: which unit, under what name. */
export type LineUnit = { id: string; name: string };

/** What a period tells of a unit; undefined where the unit is not on its map. */
export function figureOf({ units }: SeriesItem, id: string): SeriesFigure | undefined {
  return units.find(({ unit }) => unit === id);
}

/** The table of lines: a row for each period, the newest first, with figure and rank of every unit. */
export function lineTable({
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
        return say.ranked(rank, item.coverage.counted);
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
