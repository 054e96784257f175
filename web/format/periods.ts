import { monthNames } from '../../shared/written.ts';
import type { Both, Language } from '../app/language.tsx';

/** The codes of shared/catalog/data/periods.json; no other number means a period. */
const written = /^(20\d\d)(?:-(?:(Q(?=[1-4]$)|M(?=(?:0[1-9]|1[0-2])$)|H(?=[12]$))(\d+)|9M))?$/;
const numerals = ['I', 'II', 'III', 'IV'];

/**
 * @param code `2026-Q3`
 * @returns `quý III/2026` · `quarter III 2026`, `6 tháng đầu năm 2022`; the code itself where it is none
 */
export function periodText(code: string, language: Language): string {
  const [, year = '', kind = '', number = ''] = written.exec(code) ?? [];
  if (year === '') return code;
  const names = periodNames[kind]?.(Number(number), year) ?? wholeNames(code.endsWith('-9M'), year);
  return names[language];
}

const periodNames: Record<string, (number: number, year: string) => Both> = {
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

function wholeNames(isNineMonths: boolean, year: string): Both {
  return isNineMonths
    ? { vi: `9 tháng đầu năm ${year}`, en: `first nine months of ${year}` }
    : { vi: `năm ${year}`, en: `year ${year}` };
}

/**
 * From one period to another of its kind.
 * @returns `năm 2022 – năm 2024`; of one period its own name
 */
export function periodRangeText(from: string, to: string, language: Language): string {
  const [first, last] = [periodText(from, language), periodText(to, language)];
  return from === to ? first : `${first} – ${last}`;
}

/** With a capital at the beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
