import type { Indicator } from '../../catalog/schema.ts';
import type { CellSource } from '../../observations/observation.ts';
import { tidy } from '../fold.ts';
import { cellIn } from '../layout/row-kind.ts';
import { type Ledger, refOf } from '../ledger.ts';
import { type ColumnStyle, decideStyle, type Measure } from '../number/column-style.ts';
import { bodyOf, type Figure, readFigure } from '../number/figure.ts';
import type { FormRow, Part } from '../rules/rule.ts';
import type { Cell, Place } from '../table.ts';
import type { FormTable } from './form-table.ts';
import type { FormHeader } from './header.ts';
import type { NamedRow } from './name-rows.ts';

/** A row with its figures read, and what observations and lineage need of it. */
export type ReadRow = FormRow & { note: string | null; approximate: boolean; cells: CellSource[] };

type FigureColumn = {
  role: 'numerator' | 'denominator' | 'result';
  column: number;
  measure: Measure;
  style: ColumnStyle;
};

/** Reads the figures of a form's rows, each column in the style that all its numbers show. */
export function readRows(table: FormTable, named: readonly NamedRow[], ledger: Ledger): ReadRow[] {
  const columns = figureColumns(table, named);
  return named.map((row) => readRow(table, columns, row, ledger));
}

function figureColumns(table: FormTable, named: readonly NamedRow[]): FigureColumn[] {
  return (['numerator', 'denominator', 'result'] as const).flatMap((role) => {
    const column = table.header.columns[role];
    if (column === undefined) return [];
    const measure: Measure = role === 'result' ? 'rate' : 'count';
    const bodies = named.map(({ row }) => bodyOf(cellIn(row, column))).filter((body) => body !== undefined);
    return [{ role, column, measure, style: decideStyle(bodies, measure) }];
  });
}

function readRow(
  table: FormTable,
  columns: readonly FigureColumn[],
  { indicator, place, row }: NamedRow,
  ledger: Ledger,
): ReadRow {
  const read: ReadRow = {
    indicator,
    place,
    numerator: null,
    denominator: null,
    result: null,
    note: noteOf(table, row.cells),
    approximate: false,
    cells: [],
  };
  for (const { role, column, measure, style } of columns) {
    const isScore = indicator.kind === 'score';
    // A score has no parts: what stands in their columns is not asked for.
    if (isScore && role !== 'result') continue;
    const cell = cellIn(row, column);
    const figure = readFigure(cell, style, measure);
    const part: Place = { sheet: table.sheet, row: row.number, column };
    read[role] = partOf(figure, part);
    noteFigure(figure, part, { cell, isCheckOnly: role === 'result' && !isScore, read }, ledger);
    if (role === 'result' && !isScore) continue;
    if (figure.state === 'number' && figure.approximate) read.approximate = true;
    const source = { at: refOf(part), raw: cell?.text ?? '', format: cell?.format ?? null };
    read.cells.push({ role: role === 'result' ? 'value' : role, ...source });
  }
  return read;
}

function partOf(figure: Figure, place: Place): Part {
  return {
    number: figure.state === 'number' ? figure.number : null,
    readable: figure.state !== 'fault',
    place,
  };
}

/** Notes what a figure's reading found or repaired. A ratio's result is only compared, so it warns at most. */
function noteFigure(
  figure: Figure,
  place: Place,
  { cell, isCheckOnly, read }: { cell: Cell | undefined; isCheckOnly: boolean; read: FormRow },
  ledger: Ledger,
): void {
  const raw = cell?.text ?? '';
  if (figure.state === 'number') {
    for (const code of figure.repairs) ledger.repair(code, place, raw, figure.number);
  }
  if (figure.state !== 'fault') return;
  if (isCheckOnly && figure.fault === 'cell-error') {
    // 0 of 0 has no result: Excel's #DIV/0! says so.
    if (read.denominator?.number === '0') return;
    ledger.find('cell-error', place, raw);
  } else ledger.find(isCheckOnly ? 'result-unread' : figure.fault, place, raw);
}

function noteOf(table: FormTable, cells: readonly Cell[]): string | null {
  const texts = cells
    .filter((cell) => table.header.notes.includes(cell.column))
    .map((cell) => tidy(cell.text));
  return texts.filter((text) => text !== '').join('; ') || null;
}

/** The figure columns that the form's indicators need and the heading does not have. */
export function missingColumns({ columns }: FormHeader, required: readonly Indicator[]): string[] {
  const { numerator, denominator, result } = columns;
  const missing: string[] = [];
  if (required.some(({ kind }) => kind === 'ratio')) {
    if (numerator === undefined) missing.push('Tử số (a)');
    if (denominator === undefined) missing.push('Mẫu số (b)');
  }
  if (required.some(({ kind }) => kind === 'score') && result === undefined) missing.push('Kết quả');
  return missing;
}
