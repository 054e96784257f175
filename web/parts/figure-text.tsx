import { reasonTexts } from '../../shared/briefing/reasons.ts';
import { type Both, type Language, useLanguage } from '../app/language.tsx';
import { figureText } from '../format/figures.ts';
import { exactText, measuredText } from '../format/measures.ts';

/** Beside points that the rules give to every unit, whatever its figures are. */
export const grantedText: Both = {
  vi: 'điểm mặc định, không theo số liệu',
  en: 'given to every unit, not from figures',
};

/** A figure as the API tells it: its value, or why there is none. */
export type ToldFigure = { value: string | null; reason: string | null };

/**
 * A figure, or in words why there is none: never blank, never zero for what is missing.
 * @param unit of measure, told with the figure; absent: the column says it
 * @param decimals pads with zeros to so many: a column's figures stand below each other
 * @param exact to its last digit, where a reader follows how it came about
 */
export function FigureText({
  figure,
  unit,
  decimals = 0,
  exact = false,
}: {
  figure: ToldFigure;
  unit?: string;
  decimals?: number;
  exact?: boolean;
}) {
  const language = useLanguage();
  if (figure.value === null) return <span class="missing">{whyNone(figure.reason, language)}</span>;
  if (unit === undefined) return <>{figureText(figure.value, language, decimals)}</>;
  const write = exact ? exactText : measuredText;
  return <>{write(figure.value, unit, language, decimals)}</>;
}

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
