import {
  AlignmentType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, TableBlock } from '../../content.ts';
import type { FittedTable } from './fit-table.ts';
import { twips } from './page.ts';
import { cleanText, textWidth } from './text.ts';

const alignments = {
  start: AlignmentType.LEFT,
  end: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;
/** Twentieths of a point; small letters stand closer, so that all provinces stand on one page. */
const margins = { left: 70, right: 70, top: 30, bottom: 30 };
const closeMargins = { left: 60, right: 60, top: 8, bottom: 8 };
/** A row higher than this, in millimetres, may go on on the next page: kept whole, it would leave half a page empty. */
const highestWholeRow = 90;

/**
 * A table: its first row is marked as its head and stands on every page again, and rows do not split.
 * @param tied its last row stays with what follows
 */
export function tableOf({ block, size, widths }: FittedTable, tied = false): Table {
  const { columns, rows } = block;
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(widths.reduce((sum, each) => sum + each, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    margins: size < 11 ? closeMargins : margins,
    tableLook: {
      firstRow: true,
      firstColumn: false,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      headRow(columns, size),
      ...rows.map((row, at) => {
        // A head never stands alone at the foot of a page.
        const keepNext = at === 0 || (tied && at === rows.length - 1);
        const cells = columns.map((column, index) => cellOf(row[index], column.align, size, keepNext));
        return new TableRow({
          ...(heightOf(row, widths, size) < highestWholeRow && { cantSplit: true }),
          children: cells,
        });
      }),
    ],
  });
}

function headRow(columns: TableBlock['columns'], size: number): TableRow {
  const children = columns.map(
    ({ head }) =>
      new TableCell({
        verticalAlign: VerticalAlign.CENTER,
        shading: { type: ShadingType.CLEAR, fill: 'E7E6E6', color: 'auto' },
        children: [paragraph(head, AlignmentType.CENTER, { size, bold: true }, true)],
      }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

function cellOf(
  cell: Cell | undefined,
  align: TableBlock['columns'][number]['align'],
  size: number,
  keepNext: boolean,
): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [paragraph(cell?.text ?? '', alignments[align], { size }, keepNext)],
  });
}

function paragraph(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  { size, bold }: { size: number; bold?: boolean },
  keepNext: boolean,
): Paragraph {
  const run = { size: size * 2, ...(bold && { bold }) };
  const children = cleanText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...run, ...(at > 0 && { break: 1 }) }));
  // The paragraph's own mark is of the size too: an empty cell would else be as high as the body's letters.
  return new Paragraph({
    alignment,
    run,
    spacing: { before: 0, after: 0 },
    ...(keepNext && { keepNext }),
    children,
  });
}

/** About how high a row is, in millimetres. */
function heightOf(row: readonly Cell[], widths: readonly number[], size: number): number {
  const lineHeight = (size * 1.2 * 25.4) / 72;
  const lines = widths.map((width, at) => {
    const text = row[at]?.text ?? '';
    // Far beyond a page, nothing is gained by measuring on.
    return text.length > 20_000
      ? 1_000
      : (textWidth(text, size) * 1.1) / (width - 3) + text.split('\n').length;
  });
  return Math.max(0, ...lines) * lineHeight;
}
