import { describe, expect, test } from '@jest/globals';
import { whyNone } from '../../../../web/format/why-none.ts';

describe('why there is no figure', () => {
  const reasons = [
    'missing',
    'no-denominator',
    'not-applicable',
    'nil',
    'not-submitted',
    'not-published',
    'not-due',
  ];

  test.each(['vi', 'en'] as const)(
    'seven things are told apart in %s, none of them by a number',
    (language) => {
      const texts = reasons.map((reason) => whyNone(reason, language));
      expect(new Set(texts).size).toBe(7);
      expect(texts.filter((text) => text === '' || /^\d/.test(text))).toEqual([]);
    },
  );

  test('of 0 of 0 it says that nothing occurred', () => {
    expect(whyNone('no-denominator', 'vi')).toBe('không phát sinh (0/0)');
  });

  test('a reason that is not known, or none, is told as missing and never by its code', () => {
    expect([whyNone('quite-new', 'en'), whyNone(null, 'en')]).toEqual(['no figure', 'no figure']);
  });
});
