import { decimal, divide, multiply, subtract, text } from '../../observations/decimal.ts';
import { compareDecimals, isNegative, isShare, isWhole } from '../number/decimal.ts';
import type { Bilingual } from '../report.ts';
import { cellName } from '../table.ts';
import { example, ratioRow } from './example.ts';
import { figureIn } from './hints.ts';
import { none, numberOf, ofKinds, type Part, type RowRule, type Violation, writtenIn } from './rule.ts';
import { always } from './since.ts';

const source = 'QĐ 766/QĐ-TTg 23/06/2022: a share is a of b, and a is part of b';

export const ratioIncomplete: RowRule = {
  code: 'ratio-incomplete',
  concerns: ofKinds('ratio'),
  state: 'blocking',
  periods: always,
  source,
  sentence: {
    vi: 'Tử số (a) và mẫu số (b) phải cùng có hoặc cùng để trống. Hãy bổ sung ô còn thiếu.',
    en: 'Numerator (a) and denominator (b) are given both or neither. Fill in the one that is missing.',
  },
  passing: example([ratioRow('A', '1', '2'), ratioRow('B', null, null)]),
  failing: example([ratioRow('A', '1', null)]),
  checkRow: ({ indicator, numerator, denominator, result }) => {
    if (indicator.kind !== 'ratio' || !numerator?.readable || !denominator?.readable) return none;
    if (numerator.number === null && denominator.number === null) {
      const share = numberOf(result);
      // A formula over two blank cells comes to 0.
      if (share === null || share === '0') return none;
      return [
        { place: numerator.place, got: null, expected: null, hint: fromParts(share), about: indicator.id },
      ];
    }
    if (numerator.number !== null && denominator.number !== null) return none;
    const blank: Part = numerator.number === null ? numerator : denominator;
    return [{ place: blank.place, got: null, expected: null, about: indicator.id }];
  },
};

/** A result alone tells nothing of how many there were, nor adds up over several units. */
function fromParts(share: string): Bilingual {
  return {
    vi: `Có kết quả ${figureIn(share, 'vi')} nhưng chưa có tử số và mẫu số: hãy ghi hai số này.`,
    en: `There is the result ${figureIn(share, 'en')}, but neither numerator nor denominator: write these two.`,
  };
}

export const numeratorOverDenominator: RowRule = {
  code: 'numerator-over-denominator',
  concerns: ofKinds('ratio'),
  state: 'blocking',
  periods: always,
  source,
  sentence: {
    vi: 'Tử số (a) không được lớn hơn mẫu số (b). Hãy kiểm tra lại hai số.',
    en: 'The numerator (a) must not be greater than the denominator (b). Check both figures.',
  },
  passing: example([ratioRow('A', '48', '48'), ratioRow('B', '0', '0')]),
  failing: example([ratioRow('A', '49', '48')]),
  checkRow: ({ indicator, numerator, denominator }) => {
    const [a, b] = [numberOf(numerator), numberOf(denominator)];
    if (a === null || b === null || isAtMost(a, b) || indicator.overHundred) return none;
    const difference = text(subtract(decimal(a), decimal(b)));
    const cells = [numerator, denominator].map((part) => cellOf(part as Part));
    const hint = {
      vi: `Hiệu là ${figureIn(difference, 'vi')}: kiểm tra ô ${cells[0]} và ô ${cells[1]}.`,
      en: `The difference is ${figureIn(difference, 'en')}: check cells ${cells[0]} and ${cells[1]}.`,
    };
    const { place } = numerator as Part;
    return [{ place, got: writtenIn(numerator), expected: `≤ ${b}`, difference, hint, about: indicator.id }];
  },
};

/** a ≤ b; counts in a form of a million rows are compared as text, by length first. */
function isAtMost(a: string, b: string): boolean {
  const areCounts = isWhole(a) && isWhole(b) && !isNegative(a) && !isNegative(b);
  if (areCounts) return a.length < b.length || (a.length === b.length && a <= b);
  return compareDecimals(a, b) <= 0;
}

export const resultDiffers: RowRule = {
  code: 'result-differs',
  concerns: ofKinds('ratio'),
  state: 'warning',
  periods: always,
  source: 'QĐ 766/QĐ-TTg 23/06/2022: a share is 100 × a / b',
  sentence: {
    vi: 'Kết quả phải bằng tử số chia mẫu số, tính theo phần trăm, sai lệch không quá làm tròn. Hãy kiểm tra lại; số liệu lấy theo tử số và mẫu số.',
    en: 'The result must be numerator over denominator in percent, but for rounding. Check it; the figures taken are numerator and denominator.',
  },
  passing: example([ratioRow('A', '358660', '405424', '88.47'), ratioRow('B', '0', '0', null)]),
  failing: example([ratioRow('A', '358660', '405424', '88.74')]),
  checkRow: ({ indicator, numerator, denominator, result }) => {
    const r = numberOf(result);
    const [a, b] = r === null ? [null, null] : [numberOf(numerator), numberOf(denominator)];
    if (a === null || b === null || r === null || isNegative(b)) return none;
    if (compareDecimals(b, '0') === 0) return ofNothing(r, a, result as Part, indicator.id);
    if (isShare(r, a, b)) return none;
    const places = Math.max(2, decimal(r).scale);
    const share = divide(multiply(decimal(a), decimal('100')), decimal(b), { places, mode: 'half-even' });
    const difference = text(subtract(decimal(r), share));
    const hint = {
      vi: `Tính từ tử số và mẫu số là ${figureIn(text(share), 'vi')}.`,
      en: `Computed from numerator and denominator it is ${figureIn(text(share), 'en')}.`,
    };
    const { place } = result as Part;
    return [
      { place, got: writtenIn(result), expected: `100 × ${a} / ${b}`, difference, hint, about: indicator.id },
    ];
  },
};

/** Nothing of nothing has no result; 0 is what a formula writes for it, so only another one is told. */
function ofNothing(r: string, a: string, { place }: Part, about: string): readonly Violation[] {
  if (a !== '0' || r === '0') return none;
  const hint = {
    vi: 'Mẫu số bằng 0 nên không có tỷ lệ: hãy để trống ô kết quả.',
    en: 'The denominator is 0, so there is no share: leave the result blank.',
  };
  return [{ place, got: r, expected: '100 × 0 / 0', hint, about }];
}

function cellOf({ place }: Part): string {
  return cellName(place.column, place.row);
}
