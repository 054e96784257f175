import { compareDecimals, isNegative, isWhole } from '../number/decimal.ts';
import { exampleInput, ratioRow, scoreRow } from './example.ts';
import { type FormRow, numberOf, type Part, type Rule } from './rule.ts';

export const countNotWhole: Rule = {
  code: 'count-not-whole',
  severity: 'error',
  sentence: {
    vi: 'Tử số và mẫu số là số đếm nên phải là số nguyên. Hãy kiểm tra dấu thập phân hoặc chữ số 0 bị mất.',
    en: 'Numerator and denominator are counts, so they are whole numbers. Check the decimal mark, or a zero that was lost.',
  },
  passing: exampleInput([ratioRow('A', '1290', '2154')]),
  failing: exampleInput([ratioRow('A', '1.29', '2154')]),
  check: ({ rows }) => countsThat(rows, (number) => !isWhole(number)),
};

export const negative: Rule = {
  code: 'negative',
  severity: 'error',
  sentence: {
    vi: 'Tử số và mẫu số không được âm. Hãy kiểm tra lại số liệu.',
    en: 'Numerator and denominator are not below zero. Check the figure.',
  },
  passing: exampleInput([ratioRow('A', '0', '2')]),
  failing: exampleInput([ratioRow('A', '-1', '2')]),
  check: ({ rows }) => countsThat(rows, isNegative),
};

function countsThat(rows: readonly FormRow[], isWrong: (number: string) => boolean) {
  return rows
    .flatMap(({ numerator, denominator }) => [numerator, denominator])
    .filter((part): part is Part => part !== null)
    .flatMap((part) => {
      const number = numberOf(part);
      return number !== null && isWrong(number) ? [{ place: part.place, got: number, expected: null }] : [];
    });
}

export const scoreOutOfBounds: Rule = {
  code: 'score-out-of-bounds',
  severity: 'error',
  sentence: {
    vi: 'Điểm phải nằm trong khoảng từ 0 đến điểm tối đa của nhóm. Hãy kiểm tra lại điểm.',
    en: 'A score lies between 0 and the most points of its group. Check the score.',
  },
  passing: exampleInput([scoreRow('S', '12')], { maxima: new Map([['S', '12']]) }),
  failing: exampleInput([scoreRow('S', '12.01')], { maxima: new Map([['S', '12']]) }),
  check: ({ rows, maxima }) =>
    rows.flatMap(({ indicator, result }) => {
      const max = maxima.get(indicator.id);
      const score = indicator.kind === 'score' ? numberOf(result) : null;
      if (max === undefined || score === null) return [];
      if (!isNegative(score) && compareDecimals(score, max) <= 0) return [];
      return [{ place: (result as Part).place, got: score, expected: `0 … ${max}` }];
    }),
};
