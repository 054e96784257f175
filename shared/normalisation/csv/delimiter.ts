import type { Row } from '../table.ts';
import { CsvScanner } from './csv-scanner.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** A text file's delimiter, and whether its first line declares it (`sep=;`, as Excel writes). */
export type Dialect = { delimiter: Delimiter; declared: boolean };

const headerScore = 1_000_000;

/** True when a row can be read as a layout's heading: the layouts know, and hand it in. */
export type IsHeading = (row: Row) => boolean;

/**
 * Finds the delimiter by content: the one that its first line declares, else the one under which a heading
 * can be read, else the one that cuts the most lines into the same number of fields.
 * @param sample the start of the file in UTF-8
 */
export function detectDialect(sample: Uint8Array, whole: boolean, isHeading: IsHeading): Dialect {
  const start = new TextDecoder().decode(sample.subarray(0, 8));
  const declared = /^"?sep=([,;\t|])"?(?:\r|\n|$)/i.exec(start)?.[1];
  if (declared !== undefined) return { delimiter: declared as Delimiter, declared: true };
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: -1 };
  for (const delimiter of delimiters) {
    const score = scoreOf(sampleRows(sample, delimiter, whole), isHeading);
    if (score > best.score) best = { delimiter, score };
    if (score >= headerScore) break;
  }
  return { delimiter: best.delimiter, declared: false };
}

function sampleRows(sample: Uint8Array, delimiter: Delimiter, whole: boolean): Row[] {
  const scanner = new CsvScanner(delimiter);
  const rows = scanner.push(sample);
  return whole ? [...rows, ...scanner.end()] : rows;
}

function scoreOf(rows: readonly Row[], isHeading: IsHeading): number {
  if (rows.some(isHeading)) return headerScore;
  const widths = new Map<number, number>();
  for (const { width } of rows) {
    if (width !== null && width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  return Math.max(0, ...widths.values());
}
