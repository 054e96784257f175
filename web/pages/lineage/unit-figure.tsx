import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { figureText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { type LineageView, stepAddress } from './lineage-view.ts';
import { StateNote } from './state-note.tsx';
import { words } from './words.ts';

type Row = IndicatorRollup['units'][number];

/** What the unit says, and of a merged one what its predecessors said. */
export function UnitFigure({
  view,
  indicator,
  row,
}: {
  view: LineageView;
  indicator: Indicator;
  row: Row | undefined;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <section aria-labelledby="so-lieu">
      <h2 id="so-lieu">{say.unitFigure}</h2>
      {row === undefined ? (
        <p class="missing">{say.noUnit}</p>
      ) : (
        <Facts
          facts={[
            [say.result, <FigureText key="r" figure={row} unit={indicator.unit} exact />],
            ...(row.numerator !== null && row.denominator !== null
              ? ([
                  [say.numerator, figureText(row.numerator, language)],
                  [say.denominator, figureText(row.denominator, language)],
                ] as const)
              : []),
            [say.period, periodText(view.period, language)],
          ]}
        />
      )}
      {row !== undefined && <StateNote view={view} />}
      {row?.fromAreas && <p>{say.areas(row.fromAreas.counted, row.fromAreas.expected)}</p>}
      {row?.predecessors && <Predecessors view={view} row={row} unit={indicator.unit} />}
    </section>
  );
}

function Predecessors({ view, row, unit }: { view: LineageView; row: Row; unit: string }) {
  const say = useWords(words);
  return (
    <>
      <h3>{say.predecessors}</h3>
      <DataTable
        caption={say.predecessorsCaption}
        rows={row.predecessors ?? []}
        rowKey={(part) => part.unit}
        columns={[
          {
            key: 'unit',
            head: say.unit,
            names: true,
            cell: (part) => (
              <a lang="vi" href={stepAddress(view, { unit: part.unit, basis: 'as-reported' })}>
                {part.name}
              </a>
            ),
          },
          {
            key: 'value',
            head: say.result,
            kind: 'number',
            cell: (part) => <FigureText figure={part} unit={unit} exact />,
          },
        ]}
      />
    </>
  );
}
