import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { figureText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { shareOf } from '../../format/share.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { ZeroOfZero } from '../../parts/zero-of-zero.tsx';
import { hasParts } from '../indicators/formula.ts';
import { decimalsOf } from '../map/map-rows.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { Formula } from './formula-text.tsx';
import { type LineageView, stepAddress } from './lineage-view.ts';
import { StateNote } from './state-note.tsx';
import { words } from './words.ts';

type Shown = { view: LineageView; indicator: Indicator; rollup: IndicatorRollup };
type Row = IndicatorRollup['units'][number];

/** The nation's figure: formula, numerator and denominator, and what each unit contributes. */
export function NationStep({ view, indicator, rollup }: Shown) {
  const say = useWords(words);
  const language = useLanguage();
  const mayRead = useHasRights();
  const { national, coverage } = rollup;
  const name = indicator.names[language];
  const withParts = hasParts(indicator) && national.denominator !== null;
  return (
    <>
      <Breadcrumb crumbs={[{ name: say.nation, address: stepAddress(view) }]} />
      <Facts
        facts={[
          [say.result, <FigureText key="r" figure={national} unit={indicator.unit} exact />],
          ...(withParts
            ? ([
                [say.numerator, figureText(national.numerator ?? '', language)],
                [say.denominator, figureText(national.denominator ?? '', language)],
              ] as const)
            : []),
          [say.period, periodText(view.period, language)],
          [
            say.counted,
            <>
              {say.countedOf(national.counted, national.expected)}
              <ZeroOfZero units={rollup.units} />
            </>,
          ],
        ]}
      />
      <StateNote view={view} />
      <Formula indicator={indicator} />
      <h2>{say.contributions}</h2>
      {!mayRead && <p>{say.publicNote}</p>}
      <DataTable
        caption={say.contributionsCaption(name, periodText(view.period, language))}
        columns={useColumns({ view, indicator, rollup }, withParts)}
        rows={rollup.units}
        rowKey={({ unit }) => unit}
      />
      {coverage.missing.length > 0 && (
        <>
          <h3>{say.missing}</h3>
          <p lang="vi">{coverage.missing.map(({ name: unit }) => unit).join(', ')}</p>
        </>
      )}
    </>
  );
}

function useColumns({ view, indicator, rollup }: Shown, withParts: boolean): Column<Row>[] {
  const say = useWords(words);
  const language = useLanguage();
  const decimals = decimalsOf(rollup.units.map(({ value }) => value));
  const parts: Column<Row>[] = [
    {
      key: 'numerator',
      head: say.numerator,
      kind: 'number',
      cell: (row) => row.numerator !== null && figureText(row.numerator, language),
    },
    {
      key: 'denominator',
      head: say.denominator,
      kind: 'number',
      cell: (row) => row.denominator !== null && figureText(row.denominator, language),
    },
    {
      key: 'share',
      head: say.share,
      kind: 'number',
      cell: (row) => {
        const share = shareOf(row.denominator, rollup.national.denominator);
        return share !== null && `${figureText(share, language, 2)}%`;
      },
    },
  ];
  return [
    {
      key: 'unit',
      head: say.unit,
      names: true,
      cell: ({ unit, name }) => (
        <a lang="vi" href={stepAddress(view, { unit })}>
          {name}
        </a>
      ),
    },
    ...(withParts ? parts : []),
    {
      key: 'value',
      head: say.result,
      kind: 'number',
      cell: (row) => <FigureText figure={row} unit={indicator.unit} decimals={decimals} exact />,
    },
  ];
}
