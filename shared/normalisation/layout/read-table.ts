import { asksFigures } from '../../catalog/reporters.ts';
import type { Asked } from '../asked.ts';
import { readCross } from '../cross/read-cross.ts';
import { readForm } from '../form/read-form.ts';
import type { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import { readLong } from '../long/read-long.ts';
import type { Reading } from '../reading.ts';
import { FileRefusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import { chooseTasks } from '../tasks/choose-tasks.ts';
import { readTasks, type TaskReading } from '../tasks/read-tasks.ts';
import { chooseForm } from './choose-form.ts';
import { type Chosen, chooseSheet, passOver } from './choose-sheet.ts';
import { type SheetSurvey, surveySheet } from './survey.ts';

/**
 * Finds what was asked in a file's sheets and reads it in the layout that it has. Findings and repairs go to the
 * ledger.
 * @param asked what was asked; several where no form was named, then the sheets tell which it is
 * @throws FileRefusal `sheets-too-long`
 * @returns the form that was read: null when the sheets do not tell; what a sheet of tasks says: null where none was
 */
export async function readTable(
  table: Table,
  asked: readonly Asked[],
  ledger: Ledger,
): Promise<{ asked: Asked | null; reading: Reading; tasks: TaskReading | null }> {
  for (const { code, row, column, text } of table.passedOver) {
    ledger.repair(code, { sheet: table.sheets[0]?.name ?? null, row, column }, text, '');
  }
  const surveys: SheetSurvey[] = [];
  const date1904 = table.date1904 ?? false;
  let length = 0;
  for (const sheet of table.sheets) {
    const survey = await surveySheet({ ...sheet, date1904 }, asked);
    length += survey.length;
    if (length > limits.headsLength) throw new FileRefusal('sheets-too-long');
    surveys.push(survey);
  }
  const which = formAsked(surveys, asked, ledger);
  const one = which === null ? null : (asked[which] as Asked);
  if (which === null || !one) return { asked: null, reading: unread(surveys), tasks: null };
  const isFigures = asksFigures(one.form);
  const chosen = isFigures ? chooseSheet(surveys, which, ledger) : null;
  const reading = chosen
    ? await readChosen(chosen, one, ledger)
    : unread(isFigures ? surveys.filter(({ tasks }) => !tasks?.row) : []);
  const found = chooseTasks(surveys, chosen?.survey ?? null, one, ledger);
  if (!isFigures) {
    const read = surveys.find(({ sheet }) => sheet === found?.sheet) ?? null;
    passOver(surveys, { read }, ledger);
  }
  const tasks = found && (await readTasks(found.sheet, found.row, one, ledger));
  return { asked: one, reading, tasks };
}

/** The place in `asked` of the form that a file is: of one that is a sheet of tasks alone only where there are no figures. */
function formAsked(surveys: readonly SheetSurvey[], asked: readonly Asked[], ledger: Ledger): number | null {
  if (asked.length === 1) return 0;
  const withFigures = asked.filter(({ form }) => asksFigures(form));
  const isFigures = surveys.some(({ candidates }) => candidates.some((candidate) => candidate !== undefined));
  const [tasksAlone, ...more] = asked.filter(({ form }) => !asksFigures(form));
  if (!isFigures && tasksAlone && more.length === 0 && surveys.some(({ tasks }) => tasks?.row)) {
    return asked.indexOf(tasksAlone);
  }
  if (withFigures.length === 1) return asked.indexOf(withFigures[0] as Asked);
  return chooseForm(surveys, asked, ledger);
}

const readers = { form: readForm, 'cross-table': readCross, long: readLong } as const;

function readChosen({ survey, candidate }: Chosen, asked: Asked, ledger: Ledger): Promise<Reading> {
  return readers[candidate.layout](survey.sheet, candidate.row, asked, ledger);
}

/** Where no sheet was read, what was looked at was passed over. */
function unread(surveys: readonly SheetSurvey[]): Reading {
  const rowsRead = surveys
    .filter(({ sheet }) => !sheet.hidden)
    .reduce((rows, survey) => rows + survey.rowsRead, 0);
  return { layout: null, observations: [], sources: [], rowsRead, rowsUsed: 0, rowsSkipped: rowsRead };
}
