import { fold } from '../fold.ts';
import { signs } from '../layout/row-kind.ts';
import type { Row } from '../table.ts';
import { type KnownTasks, taskCodeOf, tasksNamed } from './known-tasks.ts';
import { TaskCells } from './task-cells.ts';
import type { TaskHeader } from './task-header.ts';
import { taskStateOf } from './task-state.ts';

/** What a row of signatures may fill in with the names of those who sign, and nothing else. */
const filled = ['order', 'code', 'text', 'state', 'doneOn', 'result', 'cause'] as const;

/** Where a table of tasks ends: at the signatures, below its last row that names a task or says how one stands. */
export class EndOfTasks {
  readonly #last: number;

  constructor(
    rows: readonly Row[],
    { known, sheet, header }: { known: KnownTasks | null; sheet: string | null; header: TaskHeader },
  ) {
    const last = rows.findLast((row) => {
      const cells = new TaskCells(row, sheet, header);
      const [code, text] = [cells.text('code'), cells.text('text')];
      if (taskCodeOf(code) !== undefined) return true;
      if (known && tasksNamed(known, text).length > 0) return true;
      if (/^\d/.test(cells.text('order')) && text !== '') return true;
      return taskStateOf(cells.text('state')) !== undefined;
    });
    this.#last = last?.number ?? 0;
  }

  /**
   * True where the signatures begin: everything in the row says who signs, or where and when, and below it no row is
   * one of a task. A text that begins as a signature does ("Chủ tịch UBND tỉnh ban hành …") ends nothing where its row
   * has a number, a state, a result or a cause.
   */
  isAt(row: Row, cells: TaskCells): boolean {
    if (row.number < this.#last) return false;
    const texts = filled.map((role) => cells.text(role)).filter((text) => text !== '');
    return texts.length > 0 && texts.every(isSigned);
  }
}

/** A day that follows the number of a paper is the paper's ("Quyết định 12 ngày 5 tháng 9 năm 2026"). */
function isSigned(text: string): boolean {
  return signs(text) && !/\d.*\bngai\b/.test(fold(text));
}
