import type { Observation, ObservationSource } from '../../observations/observation.ts';
import { type Asked, rulesAsked } from '../asked.ts';
import { observe } from '../form/observe.ts';
import { readRows } from '../form/read-rows.ts';
import type { ReadRow } from '../form/take-figure.ts';
import { checkFormulas } from '../layout/check-formulas.ts';
import { checkMerges } from '../layout/check-merges.ts';
import { checkScope } from '../layout/check-scope.ts';
import { checkTitle } from '../layout/check-title.ts';
import { holdRows } from '../layout/hold-rows.ts';
import { noteFaults } from '../layout/note-faults.ts';
import { noteTexts } from '../layout/note-texts.ts';
import { readTitle } from '../layout/title.ts';
import { UnitLine } from '../layout/unit-line.ts';
import type { Ledger } from '../ledger.ts';
import type { Reading } from '../reading.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Place, Sheet } from '../table.ts';
import { checkCrossLines, otherCrossAt } from './check-lower.ts';
import { type CrossTable, checkSums } from './check-sums.ts';
import { findCrossHeader } from './header.ts';
import { missingUnits } from './missing-units.ts';
import { type CrossRow, nameUnits, type UnitRow } from './name-units.ts';
import { type IndicatorColumns, settleColumns } from './settle-columns.ts';

/**
 * Reads a sheet in the cross-table layout, one row a unit and one column (or two or three) an indicator, and
 * applies the rules. Totals are never loaded: their parts are held against them.
 * @param row the number of the row that names the column of units
 */
export async function readCross(sheet: Sheet, row: number, asked: Asked, ledger: Ledger): Promise<Reading> {
  const { rows: held, rowsRead, blankRows } = await holdRows(sheet);
  const at = held.findIndex(({ number }) => number === row);
  const header = findCrossHeader(held, at, sheet.merges(), asked);
  if (!header) {
    ledger.find('header-not-found', null);
    return { layout: null, observations: [], sources: [], rowsRead, rowsUsed: 0, rowsSkipped: rowsRead };
  }
  const title = held.slice(0, header.from);
  const headerRows = held.slice(header.from, header.to + 1);
  const body = held.slice(header.to + 1);
  const other = otherCrossAt(
    { rows: body, header, headerRows, sheet: sheet.name },
    sheet.merges(),
    asked,
    ledger,
  );
  const unread = other === undefined ? 0 : body.splice(other).length;
  noteFaults([...title, ...headerRows], sheet.name, ledger);
  const said = readTitle(title);
  noteTexts({ held, title, said, sheet: sheet.name }, ledger);
  const saysPeriod = header.figures.some(({ standing }) => standing === 'asked' || standing === 'this');
  checkTitle(said, sheet.name, asked, ledger, { columns: saysPeriod });
  checkScope(title, sheet.name, asked, ledger);
  const columns = settleColumns({ header, body, sheet: sheet.name, asked }, ledger);
  const rows = nameUnits({ rows: body, header, sheet: sheet.name }, asked, await asked.areas(), ledger);
  checkCrossLines(rows, sheet.name, asked, ledger);
  const units = rows.filter((each): each is UnitRow => each.kind === 'unit');
  if (other === undefined) {
    const top = { sheet: sheet.name, row: header.row, column: 0 };
    missingUnits(rows, await asked.areas(), top, ledger);
  }
  const unitLine = new UnitLine(said.measures, sheet.name, asked.required);
  const date1904 = sheet.date1904 ?? false;
  const figures = columns.flatMap((each) => Object.values(each.columns));
  const reporting = units.map((unit) => unit.row);
  checkMerges({ sheet: sheet.name, rows: reporting, columns: figures }, sheet.merges(), ledger);
  const table: CrossTable = { sheet: sheet.name, notes: header.notes, unitLine, date1904 };
  const read = readUnits(table, columns, units, { asked, ledger });
  runRules(read.flat(), rulesAsked(asked), ledger);
  checkSums({ table, columns, rows }, asked, ledger);
  checkFormulas(body, { sheet: sheet.name, without: comparedByRule(columns) }, ledger);
  const { observations, sources, used } = observeUnits(read, asked);
  return {
    layout: 'cross-table',
    observations,
    sources,
    rowsRead,
    rowsUsed: used,
    // Counted where each row was passed over, so that a row that is lost in between is noticed.
    rowsSkipped:
      title.length + headerRows.length + blankRows + skippedOf(rows) + unread + (units.length - used),
  };
}

/** The results of ratios that have their parts. */
function comparedByRule(columns: readonly IndicatorColumns[]): ReadonlySet<number | undefined> {
  const whole = columns.filter(({ columns: { numerator, denominator } }) => {
    return numerator !== undefined && denominator !== undefined;
  });
  return new Set(whole.map((each) => each.columns.result));
}

function skippedOf(rows: readonly CrossRow[]): number {
  return rows.filter(({ kind }) => kind !== 'unit').length;
}

/** The figures of each unit, in the order of its rows; each column in the style that all its numbers show. */
function readUnits(
  table: CrossTable,
  columns: readonly IndicatorColumns[],
  units: readonly UnitRow[],
  { asked, ledger }: { asked: Asked; ledger: Ledger },
): ReadRow[][] {
  const byUnit: ReadRow[][] = units.map(() => []);
  for (const { indicator, columns: own, place } of columns) {
    const header = { columns: own, notes: table.notes };
    const named = units.map(({ row, place }) => ({ indicator, place, row }));
    const read = readRows({ ...table, header }, named, { asked, ledger });
    for (const [at, each] of read.entries()) {
      const { area } = units[at] as UnitRow;
      byUnit[at]?.push(area === null ? each : { ...each, area: area.id });
    }
    if (indicator.kind === 'ratio') checkParts(read, { indicator: indicator.id, place }, ledger);
  }
  return byUnit;
}

/** A ratio is reported by its parts: from its result alone they cannot be known. */
function checkParts(
  read: readonly ReadRow[],
  { indicator, place }: { indicator: string; place: Place },
  ledger: Ledger,
): void {
  if (read.length > 0 && read.every(({ numerator, denominator }) => numerator && denominator)) return;
  if (read.some(({ numerator, denominator }) => (numerator === null) !== (denominator === null))) return;
  ledger.find('ratio-without-parts', place, null, null, { about: indicator });
}

function observeUnits(
  byUnit: readonly ReadRow[][],
  asked: Asked,
): { observations: Observation[]; sources: ObservationSource[]; used: number } {
  const observations: Observation[] = [];
  const sources: ObservationSource[] = [];
  let used = 0;
  for (const rows of byUnit) {
    const of = observe(rows, asked);
    if (of.observations.length > 0) used += 1;
    observations.push(...of.observations);
    sources.push(...of.sources);
  }
  return { observations, sources, used };
}
