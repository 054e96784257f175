import { periodOf } from '../../catalog/period.ts';
import type { Indicator } from '../../catalog/schema.ts';
import { decimal, divide, multiply, text } from '../../observations/decimal.ts';
import { cellName } from '../table.ts';
import type { NewCell } from './new-sheet.ts';
import type { CellStyle } from './styles.ts';
import type { LastFigure, TemplateAsk } from './template.ts';

/** The columns of a template, from 0; those of an earlier period only where its figures are given. */
export type TemplateColumns = {
  order: number;
  code: number;
  name: number;
  measure: number;
  /** Absent when the form asks for no ratio. */
  numerator: number | null;
  denominator: number | null;
  result: number;
  note: number;
  last: { numerator: number | null; denominator: number | null; result: number } | null;
  width: number;
  widths: number[];
};

const label: CellStyle = { border: true, wrap: true };
const input: CellStyle = { border: true, fill: 'FFF9DB', unlocked: true };
const blocked: CellStyle = { border: true, fill: 'D9D9D9' };
const past: CellStyle = { border: true, italic: true, colour: '7F7F7F', fill: 'F2F2F2' };
const heading: CellStyle = { bold: true, border: true, wrap: true, align: 'center', fill: 'D9E2F3' };

export function columnsOf({ form, catalog, last }: TemplateAsk): TemplateColumns {
  const kinds = form.indicators.map(({ indicator }) => catalog.indicators.get(indicator)?.kind);
  const hasRatio = kinds.includes('ratio');
  const widths = [6, 26, 52, 10];
  const next = (width: number) => widths.push(width) - 1;
  const numerator = hasRatio ? next(14) : null;
  const denominator = hasRatio ? next(14) : null;
  const result = next(14);
  const note = next(32);
  const earlier = last && {
    numerator: hasRatio ? next(13) : null,
    denominator: hasRatio ? next(13) : null,
    result: next(13),
  };
  return {
    order: 0,
    code: 1,
    name: 2,
    measure: 3,
    numerator,
    denominator,
    result,
    note,
    last: earlier,
    width: widths.length,
    widths,
  };
}

/** The headings; those of an earlier period begin with "Kỳ trước", which is read as no column of figures. */
export function headings(columns: TemplateColumns, last: string | null): NewCell[] {
  const texts = new Map<number, string>([
    [columns.order, 'STT'],
    [columns.code, 'Mã chỉ tiêu'],
    [columns.name, 'Chỉ tiêu'],
    [columns.measure, 'ĐVT'],
    [columns.result, 'Kết quả'],
    [columns.note, 'Ghi chú'],
  ]);
  if (columns.numerator !== null) texts.set(columns.numerator, 'Tử số (a)');
  if (columns.denominator !== null) texts.set(columns.denominator, 'Mẫu số (b)');
  if (columns.last && last) {
    const { numerator, denominator, result } = columns.last;
    const name = periodOf(last)?.names.vi ?? last;
    if (numerator !== null) texts.set(numerator, `Kỳ trước (a)\n${name}`);
    if (denominator !== null) texts.set(denominator, `Kỳ trước (b)\n${name}`);
    texts.set(result, `Kỳ trước\n${name}`);
  }
  return [...texts]
    .sort(([a], [b]) => a - b)
    .map(([column, words]) => ({ column, text: words, style: heading }));
}

/** A row's own cells: its name, the cells to be filled in, and a ratio's result, which computes itself. */
export function figureCells(
  indicator: Indicator,
  number: number,
  row: number,
  columns: TemplateColumns,
): NewCell[] {
  const cells: NewCell[] = [
    { column: columns.order, number: String(number), style: { ...label, align: 'center' } },
    { column: columns.code, text: indicator.id, style: label },
    { column: columns.name, text: indicator.names.vi, style: label },
    { column: columns.measure, text: indicator.unit, style: { ...label, align: 'center' } },
  ];
  const { numerator, denominator, result, note } = columns;
  const isRatio = indicator.kind === 'ratio';
  for (const column of [numerator, denominator]) {
    if (column !== null) cells.push({ column, style: isRatio ? { ...input, format: '#,##0' } : blocked });
  }
  if (isRatio && numerator !== null && denominator !== null) {
    const [a, b] = [cellName(numerator, row), cellName(denominator, row)];
    const formula = `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),IF(${b}>0,ROUND(${a}/${b}*100,2),""),"")`;
    cells.push({ column: result, formula, style: { ...blocked, fill: 'F2F2F2', format: '0.00' } });
  } else cells.push({ column: result, style: { ...input, ...formatOf(indicator) } });
  cells.push({ column: note, style: { ...input, wrap: true } });
  return cells;
}

function formatOf({ kind }: Indicator): { format?: string } {
  if (kind === 'count' || kind === 'rank') return { format: '#,##0' };
  if (kind === 'date') return { format: 'dd/mm/yyyy' };
  // As text, so that `>=80` and `20..50` are not taken for anything else.
  return kind === 'text' || kind === 'target' ? { format: '@' } : {};
}

/** The figures of the earlier period, for comparison only. */
export function lastCells(
  { kind }: Indicator,
  figure: LastFigure | undefined,
  { last }: TemplateColumns,
): NewCell[] {
  if (!last) return [];
  const shown = (column: number, value: string | null | undefined): NewCell => {
    const isNumber = value != null && /^-?\d{1,15}(\.\d{1,10})?$/.test(value);
    return { column, style: past, ...(isNumber ? { number: value } : value ? { text: value } : {}) };
  };
  const cells: NewCell[] = [];
  if (last.numerator !== null) cells.push(shown(last.numerator, figure?.numerator));
  if (last.denominator !== null) cells.push(shown(last.denominator, figure?.denominator));
  cells.push(shown(last.result, kind === 'ratio' ? percentOf(figure) : figure?.value));
  return cells;
}

function percentOf(figure: LastFigure | undefined): string | null {
  if (!figure?.numerator || !figure.denominator || figure.status !== 'reported') return null;
  const hundredfold = multiply(decimal(figure.numerator), decimal('100'));
  return text(divide(hundredfold, decimal(figure.denominator), { places: 2, mode: 'half-even' }));
}
