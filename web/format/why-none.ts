import { reasonTexts } from '../../shared/briefing/reasons.ts';
import type { Both, Language } from '../app/language.tsx';

/** Beside points that the rules give to every unit, whatever its figures are. */
export const grantedText: Both = {
  vi: 'điểm mặc định, không theo số liệu',
  en: 'given to every unit, not from figures',
};

/**
 * What a page says in its own words: a ratio without a denominator, of which a paper has the room for `0/0` only, and how
 * an observation says that it holds no number (shared/observations/observation.ts).
 */
const ownTexts: Readonly<Record<string, Both>> = {
  'no-denominator': { vi: 'không phát sinh (0/0)', en: 'nothing occurred (0/0)' },
  'not-yet': { vi: 'chưa có', en: 'not yet' },
  'not-collected': { vi: 'chưa thống kê', en: 'not collected' },
};

/**
 * Why there is no figure, in a word or two: missing, 0 of 0, not applicable, nil, not submitted, not published and not due
 * are seven things, and none of them is zero.
 */
export function whyNone(reason: string | null, language: Language): string {
  const why = reason ?? 'missing';
  const known: Both | undefined = ownTexts[why] ?? reasonTexts[why as keyof typeof reasonTexts];
  return (known ?? reasonTexts.missing)[language];
}
