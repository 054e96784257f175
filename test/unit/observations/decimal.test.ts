import { describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  subtract,
  sum,
  text,
} from '../../../shared/observations/decimal.ts';

const twoPlaces = { places: 2, mode: 'half-even' } as const;
const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => text({ units, scale }));

describe('exact decimals', () => {
  test('binary floats get these wrong', () => {
    expect(text(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(text(multiply(decimal('1.1'), decimal('1.1')))).toBe('1.21');
    expect(text(sum(Array.from({ length: 10 }, () => decimal('0.1'))))).toBe('1');
  });

  test.each([
    ['0.125', '0.12'],
    ['0.135', '0.14'],
    ['0.145', '0.14'],
    ['-0.125', '-0.12'],
    ['-0.135', '-0.14'],
    ['0.1250000001', '0.13'],
    ['0.005', '0'],
    ['0.015', '0.02'],
  ])('%s is rounded half-even to %s', (value, expected) => {
    expect(text(divide(decimal(value), decimal('1'), twoPlaces))).toBe(expected);
  });

  test.each(['', ' 1', '1.', '.5', '1e3', '1,5', 'NaN', 'Infinity', '--1', '0x10'])(
    '%j is refused',
    (written) => {
      expect(() => decimal(written)).toThrow(RangeError);
    },
  );

  test('nothing is divided by zero', () => {
    expect(() => divide(decimal('1'), decimal('0.00'), twoPlaces)).toThrow(RangeError);
  });

  test('agrees with an independent library on sums, products, differences and order', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(text(add(decimal(a), decimal(b)))).toBe(new Big(a).plus(b).toFixed());
        expect(text(subtract(decimal(a), decimal(b)))).toBe(new Big(a).minus(b).toFixed());
        expect(text(multiply(decimal(a), decimal(b)))).toBe(new Big(a).times(b).toFixed());
        expect(Math.sign(compare(decimal(a), decimal(b)))).toBe(new Big(a).cmp(b));
      }),
    );
  });

  // The library's names for its modes.
  test.each([
    ['half-even', 2],
    ['half-up', 1],
    ['down', 0],
    ['up', 3],
  ] as const)('agrees with an independent library on quotients, rounded once: %s', (mode, theirs) => {
    const exact = Big();
    exact.DP = 60;
    // Small numbers, so that exact halves are met.
    const few = fc.integer({ min: -400, max: 400 }).map(String);
    fc.assert(
      fc.property(
        fc.oneof(number, few),
        fc.oneof(number, few, fc.constantFrom('8', '16', '0.2')),
        fc.integer({ min: 0, max: 8 }),
        (a, b, places) => {
          fc.pre(compare(decimal(b), decimal('0')) !== 0);
          const wanted = new exact(a).div(b).round(places, theirs);
          expect(text(divide(decimal(a), decimal(b), { places, mode }))).toBe(
            new Big(wanted.toFixed()).toFixed().replace(/^-(0)$/, '$1'),
          );
        },
      ),
    );
  });

  // By the definitions of the modes: an exact half, a little less, a little more, and below zero.
  test.each([
    ['0.125', { 'half-even': '0.12', 'half-up': '0.13', down: '0.12', up: '0.13' }],
    ['0.1249', { 'half-even': '0.12', 'half-up': '0.12', down: '0.12', up: '0.13' }],
    ['0.1251', { 'half-even': '0.13', 'half-up': '0.13', down: '0.12', up: '0.13' }],
    ['-0.125', { 'half-even': '-0.12', 'half-up': '-0.13', down: '-0.12', up: '-0.13' }],
    ['0.12', { 'half-even': '0.12', 'half-up': '0.12', down: '0.12', up: '0.12' }],
  ] as const)('%s in every mode', (value, wanted) => {
    const rounded = (mode: keyof typeof wanted) =>
      text(divide(decimal(value), decimal('1'), { places: 2, mode }));
    for (const [mode, expected] of Object.entries(wanted)) {
      expect(rounded(mode as keyof typeof wanted)).toBe(expected);
    }
  });

  test('a sum is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 30 }), (values) => {
        const forwards = text(sum(values.map(decimal)));
        expect(text(sum([...values].reverse().map(decimal)))).toBe(forwards);
      }),
    );
  });
});
