import canonicalize from 'canonicalize';
import { type Catalog, formIn } from './catalog.ts';
import { reportingKinds } from './reporters.ts';
import type { Form } from './schema.ts';

/**
 * What the reading and the scoring of a form's files depends on, in one catalogue, as one text: where it is the same
 * in two catalogues, a file is read and scored alike under both. Its last period is no part of it.
 * @param versions of one form
 */
export function readingBasis(catalog: Catalog, versions: readonly Form[]): string {
  const codes = new Set(versions.map(({ code }) => code));
  const asked = versions.flatMap((form) => form.indicators.map(({ indicator }) => indicator));
  // A sum is held against its parts.
  const parts = asked.flatMap((id) => catalog.indicators.get(id)?.sumOf ?? []);
  const kinds = new Set(versions.flatMap((form) => [...reportingKinds(form), form.about?.kind]));
  const basis = {
    versions: versions.map(({ to: _to, ...form }) => form),
    indicators: [...new Set([...asked, ...parts])].sort().map((id) => catalog.indicators.get(id) ?? id),
    scorecards: catalog.everyScorecard.filter(({ form }) => codes.has(form)),
    units: [...catalog.units.values()].filter(({ kind }) => kinds.has(kind)),
    systems: catalog.systems,
  };
  return canonicalize(basis) as string;
}

/** Whether a form's files of a period are read and scored alike under two catalogues. */
export function readsAlike(
  a: Catalog,
  b: Catalog,
  { form, period }: { form: string; period: string },
): boolean {
  const [ofA, ofB] = [formIn(a, form, period), formIn(b, form, period)];
  return ofA !== undefined && ofB !== undefined && readingBasis(a, [ofA]) === readingBasis(b, [ofB]);
}
