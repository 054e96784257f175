import type { TaskReport } from '../../tasks/task.ts';
import type { Asked } from '../asked.ts';
import type { AskedTask } from '../context.ts';
import { type Ledger, refOf } from '../ledger.ts';
import { missingStatus } from '../number/missing.ts';
import { readDate } from '../number/read-date.ts';
import { saysNoCause } from './task-cause.ts';
import type { TaskCells } from './task-cells.ts';
import { isMainlyDone, offeredStates, taskStateOf } from './task-state.ts';

/** What reading a row's task needs of its file. */
export type TaskSetting = { asked: Asked; date1904: boolean; ledger: Ledger };

/**
 * Reads what a row says of its task.
 * @returns null when a finding says why nothing of it can be used
 */
export function readTask(cells: TaskCells, task: AskedTask, setting: TaskSetting): TaskReport | null {
  const { ledger } = setting;
  if (cells.isBroken(['state', 'doneOn', 'result', 'cause'], ledger)) return null;
  const about = task.id;
  const told = cells.text('state');
  const state = taskStateOf(told);
  if (!state)
    ledger.find('task-state-unclear', cells.place('state', 'text', 'code'), told || null, null, { about });
  if (isMainlyDone(told)) ledger.repair('task-state', cells.place('state'), told, offeredStates.done);
  const done = doneIn(cells, task, setting);
  const result = cells.words('result', ledger);
  const cause = cells.words('cause', ledger);
  if (!state || done === undefined || result === undefined || cause === undefined) return null;
  if (state === 'continuing' && (cause === null || saysNoCause(cause)))
    ledger.find('task-cause-missing', cells.place('cause', 'state'), cause, null, { about });
  if (state === 'continuing' && done !== null)
    ledger.find('task-done-date-differs', cells.place('doneOn'), done.told, null, { about });
  return {
    task: task.id,
    state,
    doneOn: state === 'done' ? (done?.day ?? null) : null,
    result,
    cause,
    at: refOf(cells.place('code', 'text')),
  };
}

/**
 * The local day on which it was done, and as the file tells it; null where none is told, undefined where it cannot be
 * read.
 */
function doneIn(
  cells: TaskCells,
  { id, assignedOn }: AskedTask,
  { asked, date1904, ledger }: TaskSetting,
): { day: string; told: string } | null | undefined {
  const cell = cells.cell('doneOn');
  if (!cell || missingStatus(cell.text) !== undefined) return null;
  const { form, period, tasks } = asked;
  const place = cells.place('doneOn');
  const reading = readDate(cell, { window: period[form.window], year: period.year, date1904 });
  if (!reading) {
    ledger.find('date-unclear', place, cell.text, null, { about: id });
    return undefined;
  }
  const day = reading.value.slice(0, 10);
  if (reading.repair) ledger.repair(reading.repair, place, cell.text, day);
  // A cell with a date's format shows a day, and not the number that it holds.
  const told = reading.repair === 'date-serial' ? day : cell.text;
  const isLate = tasks.day !== null && day > tasks.day;
  const isEarly = assignedOn !== null && day < assignedOn;
  if (isLate || isEarly) {
    const expected = isLate ? `≤ ${tasks.day}` : `≥ ${assignedOn}`;
    ledger.find('task-date-implausible', place, told, expected, { about: id });
  }
  return { day, told };
}
