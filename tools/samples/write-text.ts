import type { Cell, Table } from './report-layout.ts';
import { withDotThousands } from './vietnamese-writing.ts';

/** How a text file is written. */
export type TextFormat = {
  delimiter: ',' | ';' | '\t';
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  bom: boolean;
  newline: '\r\n' | '\n';
  /** `vietnamese`: 405.424 and 88,47 · `plain`: 405424 and 88.47 */
  numbers: 'vietnamese' | 'plain';
  percentSign: boolean;
  /** Short rows are filled up with empty fields, as a spreadsheet does when it saves text. */
  padded: boolean;
  unicode: 'NFC' | 'NFD';
};

/** The bytes of a table as delimited text (RFC 4180 quoting). */
export function writeText(table: Table, format: TextFormat): Buffer {
  const width = Math.max(...table.rows.map((row) => row.length));
  const lines = table.rows.map((row) => {
    const cells = format.padded ? [...row, ...Array<null>(width - row.length).fill(null)] : row;
    return cells.map((cell) => quoted(textOf(cell, format), format)).join(format.delimiter);
  });
  const text = lines.map((line) => line + format.newline).join('');
  return encoded((format.bom ? '\uFEFF' : '') + text.normalize(format.unicode), format.encoding);
}

function textOf(cell: Cell | null, format: TextFormat): string {
  if (cell === null) return '';
  if (cell.is === 'text') return cell.text.replaceAll('\n', format.newline);
  const written = format.numbers === 'vietnamese' ? withDotThousands(cell.decimal) : cell.decimal;
  return cell.is === 'percent' && format.percentSign ? `${written}%` : written;
}

function quoted(field: string, { delimiter }: TextFormat): string {
  const needed = field.includes(delimiter) || /["\r\n]/.test(field);
  return needed ? `"${field.replaceAll('"', '""')}"` : field;
}

function encoded(text: string, encoding: TextFormat['encoding']): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
