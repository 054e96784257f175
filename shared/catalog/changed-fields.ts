import canonicalize from 'canonicalize';
import { type CatalogFault, type CatalogFaultCode, catalogFault } from './catalog-faults.ts';

export type Where = { section: string; entry: string };

/** One fault for each field of an entry that is not as it was. */
export function changed<T extends object>(
  code: CatalogFaultCode,
  where: Where,
  before: T,
  after: T,
  keys: readonly (keyof T & string)[],
): CatalogFault[] {
  const wrong = keys.filter((key) => !same(before[key], after[key]));
  return wrong.flatMap((key) => told(code, where, key, before[key], after[key]));
}

/** What stands in a field, and what has to stand there. */
export function told(
  code: CatalogFaultCode,
  where: Where,
  path: string,
  before: unknown,
  after: unknown,
): CatalogFault[] {
  const text = (value: unknown) => JSON.stringify(value ?? null).slice(0, 200);
  return [catalogFault(code, { ...where, path, got: text(after), expected: text(before) })];
}

/** Both come from one schema, but their keys may stand in another order. */
export function same(a: unknown, b: unknown): boolean {
  return canonicalize({ value: a }) === canonicalize({ value: b });
}
