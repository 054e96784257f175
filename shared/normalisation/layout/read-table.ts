import type { Asked } from '../asked.ts';
import { readCross } from '../cross/read-cross.ts';
import { readForm } from '../form/read-form.ts';
import type { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import { readLong } from '../long/read-long.ts';
import type { Reading } from '../reading.ts';
import { FileRefusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import { chooseForm } from './choose-form.ts';
import { type Chosen, chooseSheet } from './choose-sheet.ts';
import { type SheetSurvey, surveySheet } from './survey.ts';

/**
 * Finds what was asked in a file's sheets and reads it in the layout that it has. Findings and repairs go to the
 * ledger.
 * @param asked what was asked; several where no form was named, then the sheets tell which it is
 * @throws FileRefusal `sheets-too-long`
 * @returns the form that was read: null when the sheets do not tell
 */
export async function readTable(
  table: Table,
  asked: readonly Asked[],
  ledger: Ledger,
): Promise<{ asked: Asked | null; reading: Reading }> {
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
  const which = asked.length === 1 ? 0 : chooseForm(surveys, asked, ledger);
  const chosen = which === null ? null : chooseSheet(surveys, which, ledger);
  const one = which === null ? null : (asked[which] as Asked);
  if (!one || !chosen) return { asked: one, reading: unread(surveys) };
  return { asked: one, reading: await readChosen(chosen, one, ledger) };
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
