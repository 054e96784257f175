import type { Figure } from '../../../shared/observations/page.ts';

/** A figure that two versions of a report say differently; null: it is not in that version. */
type ChangedFigure = { indicator: string; before: Figure | null; after: Figure | null };

const said = ['value', 'numerator', 'denominator', 'status', 'approximate', 'note'] as const;

/**
 * What differs between two versions, in the order of the later one, then what it left out. Figures are compared as they
 * were written: `9.0` and `9` are told, since the file says another thing.
 */
export function changedFigures(before: readonly Figure[], after: readonly Figure[]): ChangedFigure[] {
  const older = new Map(before.map((figure) => [figure.indicator, figure]));
  const newer = new Set(after.map(({ indicator }) => indicator));
  const changed = after.flatMap((figure): ChangedFigure[] => {
    const was = older.get(figure.indicator) ?? null;
    const isSame = was !== null && said.every((part) => was[part] === figure[part]);
    return isSame ? [] : [{ indicator: figure.indicator, before: was, after: figure }];
  });
  const gone = before.filter(({ indicator }) => !newer.has(indicator));
  return [
    ...changed,
    ...gone.map(({ indicator, ...rest }) => ({ indicator, before: { indicator, ...rest }, after: null })),
  ];
}
