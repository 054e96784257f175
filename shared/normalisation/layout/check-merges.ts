import type { Ledger } from '../ledger.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Merge, Row } from '../table.ts';
import { cellIn } from './row-kind.ts';

/**
 * Asks about a figure in a merge that spans several rows of figures: whose is it? What a merge hides is blank on the
 * page, so the rows below would be taken to report nothing.
 * @param rows those that report something
 * @param columns those of their figures
 */
export function checkMerges(
  { sheet, rows, columns }: { sheet: string | null; rows: readonly Row[]; columns: readonly number[] },
  merges: readonly Merge[],
  ledger: Ledger,
): void {
  for (const { top, bottom, left, right } of merges) {
    if (top === bottom || !columns.some((column) => left <= column && column <= right)) continue;
    const inside = rows.filter(({ number }) => top <= number && number <= bottom);
    if (inside.length < 2) continue;
    const first = inside.find(({ number }) => number === top);
    const cell = first && cellIn(first, left);
    if (!cell || !isFigureLike(cell)) continue;
    ledger.find('cells-merged', { sheet, row: top, column: left }, cell.text);
  }
}
