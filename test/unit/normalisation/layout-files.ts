import { cellName } from '../../../shared/normalisation/table.ts';
import { writeWorkbook } from './workbook-writer.ts';

/** Cells as they stand in a sheet: texts, numbers, or nothing. */
export type Grid = readonly (readonly (string | number | null)[])[];
export type TestSheet = {
  name: string;
  rows: Grid;
  merges?: readonly string[];
  state?: 'hidden' | 'veryHidden';
};

/** A workbook of whole sheets with merges and hidden sheets. */
export function bookOf(...sheets: TestSheet[]): Uint8Array {
  return writeWorkbook({
    sheets: sheets.map(({ name, rows, merges = [], state }) => ({
      name,
      ...(state ? { state } : {}),
      xml: `<sheetData>${rows.map(rowXml).join('')}</sheetData>${mergesXml(merges)}`,
    })),
  });
}

function rowXml(row: Grid[number], y: number): string {
  const cells = row.map((content, x) => {
    const name = cellName(x, y + 1);
    if (content === null || content === '') return '';
    if (typeof content === 'number') return `<c r="${name}"><v>${content}</v></c>`;
    const text = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${y + 1}">${cells.join('')}</row>`;
}

function mergesXml(merges: readonly string[]): string {
  const tags = merges.map((ref) => `<mergeCell ref="${ref}"/>`);
  return tags.length === 0 ? '' : `<mergeCells count="${tags.length}">${tags.join('')}</mergeCells>`;
}
