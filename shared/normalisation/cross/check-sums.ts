import { add, compare, type Decimal, decimal, subtract, text, zero } from '../../observations/decimal.ts';
import type { Asked } from '../asked.ts';
import type { FigureTable } from '../form/form-table.ts';
import { readRows } from '../form/read-rows.ts';
import { checkTotals, type SumRow } from '../layout/check-totals.ts';
import { isDecimal } from '../layout/figures-in.ts';
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
  if (!kept.some(({ kind }) => kind === 'total' || kind === 'section' || kind === 'region')) return;
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
      const figures = kept.map((row, at) => ({ row, figure: read[at]?.[part] ?? null }));
      const sums = figures.flatMap(({ row, figure }) =>
        row.kind === 'region' ? [] : sumRow(row, figure, hasAreas),
      );
      checkTotals(sums, { about: indicator.id }, ledger);
      for (const { row, figure } of figures) {
        if (row.kind === 'region') checkRegion(row.members, figure, figures, indicator.id, ledger);
      }
    }
  }
}

type RowFigure = { row: CrossRow; figure: Part | null };

/** A region's row is the sum of its provinces' rows. Where one of them is missing or cannot be read nothing is said. */
function checkRegion(
  members: readonly string[],
  total: Part | null,
  rows: readonly RowFigure[],
  about: string,
  ledger: Ledger,
): void {
  const figures = rows.flatMap(({ row, figure }) =>
    row.kind === 'unit' && members.includes(row.area?.id ?? '') ? [figure] : [],
  );
  const numbers = [total, ...figures].map((figure) => (figure?.readable ? figure.number : null));
  if (figures.length < members.length || !numbers.every((number) => number !== null && isDecimal(number)))
    return;
  const [whole, ...parts] = (numbers as string[]).map(decimal) as [Decimal, ...Decimal[]];
  const sum = parts.reduce(add, zero);
  if (compare(sum, whole) === 0) return;
  const difference = text(subtract(whole, sum));
  ledger.find('total-differs', (total as Part).place, text(whole), text(sum), { about, difference });
}

/** The row of the reporting unit itself is no part of the sum of its areas. */
function sumRow(row: Exclude<CrossRow, { kind: 'region' }>, figure: Part | null, hasAreas: boolean): SumRow {
  const isWhole = row.kind === 'unit' && row.area === null && hasAreas;
  const kind = isWhole ? 'whole' : row.kind === 'total' || row.kind === 'section' ? row.kind : 'part';
  return { kind, level: row.kind === 'section' ? row.level : 0, figure };
}
