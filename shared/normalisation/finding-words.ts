import { writtenDay, writtenNumber, writtenPeriod } from '../written.ts';
import type { Finding } from './report.ts';

type Language = 'vi' | 'en';

/** What a finding says beside its message, as it is called wherever people read it: on a page, in the workbook, in a list. */
export const findingWords = {
  vi: { got: 'Trong tệp', expected: 'Cần là', difference: 'Chênh lệch', hint: 'Gợi ý' },
  en: { got: 'In the file', expected: 'Expected', difference: 'Difference', hint: 'Hint' },
};

const otherThan = { vi: 'khác', en: 'other than' };

/**
 * What the engine expected of a cell, as its reader writes it: numbers with their separators, days and periods by name.
 * The engine's own text is the same in every language, since it is part of the report. A year is one alone or beside
 * words (`Kết quả năm 2026`); between signs it is a count (`1000 – 2000`).
 * @param expected `≤ 417669` · `2026-Q4` · `≠ 2026-Q3` · `100 × 458540 / 417669` · `≤ 2026-09-22` · words
 * @returns `≤ 417.669` · `quý IV/2026` · `khác quý III/2026` · `100 × 458.540 / 417.669` · `≤ 22/09/2026` · the words
 */
export function expectedText(expected: string, language: Language): string {
  const mayNameYear = /^(≠ )?\d{4}$|\p{L}{2}/u.test(expected);
  return expected
    .split(' ')
    .map((part) => {
      if (part === '≠') return otherThan[language];
      if (mayNameYear && /^(19|20)\d\d$/.test(part)) return part;
      if (/^\d{4}-\d\d-\d\d$/.test(part)) return writtenDay(part, language);
      return /^20\d\d-/.test(part) ? writtenPeriod(part, language) : writtenNumber(part, language);
    })
    .join(' ');
}

/**
 * A value as it was read, or a day as a cell shows it, as its reader writes it; what is no number and no day stays.
 * @param value `1234.5` · `2026-10-14` · `hoàn thành`
 * @returns `1.234,5` · `14/10/2026` · `hoàn thành`
 */
export function readText(value: string, language: Language): string {
  return writtenNumber(dayText(value, language), language).replace(/^-(?=\d)/, '−');
}

/** What stands in the file, in its own spelling but for a day, which a cell holds as a number. */
export function gotText(got: string, language: Language): string {
  return dayText(got, language);
}

function dayText(text: string, language: Language): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? writtenDay(text, language) : text;
}

/** How far a figure is from what was expected, its minus as a sign (U+2212), not a hyphen: `−76,13`. */
export function writtenDifference(difference: string, language: Language): string {
  return writtenNumber(difference, language).replace(/^-/, '−');
}

/**
 * What a finding says beside its message, in both languages, a line each; one line for both where they say the same.
 * @returns `Trong tệp / In the file: 950` · `Cần là: ≤ 1.900`, `Expected: ≤ 1,900`
 */
export function detailLines({ got, expected, difference, hint }: Finding): string[] {
  const inBoth = (text: string | null, write: (text: string, language: Language) => string) =>
    text === null ? null : { vi: write(text, 'vi'), en: write(text, 'en') };
  const said = {
    got: inBoth(got, gotText),
    expected: inBoth(expected, expectedText),
    difference: inBoth(difference, writtenDifference),
    hint,
  };
  const { vi, en } = findingWords;
  return (['got', 'expected', 'difference', 'hint'] as const).flatMap((name) => {
    const text = said[name];
    if (text === null) return [];
    if (text.vi === text.en) return [`${vi[name]} / ${en[name]}: ${text.vi}`];
    return [`${vi[name]}: ${text.vi}`, `${en[name]}: ${text.en}`];
  });
}
