import type { ComparedFigure } from '../../../shared/query/compared-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAreaName } from '../../app/use-area-name.ts';
import { changeWords, isDifferent } from '../../format/comparison.ts';
import { differenceText } from '../../format/measures.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FigureWithParts } from '../../parts/figure-value.tsx';
import { figureWords } from './figure-words.ts';

/**
 * Figures, and what they are beside those before.
 * @param before what the figures are held against; null: nothing
 * @param onlyDiffering those that are the same stand on paper only
 */
export function FigureTable({
  rows,
  before,
  onlyDiffering = false,
}: {
  rows: readonly ComparedFigure[];
  before: string | null;
  onlyDiffering?: boolean;
}) {
  const say = useWords(figureWords);
  const language = useLanguage();
  const nameOf = useAreaName();
  const areas: Column<ComparedFigure>[] = rows.some(({ area }) => area !== null)
    ? [{ key: 'area', head: say.area, cell: ({ area }) => area && nameOf(area) }]
    : [];
  const compared: Column<ComparedFigure>[] =
    before === null
      ? []
      : [
          {
            key: 'before',
            head: before,
            kind: 'number',
            cell: (row) => <FigureWithParts figure={row.before} unit={row.unit} />,
          },
          {
            key: 'difference',
            head: say.difference,
            kind: 'number',
            cell: ({ difference, unit }) => difference !== null && differenceText(difference, unit, language),
          },
          { key: 'change', head: say.change, cell: ({ change }) => changeWords[change][language] },
        ];
  return (
    <DataTable
      caption={say.caption}
      rows={rows}
      rowKey={({ indicator, area }) => `${indicator} ${area}`}
      rowClass={({ change }) => (onlyDiffering && !isDifferent(change) ? 'on-paper' : undefined)}
      stacks={before !== null}
      columns={[
        {
          key: 'name',
          head: say.indicator,
          names: true,
          cell: ({ names }) => names[language],
        },
        ...areas,
        {
          key: 'here',
          head: say.here,
          kind: 'number',
          cell: ({ figure, unit }) => <FigureWithParts figure={figure} unit={unit} />,
        },
        ...compared,
      ]}
    />
  );
}
