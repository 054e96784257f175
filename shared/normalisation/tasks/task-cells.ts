import { longestTold } from '../../tasks/task-room.ts';
import { tidy } from '../fold.ts';
import { cellIn } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import { isUnclearMark, missingStatus } from '../number/missing.ts';
import { type Cell, isWithoutValue, type Place, type Row } from '../table.ts';
import { noteDamage } from '../text/note-text.ts';
import type { TaskRole } from './task-columns.ts';
import type { TaskHeader } from './task-header.ts';

/** One row's cells by what they hold. */
export class TaskCells {
  readonly #row: Row;
  readonly #sheet: string | null;
  readonly #header: TaskHeader;

  constructor(row: Row, sheet: string | null, header: TaskHeader) {
    this.#row = row;
    this.#sheet = sheet;
    this.#header = header;
  }

  /** The cell in a column, or undefined when it is blank, or the table has no such column. */
  cell(role: TaskRole): Cell | undefined {
    const cell = cellIn(this.#row, this.#header.columns[role]);
    return cell && (cell.text.trim() !== '' || cell.kind === 'error') ? cell : undefined;
  }

  /** Its text on one line, or '' when it is blank. */
  text(role: TaskRole): string {
    const cell = this.cell(role);
    return cell && cell.kind !== 'error' ? tidy(cell.text) : '';
  }

  /** True when one of the columns holds something. */
  holds(roles: readonly TaskRole[]): boolean {
    return roles.some((role) => this.cell(role) !== undefined);
  }

  /** Where a column's cell is; of a table without the column, where the first of the others is. */
  place(...roles: readonly TaskRole[]): Place {
    const columns = this.#header.columns;
    const role = roles.find((each) => columns[each] !== undefined);
    const column = (role && columns[role]) ?? this.#row.cells[0]?.column ?? 0;
    return { sheet: this.#sheet, row: this.#row.number, column };
  }

  /** Tells the cells whose formula has no value, or an error. @returns true when there is one */
  isBroken(roles: readonly TaskRole[], ledger: Ledger): boolean {
    const broken = roles.filter((role) => this.cell(role)?.kind === 'error');
    for (const role of broken) {
      const cell = this.cell(role);
      const code = isWithoutValue(cell) ? 'formula-without-value' : 'cell-error';
      ledger.find(code, this.place(role), cell?.text ?? null);
    }
    return broken.length > 0;
  }

  /**
   * What is told in words; null for nothing, and for a mark that says nothing ("-", "không").
   * @returns undefined when a finding says why it cannot be used
   */
  words(role: TaskRole, ledger: Ledger): string | null | undefined {
    const text = this.text(role);
    if (text === '' || missingStatus(text) !== undefined || isUnclearMark(text)) return null;
    if (text.length > longestTold) {
      ledger.find('task-text-too-long', this.place(role), text);
      return undefined;
    }
    return noteDamage(ledger, this.place(role), text) ? undefined : text.toWellFormed();
  }
}
