import { useLanguage } from '../app/language.tsx';
import { figureText } from '../format/figures.ts';
import { exactText, measuredText } from '../format/measures.ts';
import { whyNone } from '../format/why-none.ts';

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
