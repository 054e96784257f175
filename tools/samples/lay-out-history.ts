import type { Indicator } from '../../shared/catalog/schema.ts';
import type { HistoryStyle } from './history-plan.ts';
import type { PublishedRow } from './published-history.ts';
import type { Cell, Table } from './report-layout.ts';

type Row = (Cell | null)[];
export type HistoryContent = {
  rows: readonly PublishedRow[];
  /** In the order of the form. */
  indicators: readonly Indicator[];
  /** By code: the competition rank of the first indicator. */
  ranks: ReadonlyMap<string, number>;
};

/** A ministry's publication of one year, as rows of cells. */
export function layOutHistory(content: HistoryContent, style: HistoryStyle): Table {
  const title = style.title.map((line): Row => [bold(line)]);
  if (title.length > 0) title.push([]);
  const table: Table = { rows: title, merges: [], headerRow: 0 };
  const width =
    style.layout === 'long' ? style.lead.length + 3 : style.lead.length + content.indicators.length;
  for (const [row, cells] of table.rows.entries()) {
    if (cells.length === 1) table.merges.push({ row, from: 0, to: width - 1 });
  }
  if (style.layout === 'long') addLong(table, content, style);
  else addCross(table, content, style);
  return table;
}

/** One row for each province, a column for each indicator. */
function addCross(table: Table, { rows, indicators, ranks }: HistoryContent, style: HistoryStyle): void {
  const { lead, above, measures } = style;
  const column = (id: string) => lead.length + indicators.findIndex((indicator) => indicator.id === id);
  if (above) {
    const [from, to] = [column(above.from), column(above.to)];
    table.merges.push({ row: table.rows.length, from, to });
    table.rows.push([...Array<null>(from).fill(null), bold(above.text)]);
  }
  table.headerRow = table.rows.length;
  table.rows.push([
    ...lead.map(({ heading }) => bold(heading)),
    ...indicators.map(({ names }) => bold(names.vi)),
  ]);
  if (measures) {
    table.rows.push([...lead.map(() => null), ...indicators.map(({ id }) => text(measures[id] as string))]);
  }
  for (const [index, row] of rows.entries()) {
    table.rows.push([
      ...leadCells(row, index, style, ranks),
      ...indicators.map(({ id }) => figure(row.figures.get(id) as string)),
    ]);
  }
}

/** One row for each province and indicator. */
function addLong(table: Table, { rows, indicators, ranks }: HistoryContent, style: HistoryStyle): void {
  table.headerRow = table.rows.length;
  const headings = ['Mã chỉ tiêu', 'Chỉ tiêu', 'Giá trị'];
  table.rows.push([...style.lead.map(({ heading }) => bold(heading)), ...headings.map(bold)]);
  let index = 0;
  for (const row of rows) {
    for (const { id, names } of indicators) {
      const value = figure(row.figures.get(id) as string);
      table.rows.push([...leadCells(row, index, style, ranks), text(id), text(names.vi), value]);
      index += 1;
    }
  }
}

function leadCells(
  { code, name }: PublishedRow,
  index: number,
  { lead }: HistoryStyle,
  ranks: HistoryContent['ranks'],
): Row {
  return lead.map(({ column }): Cell => {
    if (column === 'no') return { is: 'count', decimal: String(index + 1) };
    if (column === 'rank') return { is: 'count', decimal: String(ranks.get(code)) };
    return text(column === 'code' ? code : name);
  });
}

function text(words: string): Cell {
  return { is: 'text', text: words };
}

function bold(words: string): Cell {
  return { is: 'text', text: words, bold: true };
}

function figure(decimal: string): Cell {
  return { is: 'points', decimal };
}
