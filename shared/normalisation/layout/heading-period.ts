import { periodOf } from '../../catalog/period.ts';
import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { monthsCode, periodsIn } from '../match/read-period.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';

/** The periods that a heading names, by code, and what else it says: folded, without them. */
export type HeadingPeriods = { codes: ReadonlySet<string>; rest: string };

/** A heading names a period by this alone when nothing finer can be told of it: it is none that is asked. */
const others = { date: 'date' } as const;

const decision =
  /(?:theo|tại)\s+(?:quyết định|qđ|thông tư|tt|nghị quyết|nq|nghị định|nđ|công văn|cv)\s[^()\n]*/giu;
const date = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](20\d\d)(?!\d)/g;
const dayOfYear = /(?:đến|tới|ngày|từ)\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2})[./-](\d{1,2})(?![\d./-])/giu;
/** `(3)`, `(3)=(1)/(2)`, `=a/b*100%`: the number of a column and how it is computed. */
const formula = /(?<![\p{L}\d])[\s\d()[\]+\-*×x÷/:.,%=ab]+(?![\p{L}\d])/gu;
const words: Readonly<Record<string, number>> = { sau: 6, chin: 9 };
const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, mot: 1, hai: 2, ba: 3 };
const quarter =
  /\b(?:qui|quarter|q) ?(i{1,3}|iv|0?[1-4]|mot|hai|ba|tu|bon)\b(?: (?:cua )?(?:nam )?(20\d\d|\d\d(?! (?:tuoi|thang|ngai)))\b)?/g;
const quarterAlone = /\b(?:(i{1,3}|iv) (20\d\d)|(20\d\d) q([1-4]))\b/g;
const months =
  /\b(\d{1,2}|sau|chin) ?(?:thang|th|t)\b(?: (dau|cuoi))?(?: (?:cua )?nam)?(?: (?:cua )?(20\d\d)\b)?/g;
const month = /\b(?:thang ?|t)(\d{1,2})\b(?: (?:cua )?(?:nam )?(20\d\d)\b)?/g;
const year = /\b(?:(?:nam|iear) )?(20\d\d)\b/g;
const age = /\b(?:tu |tren |duoi )?\d{1,3} tuoi\b(?: tro len)?/g;

/** Letters that are a number of their own (`Ⅲ`) as the letters that they look like. */
export function withLetters(text: string): string {
  return text.replace(/[\u2160-\u217F]/g, (letter) => letter.normalize('NFKC'));
}

/**
 * Reads the periods that a column's heading names. A quarter or months without a year are those of the year that
 * is asked, or of the year that stands alone beside them ("Năm 2025 / Quý III").
 */
export function periodsOfHeading(texts: readonly string[], asked: Asked): HeadingPeriods {
  const text = withLetters(texts.join(' \n ').slice(0, 1_000).normalize('NFC')).replace(decision, ' ');
  const codes = new Set<string>(periodsIn(text).filter((code) => code.includes('..')));
  if (/\bđến\b|-|–/.test(text)) for (const code of windowsOf(text)) codes.add(code);
  let rest = fold(withoutMeasures(withoutFormulas(withoutDays(text, asked, codes))));
  const open: string[] = [];
  const take = (pattern: RegExp, codeOf: (match: RegExpMatchArray) => [string | undefined, string]): void => {
    rest = rest.replace(pattern, (...match) => {
      const [of, suffix] = codeOf(match.slice(0, -2) as unknown as RegExpMatchArray);
      if (of === undefined) open.push(suffix);
      else codes.add(`${of.length === 2 ? `20${of}` : of}${suffix}`);
      return ' ';
    });
  };
  take(quarter, ([, number, of]) => [of, quarterCode(number)]);
  take(quarterAlone, ([, number, of, before, digit]) => [of ?? before, quarterCode(number ?? digit)]);
  take(months, ([, count = '', end, of]) => [of, monthsCode(words[count] ?? Number(count), end === 'cuoi')]);
  take(month, ([, number = '', of]) => [of, `-M${number.padStart(2, '0')}`]);
  const years = new Set([...rest.matchAll(year)].map(([, of]) => of as string));
  rest = rest.replace(year, ' ').replace(age, ' ').replace(/\s+/g, ' ').trim();
  const [only, ...more] = years;
  for (const suffix of open) codes.add(`${more.length === 0 && only ? only : asked.period.year}${suffix}`);
  for (const of of years)
    if (open.length === 0 && ![...codes].some((code) => code.startsWith(of))) codes.add(of);
  if (years.size > 1) codes.add(others.date);
  return { codes, rest };
}

function quarterCode(number: string | undefined): string {
  const digits = number === 'tu' || number === 'bon' ? 4 : (romans[number ?? ''] ?? Number(number));
  return `-Q${digits}`;
}

/** "từ 15/6/2026 đến 14/9/2026": the code of a whole window. */
function windowsOf(text: string): string[] {
  return (text.match(date) ?? []).length < 2
    ? []
    : periodsIn(text).filter((code) => periodOf(code) !== undefined);
}

/** A last day of the asked period's windows says nothing more; any other day is another time. */
function withoutDays(text: string, { period }: Asked, codes: Set<string>): string {
  const ends = [period.administrative, period.statistical].flatMap(({ from, to }) => [from, to]);
  const note = (day: string, of: string, month: string): string => {
    const iso = `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!ends.includes(iso)) codes.add(others.date);
    return ' ';
  };
  return text
    .replace(date, (_, day, month, of) => note(day, of, month))
    .replace(dayOfYear, (_, day, month) => note(day, String(period.year), month));
}

function withoutFormulas(text: string): string {
  return text.replace(formula, (found) => {
    const isFormula = /[()=[\]]/.test(found) && !/\d{3}/.test(found.replace(/(?<!\d)100(?!\d)/g, ''));
    return isFormula ? ' ' : found;
  });
}

/** Without what the figures are counted in ("Giá trị (1.000 đồng)"). */
function withoutMeasures(text: string): string {
  return text.replace(/[([]([^()[\]]+)[)\]]/g, (found, inside: string) =>
    readUnitOfMeasure(inside) === undefined ? found : ' ',
  );
}
