import { tidy } from '../fold.ts';
import { limits } from '../limits.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Merge, Row } from '../table.ts';
import { isColumnNumbers } from './row-kind.ts';

/** One column's heading, its rows joined: the texts from the top to the bottom, and the row of the last one. */
export type Heading = { column: number; row: number; texts: string[] };

/**
 * Joins the rows of a heading down its columns. A merge over several columns heads each of them; where a file
 * keeps no merges (or a writer merged nothing), an upper text heads the columns to its right that are blank in
 * its row and have a text below, as it has itself.
 * @param rows one to some rows that follow each other
 * @param merges those of the sheet, as far as they are known
 */
export function joinHeadings(rows: readonly Row[], merges: readonly Merge[]): Heading[] {
  const cells = rows.map((row) => row.cells.slice(0, limits.headingColumns));
  const columns = [...new Set(cells.flatMap((own) => own.map((cell) => cell.column)))]
    .sort((a, b) => a - b)
    .slice(0, limits.headingColumns);
  const grid = cells.map((own) => new Map(own.map((cell) => [cell.column, tidy(cell.text)])));
  const covered = rows.map(() => new Set<number>());
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const across = merges.filter(({ top, bottom }) => top <= last && bottom >= first);
  for (const merge of across.slice(0, limits.headingColumns)) unmerge(merge, rows, columns, grid, covered);
  spread(columns, grid, covered);
  return columns.flatMap((column) => {
    const texts: string[] = [];
    let row = first;
    for (const [at, { number }] of rows.entries()) {
      const text = grid[at]?.get(column) ?? '';
      if (text === '' || text === texts.at(-1)) continue;
      texts.push(text);
      row = number;
    }
    return texts.length === 0 ? [] : [{ column, row, texts }];
  });
}

/** Writes a merge's text into every column that it spans, in its first row; below it hides what stands there. */
function unmerge(
  { top, bottom, left, right }: Merge,
  rows: readonly Row[],
  columns: readonly number[],
  grid: readonly Map<number, string>[],
  covered: readonly Set<number>[],
): void {
  for (const [at, { number }] of rows.entries()) {
    if (number < top || number > bottom) continue;
    const text = number === top ? grid[at]?.get(left) : undefined;
    for (const column of columns) {
      if (column < left || column > right) continue;
      covered[at]?.add(column);
      if (text === undefined) grid[at]?.delete(column);
      else grid[at]?.set(column, text);
    }
  }
}

/** Lets an upper text head the blank columns to its right, where both it and they have a text below. */
function spread(
  columns: readonly number[],
  grid: readonly Map<number, string>[],
  covered: readonly Set<number>[],
): void {
  for (const [at, row] of grid.entries()) {
    const hasBelow = (column: number) => grid.slice(at + 1).some((below) => below.has(column));
    let group: string | undefined;
    for (const column of columns) {
      const own = row.get(column);
      if (own !== undefined || covered[at]?.has(column) || !hasBelow(column)) {
        group = own !== undefined && hasBelow(column) ? own : undefined;
      } else if (group !== undefined) row.set(column, group);
    }
  }
}

/** True when a row may be part of a heading: texts only, save the years, and no numbering of the columns. */
export function mayHead(row: Row): boolean {
  if (row.faults.length > 0 || row.cells.length === 0) return false;
  // `(a) (b)` alone are parts of a ratio.
  if (isColumnNumbers(row) && row.cells.some(({ text }) => /\d/.test(text))) return false;
  return row.cells
    .slice(0, limits.headingColumns)
    .every((cell) => /^(19|20)\d\d$/.test(cell.text) || (cell.kind === 'text' && !isFigureLike(cell)));
}
