import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of one file of published figures, by column name. */
export function publishedRows(file: string): Record<string, string>[] {
  const url = new URL(`../../data/qd766/${file}`, import.meta.url);
  return parse<Record<string, string>>(readFileSync(url), { columns: true, comment: '#' });
}
