import { type Asked, rulesAsked } from '../asked.ts';
import { fold, tidy } from '../fold.ts';
import { checkFormulas } from '../layout/check-formulas.ts';
import { checkMerges } from '../layout/check-merges.ts';
import { checkScope } from '../layout/check-scope.ts';
import { checkTitle } from '../layout/check-title.ts';
import { holdRows } from '../layout/hold-rows.ts';
import { noteFaults } from '../layout/note-faults.ts';
import { noteTexts } from '../layout/note-texts.ts';
import { readTitle } from '../layout/title.ts';
import { measureLines, UnitLine } from '../layout/unit-line.ts';
import type { Ledger } from '../ledger.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import type { Reading } from '../reading.ts';
import type { Bilingual } from '../report.ts';
import { runRules } from '../rules/run-rules.ts';
import { cellName, fillDown, type Row, type Sheet } from '../table.ts';
import { checkLowerLines, otherTableAt } from './check-lower.ts';
import { checkScoreTotal } from './check-score-total.ts';
import type { FormTable } from './form-table.ts';
import { findFormHeader } from './header.ts';
import { unclaimedColumns } from './misplaced.ts';
import { nameRows } from './name-rows.ts';
import { observe } from './observe.ts';
import { missingColumns, readRows } from './read-rows.ts';
import type { FormHeader } from './settle-header.ts';

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
  // What one unit publishes of others has their names beside its figures.
  if (asked.form.about) ledger.find('units-not-named', { sheet: sheet.name, row, column: 0 });
  const title = held.slice(0, at);
  const headerRows = held.slice(at, at + header.depth);
  const said = readTitle(title);
  const below = held.slice(at + header.depth);
  if (header.columns.measure !== undefined) fillDown(below, sheet.merges(), header.columns.measure);
  const form: FormTable = {
    sheet: sheet.name,
    date1904: sheet.date1904 ?? false,
    title,
    header,
    headerRows,
    unitLine: new UnitLine(measureLines(header.resultHeading, said.measures), sheet.name, asked.required),
    ...partsLineOf(header, sheet.name, asked),
    unclaimed: unclaimedColumns(header, { headerRows, rows: below }, sheet.merges(), asked),
    rows: below,
    merges: sheet.merges(),
  };
  const rowsBelow = below.length;
  const other = otherTableAt(form, asked, ledger);
  if (other !== undefined) form.rows.length = other;
  checkShape(form, asked, ledger);
  noteTexts({ held, title, said, sheet: sheet.name }, ledger);
  checkTitle(said, sheet.name, asked, ledger, { columns: header.saysPeriod });
  checkScope(title, sheet.name, asked, ledger);
  const { named, skipped } = nameRows(form, asked, ledger);
  checkLowerLines(form, named, asked, ledger);
  for (const column of header.notes) fillDown(form.rows, form.merges, column);
  const rows = readRows(form, named, { asked, ledger });
  const isAll = title.some(({ cells }) => cells.some(({ text }) => saysEstimates(text)));
  for (const row of rows)
    if (isAll || (header.isEstimate && row.indicator.kind !== 'ratio')) row.approximate = true;
  // What stands below another heading is not read: nothing can be said to be missing.
  const without = other === undefined ? new Set<string>() : new Set(['indicator-missing']);
  runRules(rows, { ...rulesAsked(asked), without }, ledger);
  const { numerator, denominator, result } = header.columns;
  const columns = [numerator, denominator, result].filter((column) => column !== undefined);
  checkMerges({ sheet: sheet.name, rows: named.map(({ row }) => row), columns }, sheet.merges(), ledger);
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
    rowsSkipped:
      title.length + headerRows.length + blankRows + skipped + unused + rowsBelow - form.rows.length,
  };
}

/** A line above the table of its own: "(Số liệu ước thực hiện)". */
function saysEstimates(text: string): boolean {
  return text.length <= 60 && /^(so lieu uoc|uoc thuc hien|so uoc)\b/.test(fold(text));
}

/** The headings of both parts may say what they are counted in: "Tử số (nghìn hồ sơ)". */
function partsLineOf(
  { texts }: FormHeader,
  sheet: string | null,
  { required }: Asked,
): { partsLine?: UnitLine } {
  const lines = (['numerator', 'denominator'] as const).flatMap((role) => {
    const heading = texts.get(role);
    const inside = /\(([^()]{2,})\)\s*$/.exec(heading?.text ?? '')?.[1];
    return heading && inside && readUnitOfMeasure(inside) !== undefined ? [{ ...heading, text: inside }] : [];
  });
  return lines.length === 0 ? {} : { partsLine: new UnitLine(lines, sheet, required) };
}

function checkShape({ sheet, header, headerRows, title }: FormTable, asked: Asked, ledger: Ledger): void {
  noteFaults([...title, ...headerRows], sheet, ledger);
  tellTwice(header, sheet, ledger);
  for (const name of missingColumns(header, asked.required)) {
    const role = roleNamed(name);
    const instead = header.passed.filter((each) => each.role === role);
    // A column of another period is the cause; that none is left is its effect.
    for (const { row, column, text, standing } of instead) {
      const code = standing === 'other' ? 'period-differs' : 'column-unclear';
      ledger.find(code, { sheet, row, column }, text, `${name} ${asked.period.names.vi}`);
    }
    if (instead.length > 0) continue;
    const place = { sheet, row: header.row, column: header.end };
    ledger.find('column-missing', place, null, name, { hint: missingHint(headerRows) });
  }
}

function roleNamed(name: string): 'numerator' | 'denominator' | 'result' {
  return name === 'Tử số (a)' ? 'numerator' : name === 'Mẫu số (b)' ? 'denominator' : 'result';
}

/** Both columns are named, so that one can be chosen. */
function tellTwice({ twice, texts }: FormHeader, sheet: string | null, ledger: Ledger): void {
  for (const { role, row, column, text } of twice) {
    if (role === 'order' || role === 'measure') continue;
    const other = texts.get(role);
    const expected = other ? `${cellName(other.column, other.row)} "${other.text}"` : null;
    ledger.find('column-twice', { sheet, row, column }, text, expected);
  }
}

/** The headings that were read, so that the one that was meant can be found among them. */
function missingHint(rows: readonly Row[]): Bilingual {
  const read = rows
    .flatMap(({ cells }) => cells)
    .slice(0, 20)
    .map(({ text }) => tidy(text));
  const list = read.filter((text) => text !== '').join(' | ');
  return { vi: `Tiêu đề đã đọc: ${list}.`, en: `The headings that were read: ${list}.` };
}
