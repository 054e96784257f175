import type { Asked } from '../asked.ts';
import { findCrossHeader, unitColumn } from '../cross/header.ts';
import { fold } from '../fold.ts';
import { findFormHeader, isFormHeader, mayStartForm } from '../form/header.ts';
import { limits } from '../limits.ts';
import { findLongHeader, isLongHeader } from '../long/long-header.ts';
import { periodsIn } from '../match/read-period.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Report } from '../report.ts';
import type { Cell, Row, Sheet } from '../table.ts';
import { findTaskHeader, isTasksName } from '../tasks/task-header.ts';
import { namesForm } from './check-title.ts';
import { readHead } from './hold-rows.ts';
import { indicatorsBelow, isEmptyAbove } from './indicators-below.ts';
import { isOwnSheet } from './own-sheets.ts';
import { cellIn, isColumnNumbers } from './row-kind.ts';
import { readTitle } from './title.ts';
import { titleUnitFinding } from './title-unit.ts';

/** A table that one sheet may hold, and what speaks for it. */
export type Candidate = {
  layout: NonNullable<Report['layout']>;
  /** The number of the row in which its heading was found. */
  row: number;
  evidence: Evidence;
};

/** 1: says what was asked · 0: says nothing · -1: says something else. */
type Agreement = 1 | 0 | -1;
export type Evidence = {
  form: Agreement;
  period: Agreement;
  unit: Agreement;
  indicators: number;
  /** 1: rows hold figures; 0: the table is blank, as a template is. */
  filled: 1 | 0;
};

export type SheetSurvey = {
  sheet: Sheet;
  /** True when it holds anything, and when it holds rows of figures: some, or in a hidden sheet any. */
  filled: boolean;
  figures: boolean;
  /** True for a sheet that this service wrote. */
  own: boolean;
  /** How much was looked at, in characters and weights of cells. */
  length: number;
  /** The rows looked at, of which `faulty` are written wrongly. */
  rowsRead: number;
  faulty: Row[];
  /** For each thing that may have been asked, the table that may answer it; none in a sheet of tasks. */
  candidates: (Candidate | undefined)[];
  /** A sheet of tasks, by its heading (from that row on) or by its name alone; undefined: it is none. */
  tasks: { row: number | null } | undefined;
};

/** True when one row alone looks like a heading: tells a text file's delimiter. */
export function isHeading(whole: Row, asked: readonly Asked[]): boolean {
  const row = start(whole);
  if (isFormHeader(row) || isLongHeader(row) || findTaskHeader([row], 0, [], false)) return true;
  return asked.some((each) => findCrossHeader([row], 0, [], each) !== undefined);
}

/** The columns of a row in which a heading is looked for: a row of thousands of words is not folded whole. */
function start(row: Row): Row {
  if (row.cells.length <= limits.headingColumns) return row;
  return { ...row, cells: row.cells.slice(0, limits.headingColumns) };
}

/** Looks at the first rows of a sheet for each of the forms that it may hold. */
export async function surveySheet(sheet: Sheet, asked: readonly Asked[]): Promise<SheetSurvey> {
  const { rows, rowsRead, length } = await readHead(sheet);
  const candidates = asked.map((each) => findCandidate(sheet, rows, each));
  const tasks = candidates.some((candidate) => candidate && candidate.evidence.indicators > 0)
    ? undefined
    : findTasks(sheet, rows);
  const isTable = tasks !== undefined && tasks.row !== null;
  return {
    sheet,
    length,
    filled: rows.length > 0,
    figures: hasRowsOfFigures(rows, sheet.hidden ? 1 : 3) || (isTable && sheet.hidden),
    own: isOwnSheet(rows),
    rowsRead,
    faulty: rows.filter(({ faults }) => faults.length > 0),
    // Its headings are words of a form too ("Nội dung", "Kết quả"): it is never taken for one.
    candidates: isTable ? asked.map(() => undefined) : candidates,
    tasks,
  };
}

/** The heading of a table of tasks among a sheet's first rows. */
function findTasks({ name }: Sheet, rows: readonly Row[]): SheetSurvey['tasks'] {
  const isNamed = isTasksName(name);
  for (const [at, row] of rows.slice(0, limits.titleRows).entries())
    if (findTaskHeader(rows, at, [], isNamed)) return { row: row.number };
  return isNamed && rows.length > 0 ? { row: null } : undefined;
}

function hasRowsOfFigures(rows: readonly Row[], least: number): boolean {
  let found = 0;
  return rows.some((row) => {
    if (isRowOfFigures(row)) found += 1;
    return found >= least;
  });
}

/** A number that counts the rows is no figure, so one alone does not make a row of figures. */
function isRowOfFigures(row: Row): boolean {
  return row.cells.filter((cell) => /\d/.test(cell.text) && isFigureLike(cell)).length >= 2;
}

function findCandidate(sheet: Sheet, rows: readonly Row[], asked: Asked): Candidate | undefined {
  let [forms, crosses] = [0, 0];
  const heads = rows.slice(0, limits.titleRows).map(start);
  for (const [at, row] of heads.entries()) {
    const long = findLongHeader(heads, at, [], asked);
    if (long) {
      const { indicatorCode, indicatorName } = long.columns;
      const columns = {
        ...(indicatorCode === undefined ? {} : { code: indicatorCode }),
        ...(indicatorName === undefined ? {} : { name: indicatorName }),
      };
      const below = rows.slice(at + 1);
      const indicators = indicatorsBelow(below, columns, asked);
      const { numerator, denominator, result } = long.columns;
      const filled = isFilled(below, [numerator, denominator, result]);
      const evidence = { ...evidenceOf(sheet, rows.slice(0, at), asked), indicators, filled };
      return { layout: 'long', row: row.number, evidence };
    }
    const form =
      mayStartForm(row) && forms++ < limits.formHeadings ? findFormHeader(rows, at, [], asked) : undefined;
    if (form && !isEmptyAbove(rows, at + form.depth, form.columns, asked)) {
      const below = rows.slice(at + form.depth);
      const indicators = indicatorsBelow(below, form.columns, asked);
      const { numerator, denominator, result } = form.columns;
      const filled = isFilled(below, [numerator, denominator, result]);
      const evidence = { ...evidenceOf(sheet, rows.slice(0, at), asked), indicators, filled };
      return { layout: 'form', row: row.number, evidence };
    }
    const mayStart = unitColumn(row) !== undefined && crosses++ < limits.crossHeadings;
    const cross = mayStart ? findCrossHeader(rows, at, [], asked) : undefined;
    if (cross) {
      const indicators = new Set(cross.figures.map(({ indicator }) => indicator.id)).size;
      const below = rows.slice(cross.to + 1);
      const filled = isFilled(
        below,
        cross.figures.map(({ column }) => column),
      );
      const evidence = { ...evidenceOf(sheet, rows.slice(0, at), asked), indicators, filled };
      return { layout: 'cross-table', row: row.number, evidence };
    }
  }
  return undefined;
}

/** The periods that a sheet's name says; a quarter without a year ("Quý III") is one of the year asked. */
function periodsOfName(name: string, { period }: Asked): string[] {
  if (name.length > 100) return [];
  const periods = periodsIn(name);
  if (periods.length > 0 || /20\d\d/.test(name)) return periods;
  const quarter = /\b(?:qui|quarter|q) ?(?:i{1,3}|iv|0?[1-4])\b/.exec(fold(name))?.[0];
  return quarter === undefined ? [] : periodsIn(`${quarter}/${period.year}`);
}

/** True where a figure was typed in: formulas that a template has already, and numbers of columns, are none. */
function isFilled(rows: readonly Row[], columns: readonly (number | undefined)[]): 1 | 0 {
  const isTyped = (cell: Cell | undefined) =>
    cell !== undefined &&
    !cell.formula &&
    cell.kind !== 'error' &&
    /\d/.test(cell.text) &&
    isFigureLike(cell);
  const found = rows.some(
    (row) => !isColumnNumbers(row) && columns.some((column) => isTyped(cellIn(row, column))),
  );
  return found ? 1 : 0;
}

function evidenceOf(
  sheet: Sheet,
  above: readonly Row[],
  asked: Asked,
): Omit<Evidence, 'indicators' | 'filled'> {
  const title = readTitle(above);
  const named = title.periods.length > 0 ? title.periods : title.loosePeriods;
  const periods = [...named.flatMap(({ codes }) => codes), ...periodsOfName(sheet.name ?? '', asked)];
  const agreement = (said: boolean, agrees: boolean): Agreement => (!said ? 0 : agrees ? 1 : -1);
  const whole = above.some((row) => row.cells.some((cell) => namesForm(cell.text, asked)));
  const expected = asked.period.code;
  return {
    form: agreement(
      title.forms.length > 0 || whole,
      whole || title.forms.some(({ text }) => namesForm(text, asked)),
    ),
    period: agreement(periods.length > 0, periods.includes(expected)),
    unit: agreement(
      title.units.length > 0,
      title.units.some(({ text }) => titleUnitFinding(text, asked) === undefined),
    ),
  };
}
