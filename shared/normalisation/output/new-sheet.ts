import { cellName } from '../table.ts';
import type { CellStyle, StyleAdditions } from './styles.ts';
import { escapeXml, namespaces, textElement } from './xml-write.ts';

/**
 * A cell of a sheet of ours. A text is always an inline string, so that nothing that somebody sent can become a
 * formula; `formula` is for our own alone.
 */
export type NewCell = {
  /** From 0. */
  column: number;
  style?: CellStyle;
  text?: string;
  /** A decimal number as it is to stand in the part. */
  number?: string;
  error?: string;
  boolean?: boolean;
  formula?: string;
};

/** A row by its number, from 1. */
export type NewRow = { number: number; height?: number | undefined; cells: readonly NewCell[] };

export type NewSheet = {
  rows: readonly NewRow[];
  /** Widths of the columns from the first, in characters. */
  widths: readonly number[];
  /** Attributes of `sheetPr`'s inside, views, protection and what follows the rows, as XML in the schema's order. */
  properties?: string;
  views?: string;
  behindData?: string;
  links?: readonly { cell: string; location: string; display: string }[];
  /** What follows the links in the schema's order: print options, margins, page setup. */
  page?: string;
};

/** The part of a new sheet. */
export function sheetPart(sheet: NewSheet, styles: StyleAdditions): string {
  const { rows, widths, properties = '', views = '', behindData = '', links = [], page = '' } = sheet;
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const data = rows.map((row) => rowElement({ height: heightOf(row, widths), ...row }, styles)).join('');
  const hyperlinks = links
    .map(
      ({ cell, location, display }) =>
        `<hyperlink ref="${cell}" location="${escapeXml(location)}" display="${escapeXml(display)}"/>`,
    )
    .join('');
  return [
    `<worksheet xmlns="${namespaces.main}">`,
    properties,
    views,
    columns && `<cols>${columns}</cols>`,
    `<sheetData>${data}</sheetData>`,
    behindData,
    hyperlinks && `<hyperlinks>${hyperlinks}</hyperlinks>`,
    page,
    '</worksheet>',
  ].join('');
}

/** Rows frozen above, columns before: what stays in sight. */
export function frozenView(rows: number, columns = 0): string {
  const cell = cellName(columns, rows + 1);
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''} ySplit="${rows}"`;
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  return `<sheetViews><sheetView workbookViewId="0"><pane${split} topLeftCell="${cell}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** A place in a workbook as a link's target: `'Biểu 1'!D7`. */
export function locationOf(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}

/** In points, of one line of 11 pt. */
const lineHeight = 15;
const mostLines = 20;

/**
 * As tall as the texts of a row need: a program that shows a sheet does not always wrap them by itself.
 * @returns undefined where one line of the usual size is enough
 */
function heightOf({ cells }: NewRow, widths: readonly number[]): number | undefined {
  let height = lineHeight;
  for (const { column, text = '', style } of cells) {
    const width = widths[column] ?? 10;
    const lines = style?.wrap
      ? text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0)
      : 1;
    const own = style?.size ? Math.ceil(style.size * 1.4) : lineHeight;
    height = Math.max(height, own * Math.min(lines, mostLines));
  }
  return height > lineHeight ? height : undefined;
}

function rowElement({ number, height, cells }: NewRow, styles: StyleAdditions): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${tall}>${cells.map((cell) => cellElement(cell, number, styles)).join('')}</row>`;
}

function cellElement(cell: NewCell, row: number, styles: StyleAdditions): string {
  const style = cell.style ? ` s="${styles.idOf(cell.style)}"` : '';
  const start = `<c r="${cellName(cell.column, row)}"${style}`;
  if (cell.formula !== undefined) return `${start} t="str"><f>${escapeXml(cell.formula)}</f><v></v></c>`;
  if (cell.text !== undefined) return `${start} t="inlineStr"><is>${textElement('', cell.text)}</is></c>`;
  if (cell.number !== undefined) return `${start}><v>${escapeXml(cell.number)}</v></c>`;
  if (cell.error !== undefined) return `${start} t="e"><v>${escapeXml(cell.error)}</v></c>`;
  if (cell.boolean !== undefined) return `${start} t="b"><v>${cell.boolean ? 1 : 0}</v></c>`;
  return `${start}/>`;
}
