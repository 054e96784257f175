import { compareDecimals, isShare } from '../number/decimal.ts';
import { exampleInput, ratioRow } from './example.ts';
import { numberOf, type Part, type Rule } from './rule.ts';

export const ratioIncomplete: Rule = {
  code: 'ratio-incomplete',
  severity: 'error',
  sentence: {
    vi: 'Tử số (a) và mẫu số (b) phải cùng có hoặc cùng để trống. Hãy bổ sung ô còn thiếu.',
    en: 'Numerator (a) and denominator (b) are given both or neither. Fill in the one that is missing.',
  },
  passing: exampleInput([ratioRow('A', '1', '2'), ratioRow('B', null, null)]),
  failing: exampleInput([ratioRow('A', '1', null)]),
  check: ({ rows }) =>
    rows.flatMap(({ numerator, denominator }) => {
      if (!numerator?.readable || !denominator?.readable) return [];
      if ((numerator.number === null) === (denominator.number === null)) return [];
      const blank: Part = numerator.number === null ? numerator : denominator;
      return [{ place: blank.place, got: null, expected: null }];
    }),
};

export const numeratorOverDenominator: Rule = {
  code: 'numerator-over-denominator',
  severity: 'error',
  sentence: {
    vi: 'Tử số (a) không được lớn hơn mẫu số (b). Hãy kiểm tra lại hai số.',
    en: 'The numerator (a) must not be greater than the denominator (b). Check both figures.',
  },
  passing: exampleInput([ratioRow('A', '48', '48'), ratioRow('B', '0', '0')]),
  failing: exampleInput([ratioRow('A', '49', '48')]),
  check: ({ rows }) =>
    rows.flatMap(({ numerator, denominator }) => {
      const [a, b] = [numberOf(numerator), numberOf(denominator)];
      if (a === null || b === null || compareDecimals(a, b) <= 0) return [];
      return [{ place: (numerator as Part).place, got: a, expected: `≤ ${b}` }];
    }),
};

export const resultDiffers: Rule = {
  code: 'result-differs',
  severity: 'warning',
  sentence: {
    vi: 'Kết quả phải bằng tử số chia mẫu số, tính theo phần trăm, sai lệch không quá làm tròn. Hãy kiểm tra lại; số liệu lấy theo tử số và mẫu số.',
    en: 'The result must be numerator over denominator in percent, but for rounding. Check it; the figures taken are numerator and denominator.',
  },
  passing: exampleInput([ratioRow('A', '358660', '405424', '88.47'), ratioRow('B', '0', '0', null)]),
  failing: exampleInput([ratioRow('A', '358660', '405424', '88.74')]),
  check: ({ rows }) =>
    rows.flatMap(({ numerator, denominator, result }) => {
      const [a, b, r] = [numberOf(numerator), numberOf(denominator), numberOf(result)];
      // 0 of 0 has no result; whatever stands there says nothing.
      if (a === null || b === null || r === null || compareDecimals(b, '0') <= 0) return [];
      if (isShare(r, a, b)) return [];
      return [{ place: (result as Part).place, got: r, expected: `100 × ${a} / ${b}` }];
    }),
};
