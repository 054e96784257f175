import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Tcvn3Pair = {
  sheet: string;
  /** Both from 1. */
  row: number;
  column: number;
  font: string;
  raw: string;
  /** The bytes decoded by iconv, whatever the font. */
  decoded: string;
  /** What the cell says: its bytes decoded where its font is a TCVN3 one, and as they stand elsewhere. */
  expected: string;
};

/**
 * The cells of Plan_2003.xls that can be read as TCVN3. Twenty of them stand in Times New Roman and are
 * good Vietnamese as they are (`HÒA BÌNH`): decoding those is what must not happen (`HềA BèNH`).
 */
export const tcvn3Pairs: readonly Tcvn3Pair[] = parse<Record<string, string>>(
  readFileSync('test/data/hazards/tcvn3_pairs.csv'),
  { columns: true, bom: true },
).map((pair) => {
  const { sheet = '', font = '', raw_as_read: raw = '', decoded_nfc: decoded = '' } = pair;
  const expected = font.startsWith('.Vn') ? decoded : raw;
  return { sheet, row: Number(pair.row), column: Number(pair.column), font, raw, decoded, expected };
});
