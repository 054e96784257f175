import { describe, expect, test } from '@jest/globals';
import { addressesIn, askedOf } from '../../../../web/app/several-answers.ts';
import { answerTo, type Held } from '../../../../web/app/use-reading.ts';

const [first, second] = ['/v1/public/periods/2026-Q2/coverage', '/v1/public/periods/2026-Q3/coverage'];
const ready: Held<number[]> = { asked: first, answer: { state: 'ready', value: [43] } };

describe('several answers shown together', () => {
  test('are shown for what was asked', () => {
    expect(answerTo(ready, first)).toEqual({ state: 'ready', value: [43] });
  });

  test.each([second, `${first} ${second}`, '', null])('are not shown for another choice, %j', (now) => {
    expect(answerTo(ready, now)).toEqual({ state: 'loading' });
  });

  test('figures of no choice are not shown for one', () => {
    const ofNone = { asked: null, answer: ready.answer };
    expect(answerTo(ofNone, second)).toEqual({ state: 'loading' });
  });
});

describe('addresses asked at once', () => {
  test.each([[[]], [[first]], [[first, second]]])('%j are asked in their order', (addresses) => {
    expect(addressesIn(askedOf(addresses))).toEqual(addresses);
  });

  test('none is left out without a word: too many are refused', () => {
    expect(addressesIn(askedOf(Array(12).fill(first)))).toHaveLength(12);
    expect(() => askedOf(Array(13).fill(first))).toThrow(RangeError);
  });
});
