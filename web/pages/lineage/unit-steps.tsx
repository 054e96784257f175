import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { cellText } from '../../../shared/observations/cell-text.ts';
import type { Lineage } from '../../../shared/query/read-lineage.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { CellStep } from './cell-step.tsx';
import { Confirmed } from './confirmed.tsx';
import { FileAndCells } from './file-and-cells.tsx';
import { type LineageView, lineageAsked, stepAddress } from './lineage-view.ts';
import { UnitFigure } from './unit-figure.tsx';
import { words } from './words.ts';

type Shown = { view: LineageView; indicator: Indicator; rollup: IndicatorRollup };

/** A unit's figure, and for who may see it the file and one of its cells. */
export function UnitSteps({ view, indicator, rollup }: Shown) {
  const say = useWords(words);
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
        <UnitFigure view={view} indicator={indicator} row={row} />
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
          <UnitFigure view={view} indicator={indicator} row={row} />
          <Notice>{say.notYours}</Notice>
        </>
      }
    >
      {(lineage) => {
        const cell = lineage.cells.find(({ role }) => role === view.role);
        return (
          <>
            <Path view={view} name={name} cell={cell ? cellText(cell.at) : null} />
            {cell ? (
              <CellStep lineage={lineage} cell={cell} />
            ) : (
              <>
                <UnitFigure view={view} indicator={indicator} row={row} />
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
    ...(cell === null
      ? []
      : [{ name: say.cellStep(cell), address: stepAddress(view, { unit, area, role }) }]),
  ];
  return <Breadcrumb crumbs={crumbs} />;
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
