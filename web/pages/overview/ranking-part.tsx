import { addressOf } from '../../app/address-of.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useNamed } from '../../app/use-named.ts';
import { figureText, pointsText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { DataTable } from '../../parts/data-table.tsx';
import type { FrozenOrStanding } from './meeting-overview.tsx';
import { words } from './words.ts';

/** How many of the first are shown. */
const mostRows = 5;

/**
 * The first of the ranking, and the way to all of the same: of what is frozen to what is frozen. Who has no rank is counted, with why.
 */
export function RankingPart({ scorecard, meeting }: { scorecard: FrozenOrStanding; meeting: string }) {
  const say = useWords(words);
  const language = useLanguage();
  const named = useNamed();
  const { units, period, max, coverage } = scorecard;
  const ranked = units.filter(({ rank }) => rank !== null).slice(0, mostRows);
  if (units.length === 0) return <p>{say.noScores}</p>;
  const partial = units.filter(({ partial: isPartial }) => isPartial).length;
  const scored = new Set(units.map(({ unit }) => unit));
  const silent = coverage.missing.filter(({ unit }) => !scored.has(unit)).length;
  const pointless = units.filter(({ total }) => total === null).length + silent;
  const view = { diem: scorecard.scorecard, ky: period, 'co-so': 'as-reported' };
  const all = { ...view, phien: scorecard.provisional ? null : meeting };
  return (
    <>
      <p>{say.scorecard(figureText(max, language))}</p>
      <DataTable
        caption={say.rankingCaption(ranked.length, periodText(period, language))}
        rows={ranked}
        rowKey={({ unit }) => unit}
        columns={[
          { key: 'rank', head: say.rank, kind: 'number', cell: ({ rank }) => rank },
          {
            key: 'unit',
            head: say.unit,
            names: true,
            cell: (row) => <a href={`/don-vi/${row.unit}?ky=${period}`}>{named(row)}</a>,
          },
          {
            key: 'total',
            head: say.total,
            kind: 'number',
            cell: ({ total }) => (total === null ? '' : pointsText(total, language)),
          },
        ]}
      />
      {partial > 0 && <p>{say.partialNote(partial)}</p>}
      {pointless > 0 && <p>{say.noScore(pointless)}</p>}
      <p>
        <a href={addressOf('/xep-hang', all)}>{say.allRanks(units.length + silent)}</a>
        {' · '}
        <a href={addressOf('/ban-do', view)}>{say.onMap}</a>
      </p>
    </>
  );
}
