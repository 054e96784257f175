import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Published QĐ 766 figures of 2026-10-10, read by an independent reader; see README.md beside this file. */

export type Row = Record<string, string>;

export const counts = read('counts.csv');
export const scores = read('scores.csv');
export const groups = read('groups.csv');
export const totals = read('totals.csv');
export const hardCases = read('hard-cases.csv');

function read(file: string): Row[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return parse(text, { columns: true, comment: '#', comment_no_infix: true });
}
