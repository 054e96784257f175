import { expect, test } from '@jest/globals';
import { troubleOf } from '../../../../web/engine/check-trouble.ts';
import { troubleWords } from '../../../../web/pages/check/check-trouble-words.ts';

test.each([
  [new DOMException('', 'NotReadableError'), 'changed'],
  [new DOMException('', 'NotFoundError'), 'changed'],
  [new DOMException('', 'DataCloneError'), 'broken'],
  [new DOMException('', 'QuotaExceededError'), 'broken'],
  [new RangeError('Array buffer allocation failed'), 'broken'],
])('%s is told as %s', (fault, trouble) => expect(troubleOf(fault)).toBe(trouble));

test('a file that is too large is told its size, to the byte, and the most that is taken', () => {
  const file = { name: 'bc.xlsx', size: 150_000_001 } as File;
  expect(troubleWords.vi.tooLargeWhat(file)).toContain(
    '“bc.xlsx” có dung lượng 150,0 MB (150.000.001 byte); hệ thống nhận tệp tối đa 150 MB.',
  );
  expect(troubleWords.en.tooLargeWhat(file)).toContain(
    '“bc.xlsx” has 150.0 MB (150,000,001 bytes); the service takes at most 150 MB.',
  );
});
