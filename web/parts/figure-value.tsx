import { type Language, useLanguage } from '../app/language.tsx';
import { figureText } from '../format/figures.ts';
import { measuredText } from '../format/measures.ts';
import { whyNone } from '../format/why-none.ts';

/** A figure as a report holds it; whichever part is there is shown. */
type ShownFigure = {
  value: string | null;
  numerator?: string | null;
  denominator?: string | null;
  status?: string | null;
  reason?: string | null;
  approximate?: boolean;
};

/**
 * The figure as one line of text: `91,49`; a ratio that was not worked out as `43/47`; or why there is none.
 * @param figure null: nothing was reported at all
 * @param unit of measure, told with the figure
 */
export function figureLine(figure: ShownFigure | null, language: Language, unit?: string): string {
  return told(figure, language, unit) ?? whyNone(reasonOf(figure), language);
}

/**
 * A figure, or in other letters why there is none.
 * @param unit of measure, told with the figure; absent: the column says it
 */
export function FigureValue({ figure, unit }: { figure: ShownFigure | null; unit?: string | undefined }) {
  const language = useLanguage();
  const line = told(figure, language, unit);
  if (line === null) return <span class="missing">{whyNone(reasonOf(figure), language)}</span>;
  return (
    <>
      {figure?.approximate ? '≈ ' : ''}
      {line}
    </>
  );
}

/** A figure, and below a ratio the two numbers that were reported: what the people of its unit know. */
export function FigureWithParts({ figure, unit }: { figure: ShownFigure | null; unit: string }) {
  const language = useLanguage();
  const { value, numerator, denominator } = figure ?? { value: null };
  return (
    <>
      <FigureValue figure={figure} unit={unit} />
      {value !== null && numerator != null && denominator != null && (
        <span class="figure-parts">
          {figureText(numerator, language)}/{figureText(denominator, language)}
        </span>
      )}
    </>
  );
}

function told(figure: ShownFigure | null, language: Language, unit?: string): string | null {
  if (figure === null) return null;
  const { value, numerator, denominator } = figure;
  if (value !== null) {
    const isNumber = unit !== undefined && /^-?\d+(\.\d+)?$/.test(value);
    return isNumber ? measuredText(value, unit, language) : valueText(value, language);
  }
  if (numerator == null || denominator == null || figure.reason != null) return null;
  return `${figureText(numerator, language)}/${figureText(denominator, language)}`;
}

function reasonOf(figure: ShownFigure | null): string {
  if (figure === null) return 'not-submitted';
  return figure.reason ?? figure.status ?? 'missing';
}

/** A number with its separators; a yes or no in words; a day, a target or a text as it is. */
function valueText(value: string, language: Language): string {
  if (value === 'true') return language === 'vi' ? 'có' : 'yes';
  if (value === 'false') return language === 'vi' ? 'không' : 'no';
  return figureText(value, language);
}
