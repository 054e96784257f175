import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { cellIn } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import type { FigureRole } from '../number/cell-reading.ts';
import { type ColumnStyle, styleOf } from '../number/column-style.ts';
import { bodiesOf, readFigureOf } from '../number/read-figure.ts';
import { readUnitOfMeasure, scaleOfParts, scaleTo } from '../number/unit-of-measure.ts';
import { type Cell, isWithoutValue, type Place, type Row } from '../table.ts';
import type { FigureTable } from './form-table.ts';
import { findMisplaced } from './misplaced.ts';
import type { NamedRow } from './name-rows.ts';
import type { FormHeader } from './settle-header.ts';
import { ShareEvidence } from './share-evidence.ts';
import { type FigureCell, type ReadRow, takeFigure } from './take-figure.ts';

type FigureColumn = { name: FigureCell['name']; role: FigureRole; column: number; style: ColumnStyle };
/** How the cells of a table are read; the window and year are those of the period asked for. */
type Reading = { table: FigureTable; columns: readonly FigureColumn[]; asked: Asked };

/** Reads the figures of a form's rows, each column in the style that all its numbers show. */
export function readRows(
  table: FigureTable,
  named: readonly NamedRow[],
  { asked, ledger }: { asked: Asked; ledger: Ledger },
): ReadRow[] {
  const scaled = scaledRows(table, named, ledger);
  const columns = figureColumns(table, scaled);
  const shares = new ShareEvidence();
  const rows = scaled.map(({ row, shift }) => {
    const read = readRow({ table, columns, asked }, row, shift, ledger);
    if (read.result) shares.note(read, cellIn(row.row, read.result.place.column), read.result.place);
    return read;
  });
  shares.tell(ledger);
  return rows;
}

type Scaled = { row: NamedRow; shift: number | null };

function figureColumns(table: FigureTable, named: readonly Scaled[]): FigureColumn[] {
  return (['numerator', 'denominator', 'result'] as const).flatMap((name) => {
    const column = table.header.columns[name];
    if (column === undefined) return [];
    const role = name === 'result' ? 'value' : name;
    const bodies = named.flatMap(({ row, shift }) =>
      name !== 'result' && row.indicator.kind !== 'ratio'
        ? []
        : bodiesOf(row.indicator, role, cellIn(row.row, column), isShare(row, role) ? 0 : (shift ?? 0)),
    );
    return [{ name, role, column, style: styleOf(bodies) }];
  });
}

function isShare({ indicator }: NamedRow, role: FigureRole): boolean {
  return indicator.kind === 'ratio' && role === 'value';
}

/** Each row with the power of ten of its unit of measure. */
function scaledRows(table: FigureTable, named: readonly NamedRow[], ledger: Ledger): Scaled[] {
  let above = '';
  return named.map((row) => {
    const cell = cellIn(row.row, table.header.columns.measure);
    const text = tidy(cell?.text ?? '');
    if (text !== '' && !isDash(text)) above = text;
    // A dash below "nghìn người" may mean the same again.
    const isUnclear = cell && isDash(text) && (readUnitOfMeasure(above)?.power ?? 0) !== 0;
    if (!isUnclear) return { row, shift: shiftOf(table, row, ledger) };
    const place = { sheet: table.sheet, row: row.row.number, column: cell.column };
    ledger.find('measure-unknown', place, cell.text, row.indicator.unit);
    return { row, shift: null };
  });
}

function isDash(text: string): boolean {
  return /^[-–—]$/.test(text);
}

/**
 * The power of ten by which a row's unit of measure differs from its indicator's; null: found fault with.
 * Beside a ratio it says what the parts are counted in, or the percent of the result.
 */
function shiftOf(table: FigureTable, { indicator, row }: NamedRow, ledger: Ledger): number | null {
  const isRatio = indicator.kind === 'ratio';
  if (isRatio && table.partsLine) return table.partsLine.shiftFor(indicator, ledger);
  const cell = cellIn(row, table.header.columns.measure);
  const text = tidy(cell?.text ?? '');
  if (cell === undefined || text === '' || isDash(text)) return table.unitLine.shiftFor(indicator, ledger);
  if (indicator.kind === 'text') return 0;
  const scale = isRatio ? scaleOfParts(cell.text) : scaleTo(indicator.unit, cell.text);
  if ('shift' in scale) return scale.shift;
  const place = { sheet: table.sheet, row: row.number, column: cell.column };
  if (isWithoutValue(cell)) ledger.find('formula-without-value', place);
  else ledger.find(scale.fault, place, cell.text, indicator.unit, { about: indicator.id });
  return null;
}

function readRow(reading: Reading, named: NamedRow, shift: number | null, ledger: Ledger): ReadRow {
  const { table, columns, asked } = reading;
  const { indicator, place, row } = named;
  const isRatio = indicator.kind === 'ratio';
  const read: ReadRow = {
    indicator,
    place,
    numerator: null,
    denominator: null,
    result: null,
    missing: 'missing',
    note: noteOf(table, row.cells),
    approximate: false,
    cells: [],
  };
  const window = asked.period[asked.form.window];
  for (const { name, role, column, style } of columns) {
    // Only a ratio has parts: what stands in their columns otherwise is not asked for.
    if (!isRatio && name !== 'result') continue;
    const cell = cellIn(row, column);
    const part: Place = { sheet: table.sheet, row: row.number, column };
    const context = {
      style,
      window,
      year: asked.period.year,
      date1904: table.date1904,
      // What a ratio comes to is no matter of what its parts are counted in.
      shift: isRatio && role === 'value' ? 0 : (shift ?? 0),
    };
    const figure = readFigureOf(indicator, role, cell, context);
    takeFigure(read, figure, { name, cell, place: part, date1904: table.date1904 }, ledger);
  }
  // A unit of measure that was found fault with: the numbers are not known.
  if (shift === null) {
    for (const part of [read.numerator, read.denominator, read.result]) if (part) part.readable = false;
  }
  findMisplaced(read, otherCells(table, row, isRatio), ledger);
  return read;
}

/** The cells in which a row of this kind should hold no figure. */
function otherCells({ sheet, header, unclaimed = [] }: FigureTable, row: Row, isRatio: boolean) {
  const parts = isRatio ? [] : [header.columns.numerator, header.columns.denominator];
  return [...parts, ...unclaimed, ...header.notes].flatMap((column) =>
    column === undefined ? [] : [{ cell: cellIn(row, column), place: { sheet, row: row.number, column } }],
  );
}

function noteOf(table: FigureTable, cells: readonly Cell[]): string | null {
  const texts = cells
    .filter((cell) => table.header.notes.includes(cell.column) && !isWithoutValue(cell))
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
  if (required.some(({ kind }) => kind !== 'ratio') && result === undefined) missing.push('Kết quả');
  return missing;
}
