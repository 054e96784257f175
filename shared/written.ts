/** How numbers and days are written for the readers of a language: in letters, in the briefing, on every page. */

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
