import { readFileSync } from 'node:fs';
import type { CatalogFiles } from '../../../shared/catalog/catalog.ts';

const folder = new URL('../../../shared/catalog/data/', import.meta.url);

/** A data file of the catalogue, read anew: a test may change it. */
export const catalogFile = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** All of them. */
export function catalogFiles(): CatalogFiles {
  const names = ['catalog', 'units', 'indicators', 'forms', 'scorecards', 'meetings'];
  return Object.fromEntries(names.map((name) => [name, catalogFile(name)])) as CatalogFiles;
}
