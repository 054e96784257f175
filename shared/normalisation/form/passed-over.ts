import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { countsColumns, hasFigures, isBreakdown, isSignature, isTotal } from '../layout/row-kind.ts';
import type { Row } from '../table.ts';
import { readsAsHeading } from './check-lower.ts';
import type { FormTable } from './form-table.ts';
import { type Named, type Naming, nameRow, namingOf } from './name-row.ts';

/** Tells which rows of no known indicator are passed over, as the rows come. */
export class PassedOver {
  readonly #table: FormTable;
  readonly #after: ReadonlySet<number>;
  readonly #last: number;
  #isSigned = false;
  #isBrokenDown = false;

  constructor(table: FormTable, asked: Asked) {
    this.#table = table;
    const { rows, header } = table;
    // Printed pages end above a heading that is repeated.
    this.#after = new Set(
      rows.flatMap((row, at) => (at > 0 && readsAsHeading(row) ? (rows[at - 1]?.number ?? 0) : [])),
    );
    this.#last =
      rows.findLast((row) => {
        const named = nameRow(namingOf(row, header), row, header, asked);
        return named !== undefined && named !== 'section';
      })?.number ?? 0;
  }

  meetIndicator(): void {
    this.#isBrokenDown = false;
  }

  isPassed(row: Row, { code, name, text }: Naming, named: Named): boolean {
    const { header } = this.#table;
    if (named === 'section') {
      this.#isBrokenDown = false;
      return true;
    }
    if (!hasFigures(row, header)) {
      this.#isSigned ||= isSignature(row);
      // A line of parts ("Trong đó:") is followed by parts ("- Cấp tỉnh") that are no indicators.
      if (tidy(text) !== '') this.#isBrokenDown = isBreakdown(text);
      return true;
    }
    if (isTotal(text) || (code === undefined && isBreakdown(text)) || countsColumns(row)) return true;
    if (this.#isSigned && row.number > this.#last) return true;
    if (this.#isBrokenDown && code === undefined && /^\s*[-–+•*]/u.test(text)) return true;
    return !code && !name && this.#isPageNumber(row);
  }

  /** A lone number at the end of a page, or below the table. */
  #isPageNumber(row: Row): boolean {
    const [cell, ...more] = row.cells;
    const isNumber = cell !== undefined && more.length === 0 && /^\d{1,4}$/.test(cell.text.trim());
    return isNumber && (row.number > this.#last || this.#after.has(row.number));
  }
}
