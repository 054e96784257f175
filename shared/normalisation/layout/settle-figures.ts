import type { Heading } from './heading.ts';
import type { Standing } from './standing.ts';

/** A column that may hold one kind of figures; `own`: its lowest text says so, not only a group above it. */
export type FigureCandidate = Heading & { own: boolean; standing: Standing };

/** The column that is taken; those that mean the same; and those of another time, which are not read. */
export type SettledFigures<T> = { kept: T | undefined; twice: T[]; passed: T[] };

/**
 * Of the columns that may hold the same figures, takes the one that names the asked period; else the one that says
 * itself what it holds; else the one of "this" period. Two that are as good are both told, the first is kept so that
 * its figures can be checked; one that is not understood is never taken.
 */
export function settleFigures<T extends FigureCandidate>(candidates: readonly T[]): SettledFigures<T> {
  const isPassed = ({ standing }: T) => standing === 'other' || standing === 'aside';
  let left = candidates.filter((candidate) => !isPassed(candidate));
  for (const better of [
    ({ standing }: T) => standing === 'asked',
    ({ own }: T) => own,
    ({ standing }: T) => standing === 'this',
  ]) {
    if (left.length > 1 && left.some(better)) left = left.filter(better);
  }
  const passed = candidates.filter(isPassed);
  const isUnclear = ({ standing }: T) => standing === 'unclear';
  const [kept, ...twice] = left.toSorted((a, b) => Number(isUnclear(a)) - Number(isUnclear(b)));
  if (kept?.standing === 'unclear') {
    return { kept: undefined, twice: [], passed: [kept, ...twice, ...passed] };
  }
  return { kept, twice, passed };
}
