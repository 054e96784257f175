import type { Form, Indicator } from '../../shared/catalog/schema.ts';
import type { UnitFigures } from './published-figures.ts';
import {
  type ColumnKey,
  decisionLine,
  footer,
  formLine,
  type HeadingSet,
  headings,
  notes,
  periodLabel,
  periodTexts,
  reportTitle,
  romanNumerals,
  stateMotto,
  stateName,
  unitLabel,
} from './report-words.ts';

/** A cell by what it means; how it is written is the writer's part. Figures are decimal strings. */
export type Cell =
  | { is: 'text'; text: string; bold?: boolean }
  | { is: 'count' | 'points'; decimal: string }
  /** A percentage, and the cells that it is computed from. */
  | { is: 'percent'; decimal: string; of: { a: string; b: string } };
export type Table = {
  rows: (Cell | null)[][];
  /** Zero-based row and first and last column of each merged run. */
  merges: { row: number; from: number; to: number }[];
  /** Zero-based. */
  headerRow: number;
};

/** How one office lays out the form. */
export type Style = {
  columns: readonly ColumnKey[];
  headings: HeadingSet;
  /** `full`: authority, state name, title · `split`: labels and values in cells of their own · `short`: title only. */
  title: 'full' | 'split' | 'short';
  period: keyof typeof periodTexts;
  columnNumbers: boolean;
  /** Group rows: number and name in their columns, or joined in the first one. */
  sections: 'none' | 'columns' | 'joined';
  numbering: 'running' | 'by-group';
  results: 'blank' | 'percent';
  notes: 'none' | 'some' | 'lines';
  footer: boolean;
  /** Applied to the names of unit, groups and indicators. */
  spelling: (text: string) => string;
};

export type ReportContent = {
  /** The unit's full name and plain name in the period. */
  unitName: { full: string; plain: string };
  form: Form;
  indicators: ReadonlyMap<string, Indicator>;
  figures: UnitFigures;
  missing: string;
};

/** One province's report on the form, as rows of cells. */
export function layOutReport(content: ReportContent, style: Style): Table {
  const table: Table = { rows: titleRows(content, style), merges: [], headerRow: 0 };
  const last = style.columns.length - 1;
  for (const [row, cells] of table.rows.entries()) {
    if (cells.length === 1) table.merges.push({ row, from: 0, to: last });
  }
  table.headerRow = table.rows.length;
  table.rows.push(style.columns.map((key) => bold(headings[style.headings][key])));
  if (style.columnNumbers) table.rows.push(columnNumbers(style));
  let running = 0;
  for (const [index, group] of content.form.groups.entries()) {
    const numeral = romanNumerals[index] as string;
    const name = style.spelling(group.names.vi);
    if (style.sections === 'joined') {
      table.merges.push({ row: table.rows.length, from: 0, to: last });
      table.rows.push([bold(`${numeral}. ${name}`)]);
    }
    if (style.sections === 'columns') {
      table.rows.push(cellsOf(style, { no: bold(numeral), name: bold(name) }));
    }
    const members = content.form.indicators.filter((entry) => entry.group === group.code);
    for (const [member, { indicator }] of members.entries()) {
      running += 1;
      const no = style.numbering === 'running' ? count(String(running)) : text(`${index + 1}.${member + 1}`);
      table.rows.push(indicatorRow(content, style, indicator, no, table.rows.length + 1));
    }
  }
  if (style.footer) table.rows.push(...footerRows(content, style));
  return table;
}

function titleRows({ unitName, form }: ReportContent, style: Style): (Cell | null)[][] {
  const named = style.spelling(unitName.full);
  const period = periodTexts[style.period];
  const authority = `ỦY BAN NHÂN DÂN ${unitName.full.toUpperCase()}`;
  const lines: [string, string][] = [
    [formLine.label, style.title === 'split' ? form.code : formLine.value],
    [unitLabel, named],
    [periodLabel, period],
  ];
  if (style.title === 'split') {
    const labelled = lines.map(([label, value]) => [text(label), null, text(value)]);
    return [[bold(style.spelling(authority))], [], [bold(reportTitle)], ...labelled, []];
  }
  const joined = lines.map(([label, value]) => [text(`${label} ${value}`)]);
  if (style.title === 'short') return [[bold(reportTitle)], ...joined, []];
  const right = style.columns.length - 4;
  const pair = (left: Cell | null, cell: Cell) => [left, ...Array(right - 1).fill(null), cell];
  return [
    pair(bold(style.spelling(authority)), bold(stateName)),
    pair(null, bold(stateMotto)),
    [],
    [bold(reportTitle)],
    [text(decisionLine)],
    ...joined,
    [],
  ];
}

function indicatorRow(
  { indicators, figures, missing }: ReportContent,
  style: Style,
  id: string,
  no: Cell,
  rowNumber: number,
): (Cell | null)[] {
  const indicator = indicators.get(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const name = text(style.spelling(indicator.names.vi));
  const head = { no, code: text(id), name, unit: text(indicator.unit) };
  const score = figures.scores.get(id);
  if (score !== undefined) {
    const result: Cell = { is: 'points', decimal: score };
    return cellsOf(style, { ...head, result, note: noteOf(style, notes.points) });
  }
  const counts = figures.counts.get(id);
  if (!counts) throw new Error(`no counts for ${id}`);
  const { a, b } = counts;
  const percent = a === null ? undefined : figures.percents.get(id);
  const of = { a: addressOf(style, 'a', rowNumber), b: addressOf(style, 'b', rowNumber) };
  const remark = a === null ? notes.noCounts : a === '0' && b === '0' ? notes.zeroOfZero : undefined;
  return cellsOf(style, {
    ...head,
    a: a === null ? text(missing) : count(a),
    b: b === null ? text(missing) : count(b),
    result:
      style.results === 'percent' && percent !== undefined ? { is: 'percent', decimal: percent, of } : null,
    note: noteOf(style, remark ?? (id === '766.TDGQ' ? notes.source : undefined)),
  });
}

function noteOf(style: Style, remark: string | undefined): Cell | null {
  if (style.notes === 'none' || remark === undefined) return null;
  return text(style.notes === 'lines' && remark === notes.source ? notes.sourceInLines : remark);
}

/** `A B C D 1 2 3 E`: letters over words, digits over figures. */
function columnNumbers(style: Style): Cell[] {
  let letters = 0;
  let digits = 0;
  return style.columns.map((key) => {
    if (key === 'a' || key === 'b' || key === 'result') return count(String(++digits));
    return text(String.fromCharCode(65 + letters++));
  });
}

function footerRows({ unitName }: ReportContent, style: Style): (Cell | null)[][] {
  const left = style.columns.indexOf('name');
  const right = style.columns.indexOf('b');
  const row = (leftText: string | null, rightText: string) =>
    style.columns.map((_, at) =>
      at === left && leftText !== null ? text(leftText) : at === right ? text(rightText) : null,
    );
  return [
    [],
    row(null, `${unitName.plain}, ngày 21 tháng 9 năm 2026`),
    ...footer.left.map((leftText, index) => row(leftText, footer.right[index] as string)),
  ];
}

function cellsOf(style: Style, cells: Partial<Record<ColumnKey, Cell | null>>): (Cell | null)[] {
  return style.columns.map((key) => cells[key] ?? null);
}

function addressOf(style: Style, key: ColumnKey, rowNumber: number): string {
  return `${String.fromCharCode(65 + style.columns.indexOf(key))}${rowNumber}`;
}

const text = (written: string): Cell => ({ is: 'text', text: written });
const bold = (written: string): Cell => ({ is: 'text', text: written, bold: true });
const count = (decimal: string): Cell => ({ is: 'count', decimal });
