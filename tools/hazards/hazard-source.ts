import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of a hazard file, by column name, with its line in the file. */
export type SourceRow = Readonly<Record<string, string>> & { readonly line: string };

/** The rows of `test/data/hazards/<name>.csv`; no row spans two lines. */
export function sourceRows(name: 'cell_value_cases' | 'province_name_variants' | 'tcvn3_pairs'): SourceRow[] {
  const text = readFileSync(new URL(`../../test/data/hazards/${name}.csv`, import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: false });
  return rows.map((row, at) => ({ ...row, line: String(at + 2) }));
}
