import { fold } from '../fold.ts';
import type { FormHeader } from '../form/header.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Cell, Row } from '../table.ts';

/** The cell of a row in a column, or undefined when it is blank. */
export function cellIn(row: Row, column: number | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells.find((cell) => cell.column === column);
}

/** True when one of the figure columns holds a number, a mark for a missing one, or an error. */
export function hasFigures(row: Row, { columns }: FormHeader): boolean {
  return [columns.numerator, columns.denominator, columns.result].some((column) => {
    const cell = cellIn(row, column);
    return cell !== undefined && isFigureLike(cell);
  });
}

/** The row under a heading that numbers its columns: `A B 1 2 3`, `(1) (2) (3)`, `(4)=(5)/(6)`. */
export function isColumnNumbers(row: Row): boolean {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return texts.length >= 2 && texts.every((text) => columnNumber.test(text));
}

const columnNumber = /^[([]?([A-Za-z]|\d{1,2})[)\]]?(\s*=[\s\d()[\]+\-*×/:x.,%]*)?$/;

/** `1.2 `, `IV. `, `a) `, `- `: what numbers a row in front of its name. */
const numbering =
  /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:[.):/–-]\s*|\s+)|[IVX]{1,5}(?:[.):/–-]\s*|\s+)|[ivx]{1,5}[.)]\s*|[A-Za-z][.)]\s*|[-–+•*]\s*)/u;

/** A row's name without the numbering in front of it. */
export function withoutNumbering(name: string): string {
  return name.replace(numbering, '');
}

const totals = new Set([
  'tong',
  'tong cong',
  'tong diem',
  'tong so',
  'tong so diem',
  'cong',
  'total',
  'total score',
]);

/** Sums at the end of a form ("Tổng điểm"): computed from its rows, never an indicator. */
export function isTotal(name: string): boolean {
  return totals.has(fold(withoutNumbering(name)));
}
