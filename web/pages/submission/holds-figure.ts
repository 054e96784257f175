import type { ComparedFigure } from '../../../shared/query/compared-figures.ts';

/** Whether an indicator has its figure; 0 of 0 is one, a gap with its reason is none. */
export function holdsFigure({ figure }: Pick<ComparedFigure, 'figure'>): boolean {
  return figure !== null && (figure.value !== null || figure.reason === 'no-denominator');
}
