import { localTimeOf } from '../catalog/period.ts';
import { writtenDay, writtenNumber } from '../written.ts';

export type Language = 'vi' | 'en';
export type Texts = { vi: string; en: string };

/** How a reader of one language is spoken to: which words, and how numbers and days are written. */
export type Voice = {
  language: Language;
  say(texts: Texts): string;
  /** A decimal number as it is written: `1.234,5` or `1,234.5`; every digit stays. */
  number(value: string | number): string;
  /** A local day: `25/09/2026` or `25 September 2026`. */
  day(day: string): string;
  /** A local moment of an instant: `17:00 ngày 14/10/2026`. */
  moment(instant: string): string;
  /** `a, b và c`. */
  list(items: readonly string[]): string;
};

export function voiceOf(language: Language): Voice {
  const isVietnamese = language === 'vi';
  const day = (told: string) => writtenDay(told, language);
  return {
    language,
    say: (texts) => texts[language],
    number: (value) => writtenNumber(String(value), language),
    day,
    moment(instant) {
      const local = localTimeOf(instant);
      const time = local.slice(11, 16);
      return isVietnamese
        ? `${time} ngày ${day(local.slice(0, 10))}`
        : `${time} on ${day(local.slice(0, 10))}`;
    },
    list(items) {
      if (items.length < 2) return items.join('');
      const last = isVietnamese ? ' và ' : ' and ';
      return `${items.slice(0, -1).join(', ')}${last}${items.at(-1)}`;
    },
  };
}
