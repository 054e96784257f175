import { writtenNumber } from '../../written.ts';

type Language = 'vi' | 'en';

/**
 * A figure as the hint's reader writes it: one number, or both parts of a ratio.
 * @returns `405.424` · `358.660/405.424`
 */
export function figureIn(figure: string | readonly string[], language: Language): string {
  const parts = typeof figure === 'string' ? [figure] : figure;
  return parts.map((part) => writtenNumber(part, language)).join('/');
}
