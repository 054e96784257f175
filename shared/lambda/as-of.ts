import * as v from 'valibot';
import type { Catalog } from '../catalog/catalog.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { Refusal } from '../refusal.ts';
import type { Request } from './http.ts';

/** An instant of the years 2000 to 2100, ISO 8601 with its offset: `2026-10-14T17:02:00+07:00`, `2026-10-14T10:02:00Z`. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/),
  v.check((text) => isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)), 'no such instant'),
  v.transform((text) => new Date(text).toISOString()),
  // An offset carries 9999-12-31 into a year of five digits, which is written with a sign and compares below all.
  v.check((text) => /^20\d\d-|^2100-/.test(text), 'no instant of these times'),
);

/** 2026-02-30 looks like a day and is none. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/**
 * The moment as of which a reader asks, and the catalogue that was published then; null: as things stand.
 * @throws Refusal `as-of-in-future`: what is not yet cannot be told
 */
export async function asOfAsked(
  asOf: string | undefined,
  { at }: Request,
  { catalog, catalogs }: { catalog: Catalog; catalogs: Catalogs },
): Promise<{ instant: string | null; catalog: Catalog }> {
  if (asOf === undefined) return { instant: null, catalog };
  if (asOf > at) throw new Refusal('as-of-in-future');
  return { instant: asOf, catalog: await catalogs.asOf(asOf) };
}
