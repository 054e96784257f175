import { isFigureLike } from '../number/figure.ts';
import type { Row } from '../table.ts';
import type { FormTable } from './form-table.ts';

/**
 * Tells which rows of a text file have another number of fields than the heading in a way that may have moved figures
 * into other columns. Nothing moved where a row leaves out the blank notes at its end, or where every row has the same
 * number of blank fields more.
 */
export function raggedWidth({ header, rows }: FormTable): (row: Row) => boolean {
  const { width, columns } = header;
  if (width === null) return () => false;
  const filled = rows.filter((row) => row.cells.length > 1 && row.faults.length === 0);
  const widths = new Set(filled.map((row) => row.width));
  const [more] = [...widths];
  const isLonger = widths.size === 1 && typeof more === 'number' && more > width;
  const figures = [columns.numerator, columns.denominator, columns.result].filter((at) => at !== undefined);
  return (row) => {
    if (row.width === width) return false;
    const last = row.cells.at(-1);
    if (row.width === null || !last) return true;
    if (row.width > width) return !isLonger || last.column >= width;
    // The last field is filled, as where a writer leaves out blank ones, and the figures stand before it.
    const isWhole = figures.every((column) => column < (row.width as number));
    const isLast = last.column === row.width - 1;
    return !isWhole || !isLast || (figures.includes(last.column) && !isFigureLike(last));
  };
}
