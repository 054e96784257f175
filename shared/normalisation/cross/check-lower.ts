import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { mayHead } from '../layout/heading.ts';
import { checkLowerPeriods, readLowerLine, repeatsHeading } from '../layout/lower-lines.ts';
import type { Ledger } from '../ledger.ts';
import type { Merge, Row } from '../table.ts';
import { readFigureHeading } from './figure-heading.ts';
import { type CrossHeader, findCrossHeader } from './header.ts';
import type { CrossRow } from './name-units.ts';

type Body = { rows: readonly Row[]; header: CrossHeader; headerRows: readonly Row[]; sheet: string | null };

/** Cells of a row by which it is told whether it names indicators. */
const firstCells = 40;
/** Headings that are read again; more are no repetition. */
const mostHeadings = 20;

/**
 * Finds where another table starts below the first one, as `otherTableAt` does in a form.
 * @returns the index of the first row that must not be read with the first heading: a finding says so; else undefined
 */
export function otherCrossAt(
  { rows, header, headerRows, sheet }: Body,
  merges: readonly Merge[],
  asked: Asked,
  ledger: Ledger,
): number | undefined {
  let tries = 0;
  for (const [at, row] of rows.entries()) {
    if (row.cells.length < 2 || !mayHead(row) || repeatsHeading(row, headerRows)) continue;
    const named = row.cells.slice(0, firstCells).filter(({ text }) => readFigureHeading([text], asked));
    if (named.length < 2) continue;
    tries += 1;
    const other = tries > mostHeadings ? undefined : findCrossHeader(rows, at, merges, asked);
    if (other && columnsOf(other) === columnsOf(header)) continue;
    const place = { sheet, row: row.number, column: row.cells[0]?.column ?? 0 };
    ledger.find('heading-differs', place, row.cells.map(({ text }) => tidy(text)).join(' | '));
    return at;
  }
  return undefined;
}

function columnsOf({ names, code, figures }: CrossHeader): string {
  const held = figures.map(({ column, indicator, part, standing }) => [column, indicator.id, part, standing]);
  return JSON.stringify([names, code ?? null, held]);
}

/** Finds fault with the lines between units that name another period. */
export function checkCrossLines(
  rows: readonly CrossRow[],
  sheet: string | null,
  asked: Asked,
  ledger: Ledger,
): void {
  const last = rows.findLastIndex(({ kind }) => kind === 'unit');
  for (const { kind, row } of rows.slice(0, Math.max(0, last))) {
    const line = kind === 'other' ? readLowerLine(row) : undefined;
    if (line) checkLowerPeriods(line, sheet, asked, ledger);
  }
}
