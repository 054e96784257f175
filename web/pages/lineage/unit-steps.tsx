import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import type { Lineage } from '../../../shared/query/read-lineage.ts';
import { capitalised } from '../../../shared/written.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { CellStep } from './cell-step.tsx';
import { Confirmed } from './confirmed.tsx';
import { FileAndCells } from './file-and-cells.tsx';
import { type LineageView, lineageAsked, stepAddress } from './lineage-view.ts';
import { StateNote } from './state-note.tsx';
import { words } from './words.ts';

type Shown = { view: LineageView; indicator: Indicator; rollup: IndicatorRollup };
type Row = IndicatorRollup['units'][number];

/** A unit's figure, and for who may see it the file and one of its cells. */
export function UnitSteps(shown: Shown) {
  const say = useWords(words);
  const language = useLanguage();
  const { view, rollup } = shown;
  const mayRead = useHasRights();
  const row = rollup.units.find(({ unit }) => unit === view.unit);
  // A merged unit's figure stands in no file: those of its predecessors do.
  const isMerged = row?.predecessors !== undefined;
  const mayAsk = mayRead && !isMerged;
  const { answer, reload } = useAnswer<Lineage>(mayAsk ? lineageAsked(view) : null);
  const name = row?.name ?? nameIn(rollup, view.unit) ?? view.unit ?? '';
  if (!mayAsk) {
    return (
      <>
        <Path view={view} name={name} cell={null} />
        <UnitFigure {...shown} row={row} />
        {!mayRead && <SignInNote />}
      </>
    );
  }
  return (
    <Answered
      answer={answer}
      reload={reload}
      none={
        <>
          <Path view={view} name={name} cell={null} />
          <UnitFigure {...shown} row={row} />
          <Notice>{say.notYours}</Notice>
        </>
      }
    >
      {(lineage) => {
        const cell = lineage.cells.find(({ role }) => role === view.role);
        return (
          <>
            <Path view={view} name={name} cell={cell ? capitalised(cellText(cell.at, language)) : null} />
            {cell ? (
              <CellStep lineage={lineage} cell={cell} />
            ) : (
              <>
                <UnitFigure {...shown} row={row} />
                <FileAndCells view={view} lineage={lineage} />
              </>
            )}
            <Confirmed lineage={lineage} />
          </>
        );
      }}
    </Answered>
  );
}

function nameIn({ coverage, units }: IndicatorRollup, unit: string | null): string | undefined {
  const parts = units.flatMap(({ predecessors }) => predecessors ?? []);
  return [...coverage.missing, ...parts].find((each) => each.unit === unit)?.name;
}

function Path({ view, name, cell }: { view: LineageView; name: string; cell: string | null }) {
  const say = useWords(words);
  const { unit, area, role } = view;
  const crumbs: Crumb[] = [
    { name: say.nation, address: stepAddress(view) },
    { name, address: stepAddress(view, { unit, area }), lang: 'vi' },
    ...(cell === null ? [] : [{ name: cell, address: stepAddress(view, { unit, area, role }) }]),
  ];
  return <Breadcrumb crumbs={crumbs} />;
}

/** What the unit says, and of a merged one what its predecessors said. */
function UnitFigure({ view, indicator, row }: Shown & { row: Row | undefined }) {
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

function SignInNote() {
  const say = useWords(words);
  const back = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <Notice>
      <p>{say.publicNote}</p>
      <p>
        <a href={`/dang-nhap?ve=${back}`}>{say.signIn}</a>
      </p>
    </Notice>
  );
}
