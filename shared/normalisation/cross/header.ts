import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { roleOf } from '../form/column-role.ts';
import { type Heading, joinHeadings, mayHead } from '../layout/heading.ts';
import type { Standing } from '../layout/standing.ts';
import { limits } from '../limits.ts';
import { codeHeadings } from '../match/unit-codes.ts';
import type { Merge, Row } from '../table.ts';
import { type Figures, readFigureHeading, standingOfFigures } from './figure-heading.ts';

/** A column of figures: whose, and which part of a ratio; `row` is that of its heading's last text. */
export type FigureColumn = Figures & Heading & { standing: Standing; text: string };

/** The columns of a cross-table: the units down, one indicator's figures in a column or in two or three. */
export type CrossHeader = {
  /** The first and the last row of the heading, as places in the rows that were given. */
  from: number;
  to: number;
  row: number;
  width: number | null;
  /** The column that numbers the rows. */
  order: number | undefined;
  /** Columns that name the unit, the innermost last, and the column of its code. */
  names: number[];
  code: number | undefined;
  /** The words over the column of codes: they may say in which system it is. */
  codeHeading: string;
  notes: number[];
  figures: FigureColumn[];
  /** Columns that are not an indicator's. */
  unknown: Heading[];
};

/** Headings of the column that names units, folded (i for y). */
const unitNames: ReadonlySet<string> = new Set(
  [
    ['don vi', 'ten don vi', 'don vi bao cao', 'don vi hanh chinh', 'ten don vi hanh chinh', 'dvhc'],
    ['tinh', 'ten tinh', 'tinh thanh', 'tinh tp', 'tinh thanh pho', 'ten tinh thanh pho'],
    [
      'dia phuong',
      'ten dia phuong',
      'dia ban',
      'co quan',
      'co quan don vi',
      'bo nganh',
      'bo nganh dia phuong',
    ],
    ['huien xa', 'cap xa', 'dia ban cap xa'],
    ['xa', 'ten xa', 'xa phuong', 'phuong xa', 'ten xa phuong', 'xa phuong dac khu', 'xa phuong thi tran'],
    ['don vi dia phuong', 'unit', 'reporting unit', 'province', 'province citi', 'commune', 'localiti'],
  ].flat(),
);
const unitCodes: ReadonlySet<string> = new Set(
  ['ma don vi', 'ma tinh', 'ma xa', 'ma dvhc', 'ma dia phuong', 'ma', 'ma so', 'code', 'unit code'].concat([
    'province code',
    'commune code',
    ...codeHeadings,
  ]),
);

/**
 * Reads the rows about `at` as the heading of a cross-table: that row names the column of units, and at least two
 * columns are an indicator's, by its code or name. An indicator may be written over its parts, and a heading may be
 * typed line by line; the rows are taken that name the most columns.
 * @returns undefined when no such heading stands there
 */
export function findCrossHeader(
  rows: readonly Row[],
  at: number,
  merges: readonly Merge[],
  asked: Asked,
): CrossHeader | undefined {
  const anchor = rows[at];
  const entity = anchor && unitColumn(anchor);
  if (entity === undefined) return undefined;
  let best: CrossHeader | undefined;
  for (let from = at; from > at - limits.headingRows && from >= 0; from -= 1) {
    if (from < at && !goesOver(rows[from] as Row, rows[from + 1] as Row, entity)) break;
    for (let to = at; to < from + limits.headingRows && to < rows.length; to += 1) {
      const row = rows[to] as Row;
      if (to > at && (row.number !== (rows[to - 1] as Row).number + 1 || !mayHead(row))) break;
      const header = readHeader(rows, { from, to }, merges, asked);
      const most = best?.figures.length ?? 1;
      const isDeeper = best?.from === from && header.figures.length === most && isBelowNames(row, best);
      if (header.figures.length > most || isDeeper) best = header;
    }
  }
  return best && best.names.length > 0 ? best : undefined;
}

/** True when a row holds nothing in the columns that name units: words below the names of indicators. */
function isBelowNames(row: Row, { names, code, order }: CrossHeader): boolean {
  const naming = new Set([...names, code, order]);
  return row.cells.every(({ column }) => !naming.has(column));
}

/** The column that a row heads as that of units, from which a cross-table's heading may be told. */
export function unitColumn(row: Row): number | undefined {
  return row.cells.find((cell) => cell.kind === 'text' && meansUnits(cell.text))?.column;
}

/** True when a row may stand over the one that names the units: groups of columns, or the words of many. */
function goesOver(row: Row, below: Row, entity: number): boolean {
  if (row.number !== below.number - 1 || !mayHead(row)) return false;
  if (row.cells.some((cell) => /[:：]/.test(cell.text))) return false;
  return row.cells.length >= 3 || row.cells.every((cell) => cell.column > entity);
}

function readHeader(
  rows: readonly Row[],
  { from, to }: { from: number; to: number },
  merges: readonly Merge[],
  asked: Asked,
): CrossHeader {
  const last = rows[to] as Row;
  const header: CrossHeader = {
    from,
    to,
    row: last.number,
    width: last.width,
    order: undefined,
    names: [],
    code: undefined,
    codeHeading: '',
    notes: [],
    figures: [],
    unknown: [],
  };
  for (const heading of joinHeadings(rows.slice(from, to + 1), merges)) place(heading, header, asked);
  return header;
}

function place(heading: Heading, header: CrossHeader, asked: Asked): void {
  const { column, texts } = heading;
  const figures = readFigureHeading(texts, asked);
  if (figures) {
    const standing = standingOfFigures(figures, asked);
    header.figures.push({ ...figures, ...heading, standing, text: texts.join(' / ') });
    return;
  }
  const roles = new Set([...texts, texts.join(' ')].map(roleOf));
  if (texts.some(meansUnits)) header.names.push(column);
  else if (header.code === undefined && texts.some((text) => unitCodes.has(fold(text)))) {
    header.code = column;
    header.codeHeading = texts.join(' ');
  } else if (
    header.order === undefined &&
    (roles.has('order') || /^s ?t( ?t)?$/.test(fold(texts.join(' '))))
  ) {
    header.order = column;
  } else if (roles.has('note')) header.notes.push(column);
  else header.unknown.push(heading);
}

/** True for a heading of the column of units; a bilingual one says it twice. */
function meansUnits(text: string): boolean {
  // "Đơn vị: %" is a line above the table.
  if (text.length > 100 || /[:：]/.test(text)) return false;
  const folded = fold(text);
  return unitNames.has(folded) || text.split(/[/\n|(]/).some((part) => unitNames.has(fold(part)));
}
