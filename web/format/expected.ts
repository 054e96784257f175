import { writtenNumber } from '../../shared/written.ts';
import type { Language } from '../app/language.tsx';
import { periodText } from './periods.ts';

const otherThan = { vi: 'khác', en: 'other than' };

/**
 * What the engine expected of a cell, as its reader writes it: numbers with their separators, periods by name. The engine's
 * own text is the same in every language, since it is part of the report.
 * @param expected `≤ 417669` · `2026-Q4` · `≠ 2026-Q3` · `100 × 458540 / 417669` · words
 * @returns `≤ 417.669` · `quý IV/2026` · `khác quý III/2026` · `100 × 458.540 / 417.669` · the words
 */
export function expectedText(expected: string, language: Language): string {
  return expected
    .split(' ')
    .map((part) => {
      if (part === '≠') return otherThan[language];
      // A year alone is no count.
      if (/^(19|20)\d\d$/.test(part)) return part;
      return /^20\d\d-/.test(part) ? periodText(part, language) : writtenNumber(part, language);
    })
    .join(' ');
}
