import { expect, test } from '@jest/globals';
import { comparisonText } from '../../../../web/format/comparison.ts';

const rows = (...changes: ('same' | 'changed' | 'new' | 'gone' | 'none')[]) =>
  changes.map((change) => ({ change }));

test('what differs is counted by kind, in one sentence for every page; what is the same is not', () => {
  const some = rows('changed', 'same', 'new', 'changed', 'none');
  expect(comparisonText(some, 'vi')).toBe('2 chỉ tiêu khác, 1 chỉ tiêu mới có');
  expect(comparisonText(some, 'en')).toBe('2 different, 1 new');
  expect(comparisonText(rows('gone'), 'vi')).toBe('1 chỉ tiêu không còn');
  expect(comparisonText(rows('same', 'none'), 'vi')).toBe('không có chỉ tiêu nào khác');
  expect(comparisonText([], 'en')).toBe('no indicator differs');
});
