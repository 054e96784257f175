import type { ComparedFigure, ReadFigure } from '../../../shared/query/compared-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAreaName } from '../../app/use-area-name.ts';
import { changeText, figureText } from '../../format/figures.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FigureValue } from '../../parts/figure-value.tsx';
import { figureWords } from './figure-words.ts';

/** Figures, and what they are beside those before. @param before what the figures are held against; null: nothing */
export function FigureTable({ rows, before }: { rows: readonly ComparedFigure[]; before: string | null }) {
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
            cell: (row) => <WithParts figure={row.before} />,
          },
          {
            key: 'difference',
            head: say.difference,
            kind: 'number',
            cell: ({ difference }) => difference !== null && changeText(difference, language),
          },
          { key: 'change', head: say.change, cell: ({ change }) => say.changes[change] },
        ];
  return (
    <DataTable
      caption={say.caption}
      rows={rows}
      rowKey={({ indicator, area }) => `${indicator} ${area}`}
      empty={say.none}
      columns={[
        {
          key: 'name',
          head: say.indicator,
          names: true,
          cell: ({ names, unit }) => `${names[language]} (${unit})`,
        },
        ...areas,
        {
          key: 'here',
          head: say.here,
          kind: 'number',
          cell: ({ figure }) => <WithParts figure={figure} />,
        },
        ...compared,
      ]}
    />
  );
}

/** A figure, and of a ratio the two numbers that were reported: what an approver knows. */
function WithParts({ figure }: { figure: ReadFigure | null }) {
  const language = useLanguage();
  const { numerator, denominator } = figure ?? {};
  return (
    <>
      <FigureValue figure={figure} />
      {figure?.value != null && numerator != null && denominator != null && (
        <span class="submission-parts">
          {figureText(numerator, language)}/{figureText(denominator, language)}
        </span>
      )}
    </>
  );
}
