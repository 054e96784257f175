import type { Silence } from '../../../shared/aggregation/round.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import type { UnitFigures } from '../../../shared/query/read-unit-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { UnitBook } from '../../app/use-units.ts';
import { figureText } from '../../format/figures.ts';
import { aimText, differenceText } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { changeFrom } from '../../format/statistics.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FigureText, type ToldFigure } from '../../parts/figure-text.tsx';
import { targetAt } from '../indicators/aim.ts';
import { FigureWithOrigin } from './figure-with-origin.tsx';

const words = {
  vi: {
    caption: (period: string) => `Các chỉ tiêu ${period}; mỗi số mở ra nguồn gốc của số đó`,
    indicator: 'Chỉ tiêu',
    value: 'Kết quả',
    parts: 'Tử số / mẫu số',
    target: 'Mục tiêu',
    nation: 'Cả nước',
    rank: 'Hạng',
    previous: 'Kỳ trước',
    change: 'Thay đổi',
    of: (rank: number, of: number) => `${rank} trong ${of}`,
    unranked: 'không xếp hạng',
    noTarget: 'không đặt mục tiêu',
    several: 'nhiều mục tiêu, xem tại trang chỉ tiêu',
    noPrevious: 'kỳ trước không có số',
    first: 'Kỳ trước chưa có số liệu của biểu này, nên chưa tính được thay đổi.',
    ranked:
      'Hạng tính giữa các đơn vị có kết quả. Đơn vị không phát sinh (0/0) được tính là có số liệu nhưng không có tỷ lệ nên không xếp hạng.',
  },
  en: {
    caption: (period: string) => `The indicators of ${period}; each figure opens where it comes from`,
    indicator: 'Indicator',
    value: 'Result',
    parts: 'Numerator / denominator',
    target: 'Target',
    nation: 'Nation',
    rank: 'Rank',
    previous: 'Period before',
    change: 'Change',
    of: (rank: number, of: number) => `${rank} of ${of}`,
    unranked: 'not ranked',
    noTarget: 'no target set',
    several: 'several targets, see the indicator',
    noPrevious: 'none in the period before',
    first: 'There are no figures of this form in the period before, so no change can be told.',
    ranked:
      'Ranks are among the units with a result. One in which nothing occurred (0/0) counts among those with a figure, has no ratio and so no rank.',
  },
};

type Item = UnitFigures['items'][number];

/** Every indicator of a form for one unit. */
export function IndicatorTable({
  book,
  told,
  known,
  silence,
}: {
  book: UnitBook;
  told: UnitFigures;
  known: ReadonlyMap<string, Indicator>;
  /** Why there is no figure while nothing is in of the unit. */
  silence: Silence;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { form, period } = told;
  const unitOf = ({ indicator }: Item) => known.get(indicator)?.unit ?? '0..1';
  const ownFigure = (item: Item): ToldFigure =>
    told.reported || item.reason !== 'missing' ? item : { value: item.value, reason: silence };
  const columns: Column<Item>[] = [
    {
      key: 'indicator',
      head: say.indicator,
      names: true,
      cell: ({ indicator }) => (
        <a
          class="units-wide"
          href={`/chi-tieu/${encodeURIComponent(indicator)}?bieu=${form}&ky=${period}&co-so=${told.basis}`}
        >
          {known.get(indicator)?.names[language] ?? indicator}
        </a>
      ),
    },
    {
      key: 'value',
      head: say.value,
      kind: 'number',
      cell: (item) => (
        <FigureWithOrigin
          book={book}
          told={told}
          item={item}
          figure={ownFigure(item)}
          measure={unitOf(item)}
        />
      ),
    },
    { key: 'parts', head: say.parts, kind: 'number', cell: (item) => partsText(item, language) },
    {
      key: 'target',
      head: say.target,
      cell: ({ indicator }) => {
        const target = targetAt(known.get(indicator)?.targets ?? [], period);
        if (target === null) return <span class="missing aim">{say.noTarget}</span>;
        return <span class="aim">{target === 'several' ? say.several : aimText(target, language)}</span>;
      },
    },
    {
      key: 'nation',
      head: say.nation,
      kind: 'number',
      cell: (item) => <FigureText figure={item.national} unit={unitOf(item)} />,
    },
    {
      key: 'rank',
      head: say.rank,
      kind: 'number',
      cell: ({ rank, ranked }) =>
        rank === null ? <span class="missing">{say.unranked}</span> : say.of(rank, ranked),
    },
    {
      key: 'previous',
      head: say.previous,
      kind: 'number',
      cell: (item) =>
        item.previous === null ? (
          <span class="missing">{say.noPrevious}</span>
        ) : (
          <FigureText figure={item.previous} unit={unitOf(item)} />
        ),
    },
    {
      key: 'change',
      head: say.change,
      kind: 'number',
      cell: (item) => {
        const { value, previous } = item;
        if (value === null || previous === null || previous.value === null) return '—';
        return differenceText(changeFrom(previous.value, value), unitOf(item), language);
      },
    },
  ];
  const hasUnranked = told.items.some(({ ranked }) => ranked > 0 && ranked < told.coverage.counted);
  const isFirst = told.items.every(({ previous }) => previous === null);
  return (
    <>
      <DataTable
        caption={say.caption(periodText(period, language))}
        columns={isFirst ? columns.filter(({ key }) => key !== 'previous' && key !== 'change') : columns}
        rows={told.items}
        rowKey={({ indicator }) => indicator}
      />
      {hasUnranked && <p class="soft">{say.ranked}</p>}
      {isFirst && <p class="soft">{say.first}</p>}
    </>
  );
}

function partsText({ numerator, denominator }: Item, language: 'vi' | 'en'): string {
  if (numerator === null || denominator === null) return '—';
  return `${figureText(numerator, language)} / ${figureText(denominator, language)}`;
}
