import { limits } from './limits.ts';
import type { Finding } from './report.ts';
import type { Place } from './table.ts';

/** A finding or a repair, and where it is; null: it concerns the whole file. */
export type Placed<T> = { place: Place | null; entry: T };

/** By what a finding is named as a cause: its code, and its cell where it has one. */
export function keyOf({ code, at }: Pick<Finding, 'code' | 'at'>): string {
  if (at === null) return code;
  return at.sheet === null ? `${code}@${at.cell}` : `${code}@${at.sheet}!${at.cell}`;
}

/** What concerns the whole file comes first. */
export function orderOf(place: Place | null): number {
  return place ? place.row * limits.columns + place.column : -1;
}

/** Sheet by sheet, as they are first met, and in the order of each; the sort keeps equals as they came. */
export function inOrder<T>(entries: readonly Placed<T>[]): Placed<T>[] {
  const sheets = new Map<string | null, number>();
  for (const { place } of entries)
    if (place && !sheets.has(place.sheet)) sheets.set(place.sheet, sheets.size);
  const sheetOf = ({ place }: Placed<T>) => (place ? (sheets.get(place.sheet) as number) : -1);
  return entries.toSorted((a, b) => sheetOf(a) - sheetOf(b) || orderOf(a.place) - orderOf(b.place));
}

/** As many as are listed: errors before warnings, and of each code the first before any code's second. */
export function choose(found: readonly Placed<Finding>[]): readonly Placed<Finding>[] {
  if (found.length <= limits.listed) return found;
  const seen = new Map<string, number>();
  const ranked = found.map((placed) => {
    const { code, severity } = placed.entry;
    const rank = seen.get(code) ?? 0;
    seen.set(code, rank + 1);
    return { placed, rank: severity === 'error' ? rank : rank + limits.listed };
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limits.listed)
    .map(({ placed }) => placed);
}

/** An effect stands right behind its cause; one whose cause is not listed stays where it is. */
export function effectsBehind(findings: readonly Finding[]): Finding[] {
  const listed = new Set(findings.map(keyOf));
  const effects = new Map<string, Finding[]>();
  const roots: Finding[] = [];
  for (const finding of findings) {
    const { cause } = finding;
    if (cause === null || !listed.has(cause) || cause === keyOf(finding)) roots.push(finding);
    else effects.set(cause, [...(effects.get(cause) ?? []), finding]);
  }
  const ordered: Finding[] = [];
  const place = (finding: Finding) => {
    ordered.push(finding);
    const key = keyOf(finding);
    const followers = effects.get(key) ?? [];
    effects.delete(key);
    for (const effect of followers) place(effect);
  };
  for (const root of roots) place(root);
  // Findings that name each other as their cause have no root.
  for (const rest of [...effects.values()].flat()) ordered.push(rest);
  return ordered;
}
