import type { Asked } from '../asked.ts';
import { findFormHeader, mayStartForm } from '../form/header.ts';
import { limits } from '../limits.ts';
import { indicatorByCode } from '../match/match-indicator.ts';
import { indicatorNamed } from '../match/plain-name.ts';
import type { Row } from '../table.ts';
import { cellIn } from './row-kind.ts';

/** A small table that names no indicator, above another heading: what stands below that one is the form. */
export function isEmptyAbove(
  rows: readonly Row[],
  from: number,
  columns: { code?: number; name?: number },
  asked: Asked,
): boolean {
  const starts = rows
    .slice(from, limits.titleRows)
    .flatMap((row, index) => (mayStartForm(row) ? [from + index] : []))
    .slice(0, limits.formHeadings);
  const next = starts.find((at) => findFormHeader(rows, at, [], asked) !== undefined);
  if (next === undefined) return false;
  return indicatorsBelow(rows.slice(from, next), columns, asked) === 0;
}

/** How many of the form's indicators the rows name. */
export function indicatorsBelow(
  rows: readonly Row[],
  { code, name }: { code?: number; name?: number },
  { indicators, period }: Asked,
): number {
  const found = new Set<string>();
  for (const row of rows) {
    const text = cellIn(row, name)?.text ?? '';
    const indicator =
      indicatorByCode(indicators, cellIn(row, code)?.text ?? '') ??
      indicatorNamed(indicators, text, period.code);
    if (indicator) found.add(indicator.id);
  }
  return found.size;
}
