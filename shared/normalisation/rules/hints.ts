import { periodOf } from '../../catalog/period.ts';
import { writtenNumber } from '../../written.ts';

type Language = 'vi' | 'en';

/** A period by name, within a sentence; the code itself where it is none. */
export function periodIn(code: string, language: Language): string {
  return periodOf(code)?.names[language] ?? code;
}

/**
 * A figure as the hint's reader writes it: one number, or both parts of a ratio.
 * @returns `405.424` · `358.660/405.424`
 */
export function figureIn(figure: string | readonly string[], language: Language): string {
  const parts = typeof figure === 'string' ? [figure] : figure;
  return parts.map((part) => writtenNumber(part, language)).join('/');
}

/** With a capital at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
