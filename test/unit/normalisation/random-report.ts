import fc from 'fast-check';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { ObservationStatus } from '../../../shared/observations/observation.ts';
import { heading } from './form-files.ts';

/** A report that somebody might send, and what a reader must make of it. */
export type RandomReport = { form: string; figures: RandomFigure[] };
/** One row; the figures are canonical decimals, as they were meant. */
export type RandomFigure = {
  indicator: Indicator;
  status: ObservationStatus;
  numerator: string | null;
  denominator: string | null;
  value: string | null;
  note: string | null;
};
/** How numbers are put into words: 405424 and 88.47, or 405.424 and 88,47. */
export type NumberStyle = 'plain' | 'vietnamese';

const missingMarks: readonly (readonly [ObservationStatus, string])[] = [
  ['missing', ''],
  ['missing', '-'],
  ['missing', 'null'],
  ['not-yet', 'chưa có'],
  ['not-collected', 'chưa thống kê'],
  ['not-applicable', 'không áp dụng'],
];

const whole = fc.oneof(fc.nat(40), fc.nat(99_999), fc.nat(2_000_000_000));
const note = fc.option(
  fc
    .array(
      fc.constantFrom(
        'số liệu',
        'tạm tính,',
        'đang rà soát;',
        '"theo báo cáo"',
        'quý trước',
        'Đề án',
        'xã',
        '(1)',
        'ước\nđạt',
        'ỷ lệ',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((words) => words.join(' ')),
  { nil: null },
);

/** A decimal of so many hundredths: 8847 is 88.47. */
function hundredths(count: number): string {
  return String(count / 100);
}

function figureOf(indicator: Indicator): fc.Arbitrary<RandomFigure> {
  const empty = { numerator: null, denominator: null, value: null };
  const figures: fc.Arbitrary<Omit<RandomFigure, 'indicator' | 'note'>> = reportedOf(indicator);
  const missing = fc.constantFrom(...missingMarks).map(([status]) => ({ ...empty, status }));
  return fc
    .tuple(fc.oneof({ weight: 9, arbitrary: figures }, { weight: 1, arbitrary: missing }), note)
    .map(([figure, said]) => ({ ...figure, indicator, note: said }));
}

function reportedOf({ kind }: Indicator): fc.Arbitrary<Omit<RandomFigure, 'indicator' | 'note'>> {
  const single = (value: string) => ({
    status: 'reported' as const,
    numerator: null,
    denominator: null,
    value,
  });
  if (kind === 'score') return fc.nat(900).map((count) => single(hundredths(count)));
  if (kind === 'rate') return fc.nat(10_000).map((count) => single(hundredths(count)));
  if (kind === 'count') return whole.map((count) => single(String(count)));
  return fc.tuple(whole, whole).map(([one, other]) => {
    const denominator = Math.max(one, other);
    return {
      status: denominator === 0 ? ('no-denominator' as const) : ('reported' as const),
      numerator: String(Math.min(one, other)),
      denominator: String(denominator),
      value: null,
    };
  });
}

/** Every indicator of the form once, in any order. */
export function randomReport(formCode: string): fc.Arbitrary<RandomReport> {
  const form = catalog.forms.get(formCode) as Form;
  const rows = form.indicators.map(({ indicator }) =>
    figureOf(catalog.indicators.get(indicator) as Indicator),
  );
  return fc
    .tuple(...rows)
    .chain((figures) => fc.shuffledSubarray(figures, { minLength: figures.length }))
    .map((figures) => ({ form: formCode, figures }));
}

/** The rows of the report, under its title and heading. Numbers stay numbers for who writes workbooks. */
export function rowsOfReport({ form, figures }: RandomReport): (string | { decimal: string })[][] {
  return [
    ['Đơn vị báo cáo: Tỉnh Đồng Tháp'],
    [`Biểu mẫu: ${form}`],
    ['Kỳ báo cáo: Quý III/2026'],
    [],
    heading,
    ...figures.map(({ indicator, status, numerator, denominator, value, note: said }, at) => {
      const cell = (decimal: string | null) => (decimal === null ? markOf(status) : { decimal });
      const isRatio = indicator.kind === 'ratio';
      return [
        String(at + 1),
        indicator.id,
        indicator.names.vi,
        indicator.unit,
        isRatio ? cell(numerator) : '',
        isRatio ? cell(denominator) : '',
        isRatio ? '' : cell(value),
        said ?? '',
      ];
    }),
  ];
}

function markOf(status: ObservationStatus): string {
  return missingMarks.find(([of]) => of === status)?.[1] ?? '';
}

export function numberText(decimal: string, style: NumberStyle): string {
  if (style === 'plain') return decimal;
  const [integer = '', fraction] = decimal.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** What a report's reader must say of the figures, by indicator. */
export function expectedOf({ figures }: RandomReport, written: (text: string) => string = (text) => text) {
  return figures
    .map(({ indicator, note: said, ...figure }) => ({
      indicator: indicator.id,
      ...figure,
      note: said === null ? null : written(said).replace(/\s+/g, ' '),
    }))
    .sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
}
