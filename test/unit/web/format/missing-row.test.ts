import { expect, test } from '@jest/globals';
import { rowExpected } from '../../../../web/format/missing-row.ts';

test('of a row that is not there the code alone; what else is expected stays', () => {
  expect(rowExpected('766.TDGQ Tỷ lệ hồ sơ giải quyết đúng hạn', '766.TDGQ')).toBe('766.TDGQ');
  expect(rowExpected('≤ 405424', '766.TDGQ')).toBe('≤ 405424');
  expect(rowExpected('766.TDGQ', null)).toBe('766.TDGQ');
});
