import { decimal, subtract, text } from '../../observations/decimal.ts';
import { compareDecimals, isNegative, isWhole } from '../number/decimal.ts';
import { suggestNumbers } from '../number/suggest-numbers.ts';
import type { Bilingual } from '../report.ts';
import { example, ratioRow, valueRow } from './example.ts';
import {
  type FormRow,
  none,
  numberOf,
  ofKinds,
  type Part,
  type RowRule,
  type Violation,
  writtenIn,
} from './rule.ts';
import { always } from './since.ts';

export const countNotWhole: RowRule = {
  code: 'count-not-whole',
  concerns: ofKinds('ratio', 'count'),
  state: 'blocking',
  periods: always,
  source: 'QĐ 766/QĐ-TTg 23/06/2022: numerators and denominators are numbers of dossiers and procedures',
  sentence: {
    vi: 'Tử số, mẫu số và số đếm phải là số nguyên. Hãy kiểm tra dấu thập phân hoặc chữ số 0 bị mất.',
    en: 'Numerators, denominators and counts are whole numbers. Check the decimal mark, or a zero that was lost.',
  },
  passing: example([ratioRow('A', '1290', '2154'), valueRow('B', 'amount', '12.5')]),
  failing: example([ratioRow('A', '1.29', '2154')]),
  checkRow: (row) => countsThat(row, (number) => !isWhole(number), withoutPoint),
};

/** `1.29` is what Excel makes of `1.290` where points mark decimals. */
function withoutPoint(number: string): Bilingual | null {
  const match = /^([1-9]\d{0,2})\.(\d{1,3})$/.exec(number);
  if (!match) return null;
  const [, whole = '', decimals = ''] = match;
  const why = { vi: 'Excel đã bỏ số 0 cuối', en: 'Excel dropped the last zero' };
  return suggestNumbers([whole + decimals.padEnd(3, '0')], decimals.length < 3 ? why : undefined);
}

export const negative: RowRule = {
  code: 'negative',
  concerns: ofKinds('ratio', 'count'),
  state: 'blocking',
  periods: always,
  source: 'A count is not below zero',
  sentence: {
    vi: 'Tử số, mẫu số và số đếm không được âm. Hãy kiểm tra lại số liệu.',
    en: 'Numerators, denominators and counts are not below zero. Check the figure.',
  },
  passing: example([ratioRow('A', '0', '2')]),
  failing: example([ratioRow('A', '-1', '2')]),
  checkRow: (row) => countsThat(row, isNegative),
};

function countsThat(
  row: FormRow,
  isWrong: (number: string) => boolean,
  hintOf: (number: string) => Bilingual | null = () => null,
): readonly Violation[] {
  const wrongPart = (part: Part | null): readonly Violation[] => {
    const number = numberOf(part);
    if (part === null || number === null || !isWrong(number)) return none;
    return [
      {
        place: part.place,
        got: writtenIn(part),
        expected: null,
        hint: hintOf(number),
        about: row.indicator.id,
      },
    ];
  };
  const { kind } = row.indicator;
  if (kind === 'count') return wrongPart(row.result);
  if (kind !== 'ratio') return none;
  const numerator = wrongPart(row.numerator);
  const denominator = wrongPart(row.denominator);
  return numerator === none ? denominator : [...numerator, ...denominator];
}

export const scoreOutOfBounds: RowRule = {
  code: 'score-out-of-bounds',
  concerns: ({ maxima }) => maxima.size > 0,
  state: 'blocking',
  periods: always,
  source: 'QĐ 766/QĐ-TTg 23/06/2022: each group has a maximum of points',
  sentence: {
    vi: 'Điểm phải nằm trong khoảng từ 0 đến điểm tối đa của nhóm. Hãy kiểm tra lại điểm.',
    en: 'A score lies between 0 and the most points of its group. Check the score.',
  },
  passing: example([valueRow('S', 'score', '12')], { maxima: new Map([['S', '12']]) }),
  failing: example([valueRow('S', 'score', '12.01')], { maxima: new Map([['S', '12']]) }),
  checkRow: (row, { maxima }) => {
    const max = row.indicator.kind === 'score' ? maxima.get(row.indicator.id) : undefined;
    return max === undefined ? none : outside(row, '0', max);
  },
};

/** The figure of a row unless it lies between two bounds, both included. */
export function outside(row: FormRow, least: string, most: string | null): readonly Violation[] {
  const number = numberOf(row.result);
  if (number === null) return none;
  const bound = compareDecimals(number, least) < 0 ? least : most;
  if (bound === null || (bound === most && compareDecimals(number, bound) <= 0)) return none;
  const expected = most === null ? `≥ ${least}` : `${least} … ${most}`;
  const difference = text(subtract(decimal(number), decimal(bound)));
  return [
    {
      place: (row.result as Part).place,
      got: writtenIn(row.result),
      expected,
      difference,
      about: row.indicator.id,
    },
  ];
}
