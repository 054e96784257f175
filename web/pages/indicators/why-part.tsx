import { useLanguage, useWords } from '../../app/language.tsx';
import { lineageAddress } from '../../app/lineage-address.ts';
import { isUnlike } from '../../app/too-few.ts';
import { useNamed } from '../../app/use-named.ts';
import { changeText } from '../../format/figures.ts';
import { differenceText } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { decimalsOf } from '../map/map-rows.ts';
import { type Contribution, type Contributions, contributionsOf } from './contributions.ts';
import { hasParts } from './formula.ts';
import type { IndicatorShown } from './indicator-view.tsx';
import { words } from './words.ts';

/** Why the nation's figure is not what it was: each unit's share of the change. */
export function WhyPart(shown: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const { listed, item, before } = shown;
  const { indicator } = listed;
  if (before === undefined || isUnlike(item.coverage, before.coverage)) {
    return (
      <section aria-labelledby="vi-sao">
        <h2 id="vi-sao">{say.why}</h2>
        <p>{before === undefined ? say.noBefore : say.unlike}</p>
      </section>
    );
  }
  const told = sharedOut(shown);
  return (
    <section aria-labelledby="vi-sao">
      <h2 id="vi-sao">{say.why}</h2>
      {typeof told === 'string' ? (
        <p>{say.whyNot[told]}</p>
      ) : (
        <>
          <p>
            {say.whyLead(
              differenceText(told.change, indicator.unit, language),
              periodText(before.period, language),
              periodText(item.period, language),
            )}
          </p>
          <p class="soft">{hasParts(indicator) ? say.whyRatio : say.whySum}</p>
          <Table shown={shown} told={told} />
        </>
      )}
    </section>
  );
}

function sharedOut({ listed: { indicator }, item, before }: IndicatorShown) {
  if (before === undefined) return 'no-national' as const;
  try {
    return contributionsOf(indicator, item, before);
  } catch (fault) {
    // Figures that do not add up are never shown as if they did.
    if (fault instanceof RangeError) return 'does-not-add-up' as const;
    throw fault;
  }
}

type Row = Contribution | { sum: string; key: 'rest' | 'total' };

function Table({ shown, told }: { shown: IndicatorShown; told: Contributions }) {
  const say = useWords(words);
  const columns = useColumns(shown, told);
  const rows: Row[] = [
    ...told.items,
    ...(told.rest === null ? [] : [{ key: 'rest', sum: told.rest } as const]),
    { key: 'total', sum: told.change },
  ];
  return (
    <DataTable
      caption={say.whyCaption}
      columns={columns}
      rows={rows}
      rowKey={(row) => ('sum' in row ? row.key : row.unit)}
      rowClass={(row) => ('sum' in row ? 'indicator-sum' : undefined)}
    />
  );
}

function useColumns(
  { listed: { indicator }, form, item, basis }: IndicatorShown,
  told: Contributions,
): Column<Row>[] {
  const say = useWords(words);
  const language = useLanguage();
  const named = useNamed();
  const withParts = hasParts(indicator);
  const changed = (row: Row, of: 'numerator' | 'denominator') => {
    if ('sum' in row) return '';
    const change = row.changed[of];
    return change === null ? '' : changeText(change, language, decimals(of));
  };
  const decimals = (of: 'numerator' | 'denominator') =>
    decimalsOf(told.items.map(({ changed: { [of]: change } }) => change));
  const ofContributions = withParts ? 4 : decimalsOf([told.change, ...told.items.map((each) => each.told)]);
  return [
    {
      key: 'unit',
      head: say.unit,
      names: true,
      cell: (row) =>
        'sum' in row ? (
          say[row.key]
        ) : (
          <>
            <a
              href={lineageAddress({
                unit: row.unit,
                form,
                period: item.period,
                indicator: indicator.id,
                basis,
              })}
            >
              {named(row)}
            </a>
            {row.before === null && <span class="soft"> ({say.onlyNow})</span>}
            {row.now === null && <span class="soft"> ({say.onlyBefore})</span>}
          </>
        ),
    },
    {
      key: 'numerator',
      head: withParts ? say.changeNumerator : say.changeValue,
      kind: 'number',
      cell: (row) => changed(row, 'numerator'),
    },
    ...(withParts
      ? [
          {
            key: 'denominator',
            head: say.changeDenominator,
            kind: 'number' as const,
            cell: (row: Row) => changed(row, 'denominator'),
          },
        ]
      : []),
    {
      key: 'contribution',
      head: indicator.unit.startsWith('%') ? `${say.contribution} (${say.points})` : say.contribution,
      kind: 'number',
      cell: (row) => (
        <strong>{changeText('sum' in row ? row.sum : row.told, language, ofContributions)}</strong>
      ),
    },
  ];
}
