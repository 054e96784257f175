/** How numbers, days and periods are written for the readers of a language: in letters, in the briefing, on every page. */

type Language = 'vi' | 'en';

/** Of the English texts. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A decimal with its separators; every digit stays, since figures are decimal text and never binary floats. What is no
 * decimal number (a word that a unit reported) stays as it is.
 * @param decimal `-1234567.5`
 * @returns `-1.234.567,5` · `-1,234,567.5`
 */
export function writtenNumber(decimal: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return decimal;
  const [, sign = '', whole = '', fraction] = match;
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group as string);
  return `${sign}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

/**
 * A local day, or a month where the day is not known.
 * @param day `2026-10-15` · `2025-07`
 * @returns `15/10/2026` · `15 October 2026`; `07/2025` · `July 2025`
 */
export function writtenDay(day: string, language: Language): string {
  const [year, month = '', of] = day.split('-');
  if (language === 'vi') return [of, month, year].filter(Boolean).join('/');
  return [of && String(Number(of)), monthNames[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** With a capital at the beginning: of a sentence, of a name that stands alone. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The codes of shared/catalog/data/periods.json; no other number means a period. */
const written = /^(20\d\d)(?:-(?:(Q(?=[1-4]$)|M(?=(?:0[1-9]|1[0-2])$)|H(?=[12]$))(\d+)|9M))?$/;
const numerals = ['I', 'II', 'III', 'IV'];

/**
 * A period by name, within a sentence.
 * @param code `2026-Q3`
 * @returns `quý III/2026` · `quarter III 2026`, `6 tháng đầu năm 2022`; the code itself where it is none
 */
export function writtenPeriod(code: string, language: Language): string {
  const [, year = '', kind = '', number = ''] = written.exec(code) ?? [];
  if (year === '') return code;
  const names = periodNames[kind]?.(Number(number), year) ?? wholeNames(code.endsWith('-9M'), year);
  return names[language];
}

const periodNames: Record<string, (number: number, year: string) => Record<Language, string>> = {
  Q: (number, year) => ({
    vi: `quý ${numerals[number - 1]}/${year}`,
    en: `quarter ${numerals[number - 1]} ${year}`,
  }),
  M: (number, year) => ({ vi: `tháng ${number}/${year}`, en: `${monthNames[number - 1]} ${year}` }),
  H: (number, year) => ({
    vi: `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    en: `${number === 1 ? 'first' : 'second'} half of ${year}`,
  }),
};

function wholeNames(isNineMonths: boolean, year: string): Record<Language, string> {
  return isNineMonths
    ? { vi: `9 tháng đầu năm ${year}`, en: `first nine months of ${year}` }
    : { vi: `năm ${year}`, en: `year ${year}` };
}
