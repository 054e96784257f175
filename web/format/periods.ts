import { capitalised, writtenPeriod } from '../../shared/written.ts';
import type { Language } from '../app/language.tsx';

/**
 * @param code `2026-Q3`
 * @returns `quý III/2026` · `quarter III 2026`, `6 tháng đầu năm 2022`; the code itself where it is none
 */
export function periodText(code: string, language: Language): string {
  return writtenPeriod(code, language);
}

/**
 * From one period to another of its kind.
 * @returns `năm 2022 – năm 2024`; of one period its own name
 */
export function periodRangeText(from: string, to: string, language: Language): string {
  const [first, last] = [periodText(from, language), periodText(to, language)];
  return from === to ? first : `${first} – ${last}`;
}

/** The same where it begins a line or stands alone: `Quý III/2026`. */
export function periodTitle(code: string, language: Language): string {
  return capitalised(periodText(code, language));
}
