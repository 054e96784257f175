import { periodWithin } from '../../catalog/period.ts';
import { fold } from '../fold.ts';

const numbers: Readonly<Record<string, number>> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, mot: 1, nhat: 1, hai: 2, ba: 3, tu: 4, bon: 4 },
  ...{ '1': 1, '2': 2, '3': 3, '4': 4, '01': 1, '02': 2, '03': 3, '04': 4 },
};
const year = '(20\\d\\d)';
const quarter = '(i{1,3}|iv|0?[1-4]|mot|nhat|hai|ba|tu|bon)';
const ofYear = `(?:cua )?(?:nam )?${year}\\b`;

/** How periods are written, folded, each with the code that it gives. */
const writings: readonly { pattern: RegExp; codes(match: RegExpExecArray): string[] }[] = [
  {
    pattern: new RegExp(`\\b(?:qui|quarter|q) ?${quarter} ${ofYear}`, 'g'),
    codes: ([, number, of]) => [`${of}-Q${numbers[number as string]}`],
  },
  { pattern: new RegExp(`\\b${year} q([1-4])\\b`, 'g'), codes: ([, of, number]) => [`${of}-Q${number}`] },
  {
    pattern: new RegExp(`\\b(?:6|06|sau) thang (?:dau )?${ofYear}`, 'g'),
    codes: ([, of]) => [`${of}-H1`],
  },
  { pattern: new RegExp(`\\b(?:6|06|sau) thang cuoi ${ofYear}`, 'g'), codes: ([, of]) => [`${of}-H2`] },
  {
    pattern: new RegExp(`\\b(\\d{1,2}|chin) thang (?:dau )?${ofYear}`, 'g'),
    codes: ([, months, of]) => monthsOf(months as string, of as string),
  },
  { pattern: new RegExp(`\\b${year} (h[12]|9m|m(?:0[1-9]|1[0-2]))\\b`, 'g'), codes: ownCode },
  {
    pattern: new RegExp(`\\bthang (0?[1-9]|1[0-2]) ${ofYear}`, 'g'),
    codes: ([, month, of]) => [`${of}-M${String(month).padStart(2, '0')}`],
  },
];
/** Phrases that name a period when nothing else stands beside them. */
const whole: readonly { pattern: RegExp; code(match: RegExpExecArray): string }[] = [
  { pattern: new RegExp(`^(?:ca )?(?:nam |year )?${year}$`), code: ([, of]) => of as string },
  {
    pattern: new RegExp(`^(i{1,3}|iv) ${year}$`),
    code: ([, number, of]) => `${of}-Q${numbers[number as string]}`,
  },
];
const date = '(\\d{1,2})[./-](\\d{1,2})[./-](20\\d\\d)';
const fromTo = new RegExp(`${date}\\s*(?:-|–|—|đến|tới|to)\\s*(?:hết\\s+)?(?:ngày\\s+)?${date}`, 'giu');

/**
 * The periods that a text names, by code, each once: "Quý III/2026", "quý 3 năm 2026", "Q3.2026", "2026-Q3",
 * "từ ngày 15/6/2026 đến 14/9/2026". Those that are no quarter have their own: `2026-H1` (6 tháng đầu năm), `2025-9M`
 * (9 tháng đầu năm), `2026-M06` (tháng 6), `2025` (a year, where the text names nothing else); and so have those that are
 * no period that can be asked, so that they are seen to be another: `2026-7M` (seven months), the days of a window. A
 * quarter without its year names none.
 */
export function periodsIn(text: string): string[] {
  if (text.length > 1_000) return [];
  const folded = fold(text);
  const found = new Set<string>();
  for (const { pattern, codes } of writings) {
    for (const match of folded.matchAll(pattern)) for (const code of codes(match)) found.add(code);
  }
  // The sum since January is not the quarter's own: both are named, so it is asked.
  if (/\b(?:lui ke|luy ke|cong don)\b/.test(folded)) {
    for (const code of [...found]) found.add(code.replace(/-Q\d$/, '-cumulative'));
  }
  for (const match of text.normalize('NFC').matchAll(fromTo)) found.add(codeOfWindow(match));
  for (const { pattern, code } of whole) {
    const match = pattern.exec(folded);
    if (match) found.add(code(match));
  }
  return [...found];
}

function monthsOf(months: string, of: string): string[] {
  const count = months === 'chin' ? 9 : Number(months);
  // Half a year has writings of its own.
  return count === 6 || count < 1 || count > 12 ? [] : [`${of}${monthsCode(count)}`];
}

/** `2026-H1`, `2025-9M`, `2026-M07`, as the catalogue writes them. */
function ownCode([, of, suffix]: RegExpMatchArray): string[] {
  return [`${of}-${(suffix as string).toUpperCase()}`];
}

/** The period whose window has these first and last days; else the days themselves. */
function codeOfWindow(match: RegExpExecArray): string {
  const day = (at: number) =>
    `${match[at + 2]}-${String(match[at + 1]).padStart(2, '0')}-${String(match[at]).padStart(2, '0')}`;
  const [from, to] = [day(1), day(4)];
  return periodWithin({ from, to })?.code ?? `${from}..${to}`;
}

/** What stands behind the year for so many months of it: `-H1`, `-9M`, `-7M`; all twelve are the year. */
export function monthsCode(count: number, isEnd = false): string {
  if (count === 6) return isEnd ? '-H2' : '-H1';
  return count === 12 ? '' : `-${count}M`;
}

/** The sum since the start of the year up to the end of a quarter: that of the second is half a year's. */
export function sumUpTo(code: string): string {
  return code.replace(/-Q[234]$/, (quarter) => monthsCode(Number(quarter.at(-1)) * 3));
}
