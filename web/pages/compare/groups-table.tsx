import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Language } from '../../app/language.tsx';
import type { ChartColumn, ChartTable } from '../../charts/chart-table.ts';
import { figureText } from '../../format/figures.ts';
import type { ComparedUnit } from './compared-unit.ts';

const words = {
  vi: { group: 'Nhóm', max: 'Tối đa', total: 'Tổng điểm', rank: 'Hạng' },
  en: { group: 'Group', max: 'Maximum', total: 'Total', rank: 'Rank' },
};

type Row = { code: string | null; name: string; max: string };

/** A row for each group, then the total, then the rank; a column for each unit. */
export function groupsTable(
  rollup: ScorecardRollup,
  units: readonly ComparedUnit[],
  language: Language,
): ChartTable<Row | 'rank'> {
  const say = words[language];
  const ofUnit = ({ id, name, points, rank }: ComparedUnit): ChartColumn<Row | 'rank'> => ({
    key: id,
    head: name,
    kind: 'number',
    cell: (row) => {
      if (row === 'rank') return rank;
      const { value, text } = points(row.code);
      return value === null ? <span class="missing">{text}</span> : text;
    },
    csv: (row) => {
      if (row === 'rank') return rank;
      const { value, text } = points(row.code);
      return value ?? text;
    },
  });
  const groups = rollup.groups.map(({ code, names, max }) => ({ code, name: names[language], max }));
  return {
    columns: [
      {
        key: 'group',
        head: say.group,
        names: true,
        cell: (row) => (row === 'rank' ? say.rank : row.name),
        csv: (row) => (row === 'rank' ? say.rank : row.name),
      },
      {
        key: 'max',
        head: say.max,
        kind: 'number',
        cell: (row) => (row === 'rank' ? '' : figureText(row.max, language)),
        csv: (row) => (row === 'rank' ? '' : row.max),
      },
      ...units.map(ofUnit),
    ],
    rows: [...groups, { code: null, name: say.total, max: rollup.max }, 'rank'],
    rowKey: (row) => (row === 'rank' ? 'rank' : (row.code ?? 'total')),
  };
}
