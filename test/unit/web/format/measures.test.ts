import { describe, expect, test } from '@jest/globals';
import {
  aimTexts,
  differenceText,
  exactText,
  measuredText,
  shownDecimal,
  toPlaces,
} from '../../../../web/format/measures.ts';

describe('percentages and points are shown with two decimals', () => {
  test.each([
    ['25.7', '%', '25.70'],
    ['100', '%', '100.00'],
    ['13.3573', '%', '13.36'],
    ['-3.3573', '%', '-3.36'],
    ['17.735', '%', '17.74'],
    ['17.745', '%', '17.74'],
    ['0.004', '%', '0.00'],
    ['-0.004', '%', '0.00'],
    ['11.3', 'điểm', '11.30'],
    ['7', '%/năm', '7.00'],
    // More digits than a binary number holds.
    ['90071992547409931.125', '%', '90071992547409931.12'],
  ])('%s of %s is %s', (value, unit, shown) => {
    expect(shownDecimal(value, unit)).toBe(shown);
  });

  test('what is counted, a share of one and a word stay as they are', () => {
    expect(shownDecimal('3397.2', 'nghìn người')).toBe('3397.2');
    expect(shownDecimal('0.7213', '0..1')).toBe('0.7213');
    expect(shownDecimal('chưa rõ', '%')).toBe('chưa rõ');
  });

  test('points of a scorecard have its digits', () => {
    expect(toPlaces('17.735', 2)).toBe('17.74');
    expect(toPlaces('0.7', 4)).toBe('0.7000');
    expect(toPlaces('2.5', 0)).toBe('2');
  });

  test('what was rounded is not padded with zeros that it did not have', () => {
    expect(measuredText('86.6427', '%', 'vi', 4)).toBe('86,64%');
    expect(measuredText('86.6427', 'điểm', 'vi', 4)).toBe('86,64 điểm');
    expect(measuredText('0.7', '0..1', 'vi', 4)).toBe('0,7000');
  });

  // The minus is U+2212.
  test.each([
    ['-22.2', '%', '\u221222,20 điểm %', '\u221222.20 percentage points'],
    ['1', '%', '+1,00 điểm %', '+1.00 percentage points'],
    ['0.305', 'điểm', '+0,30 điểm', '+0.30 points'],
    ['-1234', 'nghìn người', '\u22121.234 nghìn người', '\u22121,234 thousand people'],
    ['0', '%', '0,00 điểm %', '0.00 percentage points'],
    ['-0.004', '%', '0,00 điểm %', '0.00 percentage points'],
  ] as const)('a difference of %s in %s has its sign and its unit', (difference, unit, vi, en) => {
    expect([differenceText(difference, unit, 'vi'), differenceText(difference, unit, 'en')]).toEqual([
      vi,
      en,
    ]);
  });

  test('with the unit of measure; to the last digit where it is checked', () => {
    expect([exactText('92.7', '%', 'vi'), exactText('0', '%', 'vi')]).toEqual(['92,70%', '0,00%']);
    expect(measuredText('25.7', '%', 'vi')).toBe('25,70%');
    expect(measuredText('13.3573', '%', 'en')).toBe('13.36%');
    expect(exactText('13.3573', '%', 'vi')).toBe('13,3573%');
    // In a column with one of four digits.
    expect(exactText('90', '%', 'vi', 4)).toBe('90,0000%');
    expect(exactText('13.35731', '%', 'vi', 4)).toBe('13,35731%');
  });

  test('one target after another is told with its year, and a sign as it is printed', () => {
    const target = (year: number, text: string, is: '<=' | '>=', value: string) =>
      ({ year, text, source: 'QĐ 749/QĐ-TTg', aim: { is, value } }) as const;
    const both = [target(2025, '≤ 70', '<=', '70'), target(2030, '≤ 50', '<=', '50')];
    expect(aimTexts(both, 'vi')).toEqual(['≤ 70 (đến năm 2025)', '≤ 50 (đến năm 2030)']);
    expect(aimTexts(both, 'en')).toEqual(['≤ 70 by 2025', '≤ 50 by 2030']);
    expect(aimTexts([target(2030, '>= 30', '>=', '30')], 'vi')).toEqual(['≥ 30']);
  });
});
