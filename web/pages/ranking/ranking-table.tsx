import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { GroundedRollup } from '../../app/group-points.ts';
import type { Language } from '../../app/language.tsx';
import type { ChartColumn, ChartTable } from '../../charts/chart-table.ts';
import { figureText } from '../../format/figures.ts';
import { grantedText, whyNone } from '../../format/why-none.ts';
import { unitAddress } from '../../parts/unit-link.tsx';
import { decimalsOf } from '../map/map-rows.ts';
import { type RankingRow, toldGroups } from './ranking-rows.ts';
import { words } from './words.ts';

/** Writes points of a column, or why there are none; of each column with as many digits as its figures have. */
type PointsWriter = {
  total: (row: RankingRow) => string;
  group: (code: string) => (row: RankingRow) => string;
};

/** As on every other page: `11,30`; an index of more digits keeps them. */
const fewest = 2;

export function pointsWriter(
  { rollup: { units }, isGranted }: GroundedRollup,
  language: Language,
): PointsWriter {
  const write = (value: string | null, why: RankingRow['why'], decimals: number) =>
    value === null
      ? whyNone(why === 'reported' ? 'missing' : why, language)
      : figureText(value, language, decimals);
  const ofTotals = Math.max(fewest, decimalsOf(units.map(({ total }) => total)));
  return {
    total: ({ total, why, isPartial }) =>
      `${write(total, why, ofTotals)}${isPartial ? ` (${words[language].partial})` : ''}`,
    group: (code) => {
      const decimals = Math.max(fewest, decimalsOf(units.map(({ groups }) => groups[code] ?? null)));
      return ({ unit, groups, why }) => {
        const text = write(groups[code] ?? null, why ?? 'missing', decimals);
        return isGranted(unit, code) ? `${text} (${grantedText[language]})` : text;
      };
    },
  };
}

/** A ranking as a table and as a file: each column of points can be sorted by. */
export function rankingTable(
  rows: readonly RankingRow[],
  {
    rollup,
    language,
    write,
    hasBefore,
  }: { rollup: ScorecardRollup; language: Language; write: PointsWriter; hasBefore: boolean },
): ChartTable<RankingRow> {
  const say = words[language];
  const max = (decimal: string) => figureText(decimal, language);
  const absent = (isThere: boolean, text: string) => (isThere ? text : <span class="missing">{text}</span>);
  const rankText = ({ rank }: RankingRow) => (rank === null ? say.unranked : String(rank));
  const roseText = ({ rose }: RankingRow) => {
    if (rose === null) return say.notComparable;
    if (rose === 0) return say.same;
    return rose > 0 ? say.up(rose) : say.down(-rose);
  };
  const columns: ChartColumn<RankingRow>[] = [
    {
      key: 'rank',
      head: say.rank,
      kind: 'number',
      sort: 'hang',
      cell: (row) => absent(row.rank !== null, rankText(row)),
      csv: rankText,
    },
    {
      key: 'unit',
      head: say.unit,
      names: true,
      sort: 'ma',
      cell: ({ unit, name }) => <a href={unitAddress(unit, rollup.period)}>{name}</a>,
      csv: ({ name }) => name,
    },
    {
      key: 'total',
      head: say.of(say.total, max(rollup.max)),
      kind: 'number',
      sort: 'tong',
      cell: (row) => absent(row.total !== null, write.total(row)),
      csv: (row) => row.total ?? write.total(row),
    },
    {
      key: 'rose',
      head: say.rose,
      sort: 'doi',
      cell: (row) => absent(row.rose !== null, roseText(row)),
      csv: roseText,
    },
    ...toldGroups(rollup).map((group): ChartColumn<RankingRow> => {
      const text = write.group(group.code);
      return {
        key: `group-${group.code}`,
        head: say.of(group.names[language], max(group.max)),
        kind: 'number',
        sort: group.code,
        cell: (row) => absent((row.groups[group.code] ?? null) !== null, text(row)),
        csv: (row) => row.groups[group.code] ?? text(row),
      };
    }),
  ];
  const told = columns.filter(({ key }) => key !== 'rose' || hasBefore);
  return {
    rows,
    rowKey: ({ unit }) => unit,
    columns: told,
  };
}
