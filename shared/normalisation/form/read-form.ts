import { type Asked, rulesAsked } from '../asked.ts';
import { checkFormulas } from '../layout/check-formulas.ts';
import { checkScope } from '../layout/check-scope.ts';
import { checkTitle } from '../layout/check-title.ts';
import { holdRows } from '../layout/hold-rows.ts';
import { noteFaults } from '../layout/note-faults.ts';
import { noteTexts } from '../layout/note-texts.ts';
import { readTitle, type TitleFact } from '../layout/title.ts';
import { UnitLine } from '../layout/unit-line.ts';
import type { Ledger } from '../ledger.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import type { Reading } from '../reading.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Sheet } from '../table.ts';
import { checkLowerLines, otherTableAt } from './check-lower.ts';
import { checkScoreTotal } from './check-score-total.ts';
import type { FormTable } from './form-table.ts';
import { type FormHeader, findFormHeader } from './header.ts';
import { nameRows } from './name-rows.ts';
import { observe } from './observe.ts';
import { missingColumns, readRows } from './read-rows.ts';

/**
 * Reads a sheet in the form layout, and applies the rules. Findings and repairs go to the ledger.
 * @param row the number of the row in which the heading was found
 */
export async function readForm(sheet: Sheet, row: number, asked: Asked, ledger: Ledger): Promise<Reading> {
  const { rows: held, rowsRead, blankRows } = await holdRows(sheet);
  const at = held.findIndex(({ number }) => number === row);
  const header = findFormHeader(held, at, sheet.merges(), asked);
  if (!header) {
    ledger.find('header-not-found', null);
    return { layout: null, observations: [], sources: [], rowsRead, rowsUsed: 0, rowsSkipped: rowsRead };
  }
  const title = held.slice(0, at);
  const headerRows = held.slice(at, at + header.depth);
  const said = readTitle(title);
  const form: FormTable = {
    sheet: sheet.name,
    date1904: sheet.date1904 ?? false,
    title,
    header,
    headerRows,
    unitLine: new UnitLine(measuresOf(header, said.measures), sheet.name, asked.required),
    rows: held.slice(at + header.depth),
    merges: sheet.merges(),
  };
  const below = form.rows.length;
  const other = otherTableAt(form, asked, ledger);
  if (other !== undefined) form.rows.length = other;
  checkShape(form, asked, ledger);
  noteTexts({ held, title, said, sheet: sheet.name }, ledger);
  checkTitle(said, sheet.name, asked, ledger);
  checkScope(title, sheet.name, asked, ledger);
  const { named, skipped } = nameRows(form, asked, ledger);
  checkLowerLines(form, named, asked, ledger);
  const rows = readRows(form, named, { asked, ledger });
  // What stands below another heading is not read: nothing can be said to be missing.
  const without = other === undefined ? new Set<string>() : new Set(['indicator-missing']);
  runRules(rows, { ...rulesAsked(asked), without }, ledger);
  const { numerator, denominator, result } = header.columns;
  // A ratio's result is compared by a rule.
  const computed = new Set(numerator !== undefined && denominator !== undefined ? [result] : []);
  checkFormulas(form.rows, { sheet: sheet.name, without: computed }, ledger);
  checkScoreTotal(form, named, asked, ledger);
  const { observations, sources, unused } = observe(rows, asked);
  return {
    layout: 'form',
    observations,
    sources,
    rowsRead,
    rowsUsed: observations.length,
    // Counted where each row was passed over, so that a row that is lost in between is noticed.
    rowsSkipped: title.length + headerRows.length + blankRows + skipped + unused + below - form.rows.length,
  };
}

/** What the figures are counted in: the heading of their column ("Giá trị (triệu đồng)") before the line above. */
function measuresOf({ resultHeading }: FormHeader, lines: readonly TitleFact[]): readonly TitleFact[] {
  const inside = /\(([^()]+)\)\s*$/.exec(resultHeading?.text ?? '')?.[1];
  if (!resultHeading || !inside || readUnitOfMeasure(inside) === undefined) return lines;
  return [{ ...resultHeading, text: inside }];
}

function checkShape({ sheet, header, headerRows, title }: FormTable, asked: Asked, ledger: Ledger): void {
  noteFaults([...title, ...headerRows], sheet, ledger);
  for (const { role, row, column } of header.twice) {
    if (role !== 'order' && role !== 'measure')
      ledger.find('column-twice', { sheet, row, column }, null, role);
  }
  const missing = missingColumns(header, asked.required);
  const others = othersInstead(header);
  // A column of another period is the cause; that none is left is its effect.
  for (const { row, column, text } of others)
    ledger.find('period-differs', { sheet, row, column }, text, asked.period.code);
  if (others.length > 0) return;
  const start = { sheet, row: header.row, column: 0 };
  for (const name of missing) ledger.find('column-missing', start, null, name);
}

/** Columns of another period, where no column of the period that is asked plays their role. */
function othersInstead({ columns, others }: FormHeader): FormHeader['others'] {
  return others.filter(({ role }) => role !== 'note' && columns[role] === undefined);
}
