import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of one file of published figures (`years.csv` of QĐ 766, `dti/published.csv`), by column name. */
export function publishedRows(file: string): Record<string, string>[] {
  const path = file.includes('/') ? file : `qd766/${file}`;
  const url = new URL(`../../data/${path}`, import.meta.url);
  return parse<Record<string, string>>(readFileSync(url), { columns: true, comment: '#' });
}
