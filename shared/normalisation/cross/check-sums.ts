import type { Asked } from '../asked.ts';
import type { FigureTable } from '../form/form-table.ts';
import { readRows } from '../form/read-rows.ts';
import { checkTotals, type SumRow } from '../layout/check-totals.ts';

import { Ledger } from '../ledger.ts';
import type { Part } from '../rules/rule.ts';
import type { CrossRow } from './name-units.ts';
import type { IndicatorColumns } from './settle-columns.ts';

/** What reading the figures of a column needs to know of its table. */
export type CrossTable = Omit<FigureTable, 'header'> & { notes: readonly number[] };

type Read = {
  table: CrossTable;
  columns: readonly IndicatorColumns[];
  rows: readonly CrossRow[];
};

/** Holds the sums of a cross-table's rows against its totals, column by column, where a column can be added up. */
export function checkSums({ table, columns, rows }: Read, asked: Asked, ledger: Ledger): void {
  const kept = rows.filter(({ kind }) => kind !== 'other');
  if (!kept.some(({ kind }) => kind === 'total' || kind === 'section')) return;
  const hasAreas = kept.some((each) => each.kind === 'unit' && each.area !== null);
  for (const { indicator, columns: own, place } of columns) {
    const named = kept.map(({ row }) => ({ indicator, place, row }));
    const header = { columns: own, notes: table.notes };
    // What is wrong with these figures is told elsewhere, or does not matter: a total is not loaded.
    const read = readRows({ ...table, header }, named, { asked, ledger: new Ledger() });
    const adds = indicator.kind === 'count' || indicator.kind === 'amount';
    const parts =
      indicator.kind === 'ratio'
        ? (['numerator', 'denominator'] as const)
        : adds
          ? (['result'] as const)
          : [];
    for (const part of parts) {
      const sums = kept.map((each, at) => sumRow(each, read[at]?.[part] ?? null, hasAreas));
      checkTotals(sums, { about: indicator.id }, ledger);
    }
  }
}

/** The row of the reporting unit itself is no part of the sum of its areas. */
function sumRow(row: CrossRow, figure: Part | null, hasAreas: boolean): SumRow {
  const isWhole = row.kind === 'unit' && row.area === null && hasAreas;
  const kind = isWhole ? 'whole' : row.kind === 'total' || row.kind === 'section' ? row.kind : 'part';
  return { kind, level: row.kind === 'section' ? row.level : 0, figure };
}
