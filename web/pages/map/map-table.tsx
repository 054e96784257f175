import type { Language } from '../../app/language.tsx';
import type { ChartTable } from '../../charts/chart-table.ts';
import { unitAddress } from '../../parts/unit-link.tsx';
import type { MapRow } from './map-rows.ts';
import { words } from './words.ts';

/** The table of a map, and its file: exact figures, or in words why there is none. */
export function mapTable(
  rows: readonly MapRow[],
  {
    language,
    period,
    name,
    text,
  }: { language: Language; period: string; name: string; text: (row: MapRow) => string },
): ChartTable<MapRow> {
  const say = words[language];
  const hasRanks = rows.some(({ rank }) => rank !== null);
  return {
    rows,
    rowKey: ({ unit }) => unit,
    inFile: [
      { head: say.unitId, csv: ({ unit }) => unit },
      { head: say.period, csv: () => period },
    ],
    columns: [
      { key: 'code', head: say.code, cell: ({ code }) => code, csv: ({ code }) => code },
      {
        key: 'name',
        head: say.unit,
        names: true,
        cell: (row) => <a href={unitAddress(row.unit, period)}>{row.name}</a>,
        csv: (row) => row.name,
      },
      {
        key: 'value',
        head: name,
        kind: 'number',
        cell: (row) => (row.value === null ? <span class="missing">{text(row)}</span> : text(row)),
        csv: (row) => row.value ?? text(row),
      },
      ...(hasRanks
        ? [
            {
              key: 'rank',
              head: say.rank,
              kind: 'number' as const,
              cell: ({ rank }: MapRow) => rank ?? <span class="missing">{say.unranked}</span>,
              csv: ({ rank }: MapRow) => (rank === null ? say.unranked : String(rank)),
            },
          ]
        : []),
    ],
  };
}
