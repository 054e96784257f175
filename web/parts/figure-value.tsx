import type { SeriesReason } from '../../shared/aggregation/series-point.ts';
import type { ObservationStatus } from '../../shared/observations/observation.ts';
import { type Both, type Language, useLanguage } from '../app/language.tsx';
import { figureText } from '../format/figures.ts';

/** Why there is no figure; `not-due` and `not-reported` where the whole report is not there. */
export type WhyNone =
  | Exclude<ObservationStatus, 'reported'>
  | SeriesReason
  | 'not-due'
  | 'not-reported'
  | 'withheld';

/**
 * The ways in which a figure is not there, in words. Zero is none of them: it is a figure.
 * They are the observation's own states (shared/observations/observation.ts) and what combining adds.
 */
export const whyNone: Readonly<Record<WhyNone, Both>> = {
  missing: { vi: 'không có số liệu', en: 'no figure' },
  'not-yet': { vi: 'chưa có', en: 'not yet' },
  'not-collected': { vi: 'chưa thống kê', en: 'not collected' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  'no-denominator': { vi: 'không phát sinh (0/0)', en: 'nothing to count (0/0)' },
  'not-additive': { vi: 'không cộng được qua sáp nhập', en: 'cannot be carried over the merger' },
  'parts-missing': { vi: 'thiếu số liệu thành phần', en: 'parts are missing' },
  nil: { vi: 'không phát sinh', en: 'nothing to report' },
  'not-submitted': { vi: 'chưa nộp', en: 'not submitted' },
  'not-due': { vi: 'chưa đến hạn', en: 'not due yet' },
  'not-reported': { vi: 'chưa báo cáo', en: 'not reported' },
  withheld: { vi: 'chưa công bố', en: 'not published' },
};

/** What a figure may hold; whichever part is there is shown. */
export type ShownFigure = {
  value: string | null;
  numerator?: string | null;
  denominator?: string | null;
  status?: ObservationStatus | null;
  reason?: WhyNone | null;
  approximate?: boolean;
};

/** The figure as one line of text: `91,49`, `43/47`, or why there is none. */
export function figureLine(figure: ShownFigure | null, language: Language): string {
  if (figure === null) return whyNone['not-reported'][language];
  const { value, numerator, denominator } = figure;
  if (value !== null) return valueText(value, language);
  if (numerator != null && denominator != null && figure.reason == null) {
    return `${figureText(numerator, language)}/${figureText(denominator, language)}`;
  }
  const why = figure.reason ?? figure.status ?? 'missing';
  return whyNone[why === 'reported' ? 'missing' : why][language];
}

/** A figure, or in other letters why there is none. */
export function FigureValue({ figure }: { figure: ShownFigure | null }) {
  const language = useLanguage();
  const line = figureLine(figure, language);
  const hasFigure =
    figure !== null &&
    (figure.value !== null ||
      (figure.numerator != null && figure.denominator != null && figure.reason == null));
  return hasFigure ? (
    <span>
      {figure.approximate ? '≈ ' : ''}
      {line}
    </span>
  ) : (
    <span class="missing">{line}</span>
  );
}

/** A number with its separators; a day, a target, a yes or no, or a text as it is. */
function valueText(value: string, language: Language): string {
  if (value === 'true') return language === 'vi' ? 'có' : 'yes';
  if (value === 'false') return language === 'vi' ? 'không' : 'no';
  return figureText(value, language);
}
