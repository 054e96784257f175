import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CatalogFiles } from '../../../shared/catalog/catalog.ts';

/** What other sources list: the rows of a file of test/data, by their headings. */
export function listed(path: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`../../data/${path}`, import.meta.url)), { columns: true, bom: true });
}

type Unit = { id: string; code: string; from: string | null; to: string | null; successors: string[] } & {
  codes: Record<string, string>;
  names: { from: string | null; full: string }[];
};
type UnitsFile = {
  systems: { system: string; from: string | null; to: string | null }[];
  regions: { regions: { id: string; from: string; to: string | null; members: string[] }[] };
  units: Unit[];
};

/** The catalogue's files, with the units as a test changes them. */
export function filesWith(change: (units: UnitsFile, unit: (id: string) => Unit) => void): CatalogFiles {
  const names = ['catalog', 'units', 'indicators', 'forms', 'scorecards', 'meetings'] as const;
  const folder = new URL('../../../shared/catalog/data/', import.meta.url);
  const files = Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))]),
  ) as CatalogFiles;
  const units = files.units as UnitsFile;
  change(units, (id) => units.units.find((unit) => unit.id === id) as Unit);
  return files;
}
