import { asksFigures } from '../../catalog/reporters.ts';
import type { Asked } from '../asked.ts';
import type { SheetSurvey } from '../layout/survey.ts';
import type { Ledger } from '../ledger.ts';
import type { Sheet } from '../table.ts';

/**
 * Chooses the sheet of tasks of a file: the one table of tasks that is not hidden. A form that is nothing else must
 * have one; beside figures it may be left out.
 * @param figures the sheet that is read for its figures, whatever it is called
 * @returns the sheet and the first row of its heading; null when there is none to read: a finding says why, if any
 */
export function chooseTasks(
  surveys: readonly SheetSurvey[],
  figures: SheetSurvey | null,
  asked: Asked,
  ledger: Ledger,
): { sheet: Sheet; row: number } | null {
  const visible = surveys.filter(({ sheet, tasks }) => tasks && !sheet.hidden);
  const tables = visible.flatMap(({ sheet, tasks }) => (tasks?.row ? [{ sheet, row: tasks.row }] : []));
  const [only, ...more] = tables;
  if (only && more.length === 0) return only;
  if (only) {
    ledger.find('tasks-sheet-unclear', null, tables.map(({ sheet }) => sheet.name).join('; ') || null);
    return null;
  }
  // By its name alone: of a unit without tasks it is a sheet of its own.
  const named = visible.find((survey) => survey !== figures);
  const isAsked = !asksFigures(asked.form);
  if (named && (isAsked || asked.tasks.known?.length !== 0)) {
    ledger.find('task-heading-not-found', null, named.sheet.name);
  } else if (isAsked) ledger.find('tasks-sheet-missing', null);
  return null;
}
