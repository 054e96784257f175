import { type Asked, rulesAsked } from '../asked.ts';
import { checkTitle } from '../layout/check-title.ts';
import { readTitle, type Title } from '../layout/title.ts';
import type { Ledger } from '../ledger.ts';
import type { Reading } from '../reading.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Row, Table } from '../table.ts';
import { noteDamage, noteDecodings } from '../text/note-text.ts';
import { nameRows } from './name-rows.ts';
import { observe } from './observe.ts';
import { missingColumns, readRows } from './read-rows.ts';
import { type FormTable, scanForm } from './scan-form.ts';

/** Finds the form in a file's sheets, reads it, and applies the rules. Findings and repairs go to the ledger. */
export async function readForm(table: Table, asked: Asked, ledger: Ledger): Promise<Reading> {
  for (const { code, row, column, text } of table.passedOver) {
    ledger.repair(code, { sheet: table.sheets[0]?.name ?? null, row, column }, text, '');
  }
  const { form, rowsRead } = await findForm(table, ledger);
  if (!form) {
    return { layout: null, observations: [], sources: [], rowsRead, rowsUsed: 0, rowsSkipped: rowsRead };
  }
  checkShape(form, asked, ledger);
  noteDecodings(ledger, form.sheet, [...form.title, form.headerRow, ...form.rows]);
  const title = readTitle(form.title);
  noteTitleDamage(form, title, ledger);
  checkTitle(title, form.sheet, asked, ledger);
  const { named, skipped } = nameRows(form, asked, ledger);
  const rows = readRows(form, named, { asked, ledger, date1904: table.date1904 ?? false });
  runRules(rows, rulesAsked(asked), ledger);
  const { observations, sources, unused } = observe(rows, asked);
  return {
    layout: 'form',
    observations,
    sources,
    rowsRead,
    rowsUsed: observations.length,
    // Counted where each row was passed over, so that a row that is lost in between is noticed.
    rowsSkipped: form.title.length + 1 + form.blankRows + skipped + unused,
  };
}

/** Damaged texts of the title; of a unit's name the matching says more. */
function noteTitleDamage({ sheet, title: rows }: FormTable, { units }: Title, ledger: Ledger): void {
  for (const { number, cells } of rows) {
    for (const { column, text } of cells) {
      const isUnit = units.some((fact) => fact.row === number && fact.column === column);
      if (!isUnit) noteDamage(ledger, { sheet, row: number, column }, text);
    }
  }
}

/** The first visible sheet in which the form's heading is found; one in a hidden sheet is only named. */
async function findForm(table: Table, ledger: Ledger): Promise<{ form: FormTable | null; rowsRead: number }> {
  let rowsRead = 0;
  for (const sheet of table.sheets.filter(({ hidden }) => !hidden)) {
    const scan = await scanForm(sheet);
    if (scan.found) return { form: scan.found, rowsRead: scan.found.rowsRead };
    rowsRead += scan.rowsRead;
    // A quote that is not closed hides the heading: tell the cause first.
    noteFaults(scan.above, sheet.name, ledger);
  }
  for (const sheet of table.sheets.filter(({ hidden }) => hidden)) {
    if (!(await scanForm(sheet)).found) continue;
    ledger.find('header-in-hidden-sheet', null, sheet.name);
    return { form: null, rowsRead };
  }
  ledger.find('header-not-found', null);
  return { form: null, rowsRead };
}

function checkShape(form: FormTable, asked: Asked, ledger: Ledger): void {
  const { sheet, header, headerRow, title } = form;
  noteFaults([...title, headerRow], sheet, ledger);
  for (const { role, column } of header.twice) {
    if (role !== 'order' && role !== 'measure') {
      ledger.find('column-twice', { sheet, row: header.row, column }, null, role);
    }
  }
  const start = { sheet, row: header.row, column: 0 };
  for (const name of missingColumns(form, asked.required)) ledger.find('column-missing', start, null, name);
}

function noteFaults(rows: readonly Row[], sheet: string | null, ledger: Ledger): void {
  for (const row of rows) {
    for (const { code, column, got } of row.faults)
      ledger.find(code, { sheet, row: row.number, column }, got);
  }
}
