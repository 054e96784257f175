import type { Asked } from '../asked.ts';
import { fold, tidy } from '../fold.ts';
import { mayHead } from '../layout/heading.ts';
import { checkLowerLine, type LowerLine, readLowerLine, repeatsHeading } from '../layout/lower-lines.ts';
import { cellIn, hasFigures, isColumnNumbers } from '../layout/row-kind.ts';
import { UnitLine } from '../layout/unit-line.ts';
import { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import type { Row } from '../table.ts';
import { roleOf } from './column-role.ts';
import type { FormTable } from './form-table.ts';
import { findFormHeader } from './header.ts';
import type { NamedRow } from './name-rows.ts';
import type { FormHeader } from './settle-header.ts';

/**
 * Finds where another table starts below the first one. A row that reads as a heading must have the columns of the
 * first one; then it is passed over, as at the top of each printed page.
 * @returns the index of the first row that must not be read with the first heading: a finding says so; else undefined
 */
export function otherTableAt(
  { sheet, header, headerRows, rows, merges }: FormTable,
  asked: Asked,
  ledger: Ledger,
): number | undefined {
  let tries = 0;
  for (const [at, row] of rows.entries()) {
    if (!readsAsHeading(row) || repeatsHeading(row, headerRows)) continue;
    const other =
      tries++ < limits.crossHeadings * limits.formHeadings && findFormHeader(rows, at, merges, asked);
    if (other && isSame(other, header)) continue;
    const cell = row.cells.find(({ text }) => roleOf(text) !== undefined);
    const place = { sheet, row: row.number, column: cell?.column ?? 0 };
    ledger.find('heading-differs', place, row.cells.map(({ text }) => tidy(text)).join(' | '));
    return at;
  }
  return undefined;
}

/** Two words of headings, other than the letters that number columns. */
export function readsAsHeading(row: Row): boolean {
  if (row.cells.length < 2 || !mayHead(row) || isColumnNumbers(row)) return false;
  const cells = row.cells.slice(0, limits.headingColumns).filter(({ text }) => text.length <= 100);
  const roles = new Set(cells.map(({ text }) => (fold(text).length > 1 ? roleOf(text) : undefined)));
  roles.delete(undefined);
  roles.delete('note');
  return roles.size >= 2;
}

function isSame(one: FormHeader, two: FormHeader): boolean {
  const roles = ['code', 'name', 'measure', 'numerator', 'denominator', 'result'] as const;
  return (
    roles.every((role) => one.columns[role] === two.columns[role]) &&
    measureIn(one) === measureIn(two) &&
    one.twice.length === two.twice.length
  );
}

function measureIn({ resultHeading }: FormHeader): string | undefined {
  const inside = /\(([^()]+)\)\s*$/.exec(resultHeading?.text ?? '')?.[1];
  return inside !== undefined && readUnitOfMeasure(inside) !== undefined ? fold(inside) : undefined;
}

/**
 * Finds fault with the lines between the rows of figures that say of those below that they are of another period or
 * unit, or counted in something else than the line above the table says.
 */
export function checkLowerLines(
  table: FormTable,
  named: readonly NamedRow[],
  asked: Asked,
  ledger: Ledger,
): void {
  const last = named.at(-1)?.row.number ?? 0;
  const known = new Set(named.map(({ row }) => row));
  for (const row of table.rows) {
    if (row.number > last || known.has(row) || hasFigures(row, table.header)) continue;
    const line = readLowerLine(row);
    if (!line) continue;
    checkLowerLine(line, table.sheet, asked, ledger);
    checkMeasure(line, table, named, asked, ledger);
  }
}

function checkMeasure(
  { row: from, measure }: LowerLine,
  { header, unitLine, sheet }: FormTable,
  named: readonly NamedRow[],
  asked: Asked,
  ledger: Ledger,
): void {
  if (!measure) return;
  const unnoted = new Ledger();
  const here = new UnitLine([measure], sheet, asked.required);
  const other = named.find(({ row, indicator }) => {
    const own = tidy(cellIn(row, header.columns.measure)?.text ?? '');
    if (row.number < from || (own !== '' && !/^[-–—]$/.test(own))) return false;
    return here.shiftFor(indicator, unnoted) !== unitLine.shiftFor(indicator, unnoted);
  });
  if (!other) return;
  const { row, column, text } = measure;
  ledger.find('measure-differs', { sheet, row, column }, text, other.indicator.unit);
}
