import type { Finding } from '../../../shared/normalisation/report.ts';
import type { ComparedFigure } from '../../../shared/query/compared-figures.ts';
import { isDifferent } from '../../format/comparison.ts';

/** One row of the comparison, with what was found about it. */
export type ComparedRow = ComparedFigure & { key: string; findings: Finding[] };

/** The rows with the findings that are at one of their cells or, where its row is the only one, about their indicator. */
export function comparedRows(items: readonly ComparedFigure[], findings: readonly Finding[]): ComparedRow[] {
  return items.map((item) => ({
    ...item,
    key: item.area === null ? item.indicator : `${item.indicator}~${item.area}`,
    findings: findings.filter((finding) => isAbout(finding, item)),
  }));
}

function isAbout({ about, at }: Finding, { indicator, area, cells }: ComparedFigure): boolean {
  const isHere = at !== null && cells.some((cell) => cell.at.sheet === at.sheet && cell.at.cell === at.cell);
  return isHere || (about === indicator && area === null);
}

/** Whether a row wants looking at: it differs from what it is held against, or something was found at it. */
export function wantsLook({ change, findings }: Pick<ComparedRow, 'change' | 'findings'>): boolean {
  return findings.length > 0 || isDifferent(change);
}

/**
 * The row that is reached from one by so many steps, among those that want a look; at an end it stays.
 * @param from null: none has the focus yet
 */
export function nextRow(
  rows: readonly ComparedRow[],
  from: string | null,
  step: 1 | -1,
): ComparedRow | undefined {
  const at = from === null ? -1 : rows.findIndex(({ key }) => key === from);
  if (at < 0) return step === 1 ? rows.find(wantsLook) : rows.findLast(wantsLook);
  return step === 1 ? rows.slice(at + 1).find(wantsLook) : rows.slice(0, at).findLast(wantsLook);
}
