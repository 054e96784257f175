import { asksFigures } from '../../catalog/reporters.ts';
import type { CellRef } from '../../observations/observation.ts';
import type { TaskReport } from '../../tasks/task.ts';
import type { Asked } from '../asked.ts';
import type { AskedTask } from '../context.ts';
import { checkTitle } from '../layout/check-title.ts';
import { holdRows } from '../layout/hold-rows.ts';
import { noteFaults } from '../layout/note-faults.ts';
import { isColumnNumbers } from '../layout/row-kind.ts';
import { readTitle } from '../layout/title.ts';
import { type Ledger, refOf } from '../ledger.ts';
import { FileRefusal } from '../refusal.ts';
import { cellName, type Row, type Sheet } from '../table.ts';
import { noteDecodings } from '../text/note-text.ts';
import { EndOfTasks } from './end-of-tasks.ts';
import { type KnownTasks, knownTasks, taskCodeOf } from './known-tasks.ts';
import { nameTask } from './name-task.ts';
import { readTask } from './read-task.ts';
import { TaskCells } from './task-cells.ts';
import { findTaskHeader, isTasksName, type TaskHeader } from './task-header.ts';

/** What a sheet of tasks says. Its rows are counted apart from those of the figures. */
export type TaskReading = {
  /** By task; of one task one, and none of a row that could not be used. */
  reports: TaskReport[];
  /** `rowsRead` = `rowsUsed` + `rowsSkipped`; a row that is used is one report. */
  rowsRead: number;
  rowsUsed: number;
  rowsSkipped: number;
};

export const noTasks: TaskReading = { reports: [], rowsRead: 0, rowsUsed: 0, rowsSkipped: 0 };

/** All that a submission says of tasks is one item of 400 KB at most. */
const mostBytes = 300_000;

/**
 * Reads a sheet of tasks. Findings and repairs go to the ledger; where the sheet cannot be read to its end, a finding
 * says so and it tells nothing.
 * @param row the number of the first row of its heading
 */
export async function readTasks(
  sheet: Sheet,
  row: number,
  asked: Asked,
  ledger: Ledger,
): Promise<TaskReading> {
  try {
    const { rows, rowsRead } = await holdRows(sheet);
    const reports = new TaskSheet(sheet, rows, { asked, ledger }).read(row);
    const used = reports.length;
    return { reports, rowsRead, rowsUsed: used, rowsSkipped: rowsRead - used };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    ledger.findAt(error.code, null, error.at, error.got, null);
    return noTasks;
  }
}

/** Columns in which a row tells how its task stands, and those that only a row of a task fills in. */
const telling = ['state', 'doneOn', 'result', 'cause'] as const;
const describing = ['lead', 'with', 'deliverable', 'measure', 'deadline'] as const;

class TaskSheet {
  readonly #sheet: Sheet;
  readonly #rows: readonly Row[];
  readonly #asked: Asked;
  readonly #ledger: Ledger;
  readonly #known: KnownTasks | null;
  /** The rows of tasks that were met, blank ones too, by task. */
  readonly #met = new Map<string, CellRef>();

  constructor(sheet: Sheet, rows: readonly Row[], { asked, ledger }: { asked: Asked; ledger: Ledger }) {
    this.#sheet = sheet;
    this.#rows = rows;
    this.#asked = asked;
    this.#ledger = ledger;
    this.#known = asked.tasks.known && knownTasks(asked.tasks.known);
  }

  read(first: number): TaskReport[] {
    const { name } = this.#sheet;
    const ledger = this.#ledger;
    if (this.#asked.tasks.known?.length === 0) {
      ledger.find('tasks-none', null, name);
      return [];
    }
    const at = this.#rows.findIndex(({ number }) => number === first);
    const header = findTaskHeader(this.#rows, at, this.#sheet.merges(), isTasksName(name));
    if (!header) {
      ledger.find('task-heading-not-found', { sheet: name, row: first, column: 0 });
      return [];
    }
    noteFaults(this.#rows, name, ledger);
    noteDecodings(ledger, name, this.#rows);
    this.#checkHead(this.#rows.slice(0, at), header);
    const reports: TaskReport[] = [];
    const below = this.#rows.slice(at + header.depth);
    const end = new EndOfTasks(below, { known: this.#known, sheet: name, header });
    for (const row of below) {
      const cells = new TaskCells(row, name, header);
      if (end.isAt(row, cells)) break;
      const report = this.#readRow(row, cells, header);
      if (report) reports.push(report);
    }
    this.#tellMissing(header);
    const bytes = new TextEncoder().encode(JSON.stringify(reports)).length;
    if (bytes > mostBytes) ledger.find('tasks-too-long', { sheet: name, row: header.row, column: 0 });
    return reports.sort((a, b) => inOrder(a.task, b.task));
  }

  /** The title says whose report it is and of when; of a sheet beside the figures, only what contradicts. */
  #checkHead(above: readonly Row[], header: TaskHeader): void {
    const { name: sheet } = this.#sheet;
    const title = readTitle(above);
    // Lines above a table of tasks name the meetings that assigned them, and other units and periods with them.
    const said = { ...title, loosePeriods: [], lines: [] };
    if (asksFigures(this.#asked.form)) {
      const says = { unit: true, period: true, columns: true };
      checkTitle({ ...said, bareNames: [], forms: [] }, sheet, this.#asked, this.#ledger, says);
    } else checkTitle(said, sheet, this.#asked, this.#ledger);
    for (const { role, column, row, text } of header.twice) {
      if (role === 'order' || role === 'note') continue;
      const other = header.taken.get(role);
      const expected = other ? `${cellName(other.column, other.row)} "${other.text}"` : null;
      this.#ledger.find('column-twice', { sheet, row, column }, text, expected);
    }
    if (header.columns.state === undefined)
      this.#ledger.find('task-column-missing', { sheet, row: header.row, column: 0 }, null, 'Tình trạng');
  }

  #readRow(row: Row, cells: TaskCells, header: TaskHeader): TaskReport | null {
    if (isColumnNumbers(row)) return null;
    const ledger = this.#ledger;
    const [code, text] = [cells.text('code'), cells.text('text')];
    const isTold = cells.holds(telling);
    if (code === '' && text === '') {
      if (cells.isBroken(['code', 'text'], ledger)) return null;
      if (isTold) ledger.find('task-unnamed', cells.place('code', 'text'));
      return null;
    }
    const task = this.#taskOf(cells, { code, text, isTold });
    if (task === null) return null;
    const about = task.id;
    const before = this.#met.get(task.id);
    const place = cells.place(code === '' ? 'text' : 'code', 'text');
    if (before) {
      ledger.find('task-twice', place, code || text, before.cell, { about });
      return null;
    }
    this.#met.set(task.id, refOf(place));
    if (!task.open) {
      ledger.find('task-closed', place, code || text, null, { about });
      return null;
    }
    if (!isTold) {
      // A row that a template wrote and nobody filled in.
      if (this.#known)
        ledger.find('task-missing', cells.place('state', 'text'), code || text, null, { about });
      return null;
    }
    if (header.columns.state === undefined) return null;
    return readTask(cells, task, { asked: this.#asked, date1904: this.#sheet.date1904 ?? false, ledger });
  }

  /** The task of a row that names one; null where it does not, or a finding says why it cannot be told. */
  #taskOf(
    cells: TaskCells,
    { code, text, isTold }: { code: string; text: string; isTold: boolean },
  ): AskedTask | null {
    const ledger = this.#ledger;
    if (!this.#known) {
      const id = taskCodeOf(code);
      return id === undefined ? null : { id, text, deadline: '', assignedOn: null, role: 'lead', open: true };
    }
    const named = nameTask(this.#known, code, text);
    const place = cells.place(code === '' ? 'text' : 'code', 'text');
    if ('fault' in named) {
      const { fault, expected, hint } = named;
      const isLine = code === '' && !isTold && !cells.holds(describing);
      // The heading of a group, a note.
      if (isLine && fault === 'task-unknown') return null;
      ledger.find(fault, place, code || text, expected, { hint });
      return null;
    }
    const { task, by } = named;
    if (task.role === 'with') {
      ledger.find('task-of-another', place, code || text, null, { about: task.id });
      return null;
    }
    const written = by === 'code' ? code : text;
    if (by === 'text') ledger.repair('task-text', cells.place('text'), written, task.id);
    else if (written !== task.id) ledger.repair('task-code', place, written, task.id);
    return task;
  }

  /** The open tasks that the unit leads and of which no row speaks. */
  #tellMissing({ row, columns }: TaskHeader): void {
    const column = columns.code ?? columns.text ?? 0;
    const place = { sheet: this.#sheet.name, row, column };
    for (const { id, text, role, open } of this.#asked.tasks.known ?? []) {
      if (role !== 'lead' || !open || this.#met.has(id)) continue;
      this.#ledger.find('task-missing', place, null, `${id}: ${text}`, { about: id });
    }
  }
}

/** By meeting, then by number. */
function inOrder(a: string, b: string): number {
  const [one, two] = [a.split('/'), b.split('/')];
  if (one[0] !== two[0]) return (one[0] as string) < (two[0] as string) ? -1 : 1;
  return Number(one[1]) - Number(two[1]);
}
