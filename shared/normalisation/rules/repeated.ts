import { capitalised, writtenPeriod } from '../../written.ts';
import { compareDecimals } from '../number/decimal.ts';
import type { Bilingual } from '../report.ts';
import { example, lastStanding, ratioRow, valueRow } from './example.ts';
import { figureIn } from './hints.ts';
import {
  type FormRow,
  figureKey,
  type LastFigure,
  none,
  numberOf,
  type Part,
  type RowRule,
  type TableRule,
  valueIn,
} from './rule.ts';
import { always } from './since.ts';

const smallest = '100';
const leastFigures = '3';

export const figureRepeated: RowRule = {
  code: 'figure-repeated',
  state: 'warning',
  periods: always,
  needs: 'last-standing',
  source: 'Smartphones 2022: 70.91 % was reported for quarter I and again for the half-year',
  parameters: { smallest },
  causedBy: ['report-repeated'],
  sentence: {
    vi: 'Số liệu giống hệt kỳ trước. Hãy kiểm tra xem có chép lại số cũ không; nếu đúng, hãy giải trình khi ký.',
    en: 'The figure is exactly that of the last period. Check whether an old figure was copied; if it is right, explain it when signing.',
  },
  passing: example(
    [ratioRow('A', '358660', '405424'), ratioRow('B', '1800', '1800'), valueRow('C', 'rate', '70.92')],
    lastStanding({ A: ['358661', '405424'], B: ['1800', '1800'], C: '70.91' }),
  ),
  failing: example([valueRow('A', 'rate', '70.91')], lastStanding({ A: '70.91' })),
  checkRow: (row, { last }) => {
    const figure = last?.figures.get(figureKey(row.indicator.id, row.area));
    if (!last || !figure || !isSame(row, figure) || !isTelling(row)) return none;
    const part = (row.indicator.kind === 'ratio' ? row.numerator : row.result) as Part;
    const { numerator, denominator, value } = figure;
    const [got, same] =
      row.indicator.kind === 'ratio'
        ? [`${numerator} / ${denominator}`, [numerator as string, denominator as string]]
        : [value, value as string];
    const hint = {
      vi: `${capitalised(writtenPeriod(last.period, 'vi'))} cũng là ${figureIn(same, 'vi')}.`,
      en: `In ${writtenPeriod(last.period, 'en')} it was ${figureIn(same, 'en')} too.`,
    };
    // What stood before is no value that is asked for: it is told, not expected.
    return [{ place: part.place, got, expected: null, about: row.indicator.id, hint }];
  },
};

export const reportRepeated: TableRule = {
  code: 'report-repeated',
  state: 'warning',
  periods: always,
  needs: 'last-standing',
  source: 'A report that repeats the last one in every figure is most often the last one, sent again',
  parameters: { leastFigures },
  sentence: {
    vi: 'Mọi số liệu đều giống hệt kỳ trước. Hãy kiểm tra xem có nộp nhầm tệp của kỳ trước không.',
    en: 'Every figure is exactly that of the last period. Check whether the last period’s file was sent again.',
  },
  passing: example(
    [ratioRow('A', '1', '2'), ratioRow('B', '3', '4'), ratioRow('C', '5', '7')],
    lastStanding({ A: ['1', '2'], B: ['3', '4'], C: ['5', '6'] }),
  ),
  failing: example(
    [ratioRow('A', '1', '2'), ratioRow('B', '3', '4'), ratioRow('C', '5', '6')],
    lastStanding({ A: ['1', '2'], B: ['3', '4'], C: ['5', '6'] }),
  ),
  begin({ last }) {
    let same = 0;
    let differ = 0;
    return {
      row(row) {
        const figure = last?.figures.get(figureKey(row.indicator.id, row.area));
        if (!isReported(row)) return none;
        if (figure && isSame(row, figure)) same += 1;
        else differ += 1;
        return none;
      },
      end: () =>
        last && differ === 0 && same >= Number(leastFigures)
          ? [{ place: null, got: null, expected: null, hint: sameAs(last.period, same) }]
          : none,
    };
  },
};

function sameAs(period: string, figures: number): Bilingual {
  return {
    vi: `Cả ${figureIn(String(figures), 'vi')} số liệu trùng với ${writtenPeriod(period, 'vi')}.`,
    en: `All ${figureIn(String(figures), 'en')} figures are those of ${writtenPeriod(period, 'en')}.`,
  };
}

function isReported(row: FormRow): boolean {
  return (row.indicator.kind === 'ratio' ? numberOf(row.denominator) : valueIn(row)) !== null;
}

function isSame(row: FormRow, last: LastFigure): boolean {
  if (row.indicator.kind !== 'ratio') return last.value !== null && valueIn(row) === last.value;
  if (last.numerator === null || last.denominator === null) return false;
  return numberOf(row.numerator) === last.numerator && numberOf(row.denominator) === last.denominator;
}

/** Whether chance would hardly repeat it: none or all of few things is often so twice. */
function isTelling({ indicator, numerator, denominator, result }: FormRow): boolean {
  const value = numberOf(result);
  if (indicator.kind === 'rate') return value?.includes('.') ?? false;
  if (indicator.kind === 'count' || indicator.kind === 'amount') {
    return value !== null && compareDecimals(value, smallest) >= 0;
  }
  const [a, b] = [numberOf(numerator), numberOf(denominator)];
  if (indicator.kind !== 'ratio' || a === null || b === null) return false;
  return a !== '0' && a !== b && compareDecimals(b, smallest) >= 0;
}
