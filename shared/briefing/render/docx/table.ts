import {
  AlignmentType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, TableBlock } from '../../content.ts';
import type { FittedTable } from './fit-table.ts';
import { twips } from './page.ts';
import { cellStyle } from './styles.ts';
import { runsOf } from './text.ts';

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
        const lines = linesOf(row, widths, size);
        const height = (lines * size * 1.2 * 25.4) / 72;
        const placed = lines > 1 && { verticalAlign: VerticalAlign.CENTER };
        const children = columns.map(({ align }, index) => {
          const said = paragraph(row[index]?.text ?? '', cellStyle(size, align), keepNext);
          return new TableCell({ ...placed, children: [said] });
        });
        return new TableRow({ ...(height < highestWholeRow && { cantSplit: true }), children });
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
        children: [paragraph(head, cellStyle(size, 'head'), true)],
      }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

function paragraph(text: string, style: string, keepNext: boolean): Paragraph {
  return new Paragraph({ style, ...(keepNext && { keepNext }), children: runsOf(text) });
}

/** About how many lines a row has: a letter is half as wide as it is high. */
function linesOf(row: readonly Cell[], widths: readonly number[], size: number): number {
  const letter = (size * 0.5 * 25.4) / 72;
  const lines = widths.map((width, at) => {
    const text = row[at]?.text ?? '';
    return (
      Math.ceil((text.length * letter) / (width - 3)) +
      (text.includes('\n') ? text.split('\n').length - 1 : 0)
    );
  });
  return Math.max(1, ...lines);
}
