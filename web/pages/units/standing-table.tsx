import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import { grounded } from '../../app/group-points.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { figureText } from '../../format/figures.ts';
import { toPlaces } from '../../format/measures.ts';
import { grantedText, whyNone } from '../../format/why-none.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';
import { type Standing, standingsOf } from './standing.ts';
import { TotalState } from './total-state.tsx';

const words = {
  vi: {
    rank: 'Hạng',
    of: (rank: number, of: number) => `${rank} trong ${of}`,
    unranked: 'chưa xếp hạng',
    total: 'Tổng điểm',
    outOf: (points: string, max: string) => `${points} / ${max}`,
    caption: 'Điểm theo nhóm, so với trung vị và đơn vị cao nhất',
    group: 'Nhóm',
    points: 'Điểm',
    max: 'Tối đa',
    median: 'Trung vị',
    best: 'Cao nhất',
    who: 'Đơn vị cao nhất',
    whole: 'Tổng điểm',
    many: (count: number) => `${count} đơn vị`,
    nobody: 'chưa có',
    before: 'Điểm của các đơn vị trước hợp nhất',
    unit: 'Đơn vị',
  },
  en: {
    rank: 'Rank',
    of: (rank: number, of: number) => `${rank} of ${of}`,
    unranked: 'not ranked',
    total: 'Total',
    outOf: (points: string, max: string) => `${points} / ${max}`,
    caption: 'Points by group, beside the median and the best',
    group: 'Group',
    points: 'Points',
    max: 'Maximum',
    median: 'Median',
    best: 'Best',
    who: 'Who is best',
    whole: 'Total',
    many: (count: number) => `${count} units`,
    nobody: 'nobody yet',
    before: 'Points of the units before the merger',
    unit: 'Unit',
  },
};

/** Rank and points of a unit, group by group beside the median and the best. */
export function StandingTable({
  book,
  rollup: given,
  unit,
  round,
}: {
  book: UnitBook;
  rollup: ScorecardRollup;
  unit: ScoredUnit;
  round: ScoredRound;
}) {
  const say = useWords(words);
  const { rollup, isGranted } = grounded(given, round.scorecard);
  const language = useLanguage();
  const state = useFiguresState({ forms: [round.form], period: round.period });
  const places = round.scorecard.rounding.places;
  const points = (value: string | null) => (
    // The middle of an even number of units has a digit more than their points.
    <FigureText figure={{ value: value && toPlaces(value, places), reason: unit.totalReason }} />
  );
  const ranked = rollup.units.filter(({ rank }) => rank !== null).length;
  return (
    <>
      <Facts
        facts={[
          [say.rank, unit.rank === null ? say.unranked : say.of(unit.rank, ranked)],
          [
            say.total,
            unit.total === null
              ? whyNone(unit.totalReason, language)
              : say.outOf(figureText(unit.total, language, places), figureText(rollup.max, language)),
          ],
        ]}
      />
      {state !== null && (
        <p class="soft">
          <TotalState state={state} rollup={rollup} unit={unit} />
        </p>
      )}
      <DataTable
        caption={say.caption}
        columns={[
          {
            key: 'group',
            head: say.group,
            names: true,
            cell: ({ names }: Standing) => names?.[language] ?? say.whole,
          },
          {
            key: 'points',
            head: say.points,
            kind: 'number',
            cell: (row) => (
              <>
                {points(row.points)}
                {row.code !== null && isGranted(unit.unit, row.code) && (
                  <span class="units-note">{grantedText[language]}</span>
                )}
              </>
            ),
          },
          { key: 'max', head: say.max, kind: 'number', cell: ({ max }) => figureText(max, language) },
          { key: 'median', head: say.median, kind: 'number', cell: ({ median }) => points(median) },
          { key: 'best', head: say.best, kind: 'number', cell: ({ best }) => points(best) },
          {
            key: 'who',
            head: say.who,
            cell: ({ bestUnits }) => {
              if (bestUnits.length === 0) return <span class="missing">{say.nobody}</span>;
              if (bestUnits.length > 3) return say.many(bestUnits.length);
              return <NamedUnits book={book} units={bestUnits} />;
            },
          },
        ]}
        rows={standingsOf(rollup, rollup.units.find((each) => each.unit === unit.unit) ?? unit)}
        rowKey={({ code }) => code ?? 'total'}
        rowClass={({ code }) => (code === null ? 'units-total' : undefined)}
      />
      {unit.predecessors && (
        <DataTable
          caption={say.before}
          columns={[
            {
              key: 'unit',
              head: say.unit,
              names: true,
              cell: (row) => <NamedUnits book={book} units={[row]} />,
            },
            { key: 'total', head: say.total, kind: 'number', cell: ({ total }) => points(total) },
            { key: 'rank', head: say.rank, kind: 'number', cell: ({ rank }) => rank ?? say.unranked },
          ]}
          rows={unit.predecessors}
          rowKey={(row) => row.unit}
        />
      )}
    </>
  );
}
