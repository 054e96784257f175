import type { SeriesFigure } from '../../../shared/query/series-view.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { lineageAddress } from '../../app/lineage-address.ts';
import { useNamed } from '../../app/use-named.ts';
import type { ChartColumn, ChartTable, FileColumn } from '../../charts/chart-table.ts';
import { figureText } from '../../format/figures.ts';
import { whyNone } from '../../format/why-none.ts';
import { FigureText } from '../../parts/figure-text.tsx';
import { hasParts } from './formula.ts';
import type { IndicatorShown } from './indicator-view.tsx';
import { words } from './words.ts';

/** The units' figures as a table and as a file: rank, figure and what it is made of. */
export function useUnitsTable(
  shown: IndicatorShown,
  rows: readonly SeriesFigure[],
): ChartTable<SeriesFigure> {
  const say = useWords(words);
  const language = useLanguage();
  const named = useNamed();
  const { indicator } = shown.listed;
  const { period } = shown.item;
  const partColumn = (key: 'numerator' | 'denominator'): ChartColumn<SeriesFigure> => ({
    key,
    head: say[key],
    kind: 'number',
    cell: (unit) => unit[key] !== null && figureText(unit[key], language),
    csv: (unit) => unit[key] ?? '',
  });
  const told = ({ rank, partial }: SeriesFigure) =>
    rank === null ? (partial ? say.partial : '') : String(rank);
  const columns: ChartColumn<SeriesFigure>[] = [
    {
      key: 'rank',
      head: say.rank,
      kind: 'number',
      cell: told,
      csv: told,
    },
    {
      key: 'unit',
      head: say.unit,
      names: true,
      cell: (row) => <a href={lineageOf(shown, row.unit)}>{named(row)}</a>,
      csv: named,
    },
    {
      key: 'value',
      head: say.result,
      kind: 'number',
      cell: (unit) => <FigureText figure={unit} unit={indicator.unit} />,
      csv: ({ value, reason }) => value ?? whyNone(reason, language),
    },
    ...(hasParts(indicator) ? [partColumn('numerator'), partColumn('denominator')] : []),
  ];
  const inFile: FileColumn<SeriesFigure>[] = [
    { head: say.code, csv: ({ code }) => code },
    { head: say.unitId, csv: ({ unit }) => unit },
    { head: say.period, csv: () => period },
    { head: say.indicatorId, csv: () => indicator.id },
  ];
  return { columns, inFile, rows, rowKey: ({ unit }) => unit };
}

/** Where a unit's figure comes from. */
export function lineageOf(
  { listed: { indicator }, form, item, basis }: IndicatorShown,
  unit: string,
): string {
  return lineageAddress({ unit, form, period: item.period, indicator: indicator.id, basis });
}
