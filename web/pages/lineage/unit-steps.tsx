import type { ComponentChildren } from 'preact';
import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Lineage } from '../../../shared/query/read-lineage.ts';
import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { hasRights } from '../../app/tokens.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useSession } from '../../app/use-session.ts';
import { unitMeant, useUnits } from '../../app/use-units.ts';
import { cellText } from '../../format/cells.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { CellStep } from './cell-step.tsx';
import { Confirmed } from './confirmed.tsx';
import { FileAndCells } from './file-and-cells.tsx';
import { isFileAsked } from './file-asked.ts';
import { type LineageView, lineageAsked, stepAddress } from './lineage-view.ts';
import { UnitFigure } from './unit-figure.tsx';
import { words } from './words.ts';

type Shown = { view: LineageView; indicator: Indicator; rollup: IndicatorRollup };

/** A unit's figure, and for who may see it the file and one of its cells. */
export function UnitSteps({ forms, ...shown }: Shown & { forms: readonly Form[] }) {
  const say = useWords(words);
  const session = useSession();
  const units = useUnits();
  const { view, rollup } = shown;
  const row = rollup.units.find(({ unit }) => unit === view.unit);
  const named = { ...shown, row, name: row?.name ?? nameIn(rollup, view.unit) ?? view.unit ?? '' };
  if (session === null || !hasRights(session)) {
    return (
      <>
        <WithoutFile {...named} />
        <SignInNote />
      </>
    );
  }
  // A merged unit's figure stands in no file: those of its predecessors do.
  if (row?.predecessors !== undefined) return <WithoutFile {...named} />;
  const none = (
    <>
      <WithoutFile {...named} />
      <Notice>{say.notYours}</Notice>
    </>
  );
  return (
    <Answered answer={units.answer} reload={units.reload}>
      {(book) => {
        const unit = unitMeant(book, view.unit ?? '');
        const form = forms.findLast(({ code }) => code === view.form);
        return unit && isFileAsked(session, unit, form) ? <WithFile {...named} none={none} /> : none;
      }}
    </Answered>
  );
}

type Named = Shown & { row: IndicatorRollup['units'][number] | undefined; name: string };

function WithoutFile({ name, ...shown }: Named) {
  return (
    <>
      <Path view={shown.view} name={name} cell={null} />
      <UnitFigure {...shown} />
    </>
  );
}

function WithFile({ name, none, ...shown }: Named & { none: ComponentChildren }) {
  const language = useLanguage();
  const { view } = shown;
  const { answer, reload } = useAnswer<Lineage>(lineageAsked(view));
  return (
    <Answered answer={answer} reload={reload} none={none}>
      {(lineage) => {
        const cell = lineage.cells.find(({ role }) => role === view.role);
        return (
          <>
            <Path view={view} name={name} cell={cell ? capitalised(cellText(cell.at, language)) : null} />
            {cell ? (
              <CellStep lineage={lineage} cell={cell} />
            ) : (
              <>
                <UnitFigure {...shown} />
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
