import { expect, test } from '@jest/globals';
import { changeText } from '../../../../web/format/figures.ts';

// The minus is U+2212; a hyphen (U+002D) would break from its number at the end of a line.
test.each([
  ['2.5', 2, '+2,50', '+2.50'],
  ['-1234.31', 0, '\u22121.234,31', '\u22121,234.31'],
  ['0', 0, '0', '0'],
  ['-0.0', 0, '0,0', '0.0'],
] as const)('a change of %s has its sign', (change, decimals, vi, en) => {
  expect([changeText(change, 'vi', decimals), changeText(change, 'en', decimals)]).toEqual([vi, en]);
});
