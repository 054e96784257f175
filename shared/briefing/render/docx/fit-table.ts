import type { TableBlock } from '../../content.ts';
import { askedWidths, comfortableWidths, fittedWidths, leastWidths, wholeNames } from './column-widths.ts';
import { type Orientation, textArea } from './page.ts';

/** A table as it goes on a page: letters of a size (points), columns of widths (millimetres). */
export type FittedTable = { block: TableBlock; size: number; widths: number[] };

/** A table of the text is read; one of the annex is looked up in, and may be set smaller. */
export type Reading = 'read' | 'looked-up';

/** Letters that are tried, in points, the largest first. */
const sizes: Readonly<Record<Reading, Readonly<Record<Orientation, readonly number[]>>>> = {
  read: { portrait: [12, 11, 10], landscape: [11, 10, 9] },
  'looked-up': { portrait: [10], landscape: [10, 9] },
};

/** Whether a table can be read on a page that stands. */
export function standsUpright(block: TableBlock, reading: Reading): boolean {
  return sizes[reading].portrait.some((size) => fits(block, size, 'portrait'));
}

/**
 * A table in the largest letters in which it fits; a little smaller where most short cells then stand on one line.
 * One that is too wide in every size is split by columns; the columns that name a row, at most the first two, are in
 * every part.
 */
export function fitTable(block: TableBlock, orientation: Orientation, reading: Reading): FittedTable[] {
  const { width } = textArea(orientation);
  const tried = sizes[reading][orientation];
  const comfortable = tried
    .slice(0, 2)
    .find((size) => sum(comfortableWidths(block, size, leastWidths(block, size))) <= width);
  const size = comfortable ?? tried.find((each) => fits(block, each, orientation));
  if (size !== undefined) return [fitted(block, size, width)];
  return parts(block, tried.at(-1) as number, width);
}

function fits(block: TableBlock, size: number, orientation: Orientation): boolean {
  return sum(leastWidths(block, size)) <= textArea(orientation).width;
}

function fitted(block: TableBlock, size: number, width: number): FittedTable {
  const asked = askedWidths(block);
  const least = leastWidths(block, size);
  const comfortable = comfortableWidths(block, size, least);
  return { block, size, widths: fittedWidths(asked, sum(comfortable) <= width ? comfortable : least, width) };
}

/** Parts of about as many columns each, each as wide as the page. */
function parts(block: TableBlock, size: number, width: number): FittedTable[] {
  const named = namingColumns(block);
  const least = leastWidths(block, size).map((each, at) => (at < named ? wholeNames(block, at, size) : each));
  const names = Array.from({ length: named }, (_, at) => at);
  const room = width - sum(least.slice(0, named));
  const fewest = grouped(least, named, room, Number.POSITIVE_INFINITY).length;
  const each = Math.ceil((least.length - named) / fewest);
  return grouped(least, named, room, each).map((group) => {
    const columns = [...names, ...group];
    const wanted = columns.map((at) => least[at] as number);
    return { block: columnsOf(block, columns), size, widths: fittedWidths(wanted, wanted, width) };
  });
}

/** Columns from the first that is not a name on, in groups that fit and are not longer than `most`. */
function grouped(least: readonly number[], from: number, room: number, most: number): number[][] {
  const groups: number[][] = [];
  let left = 0;
  for (let column = from; column < least.length; column += 1) {
    const needed = least[column] as number;
    const last = groups.at(-1);
    if (!last || needed > left || last.length >= most) {
      groups.push([column]);
      left = room - needed;
    } else {
      last.push(column);
      left -= needed;
    }
  }
  return groups;
}

/** A running number and a name, or a name alone. */
function namingColumns({ columns, rows }: TableBlock): number {
  const second = rows[0]?.[1]?.value === undefined && columns[1]?.align === 'start';
  return columns[0]?.align !== 'start' && second ? 2 : 1;
}

function columnsOf(block: TableBlock, which: readonly number[]): TableBlock {
  const pick = <T>(all: readonly T[]) => which.map((at) => all[at] as T);
  return { ...block, columns: pick(block.columns), rows: block.rows.map(pick) };
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}
