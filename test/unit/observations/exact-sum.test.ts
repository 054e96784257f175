import { describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import { decimal, sum, text } from '../../../shared/observations/decimal.ts';
import { ExactSum } from '../../../shared/observations/exact-sum.ts';
import type { PageNumber } from '../../../shared/observations/page.ts';

const mostPageNumber = 10 ** 15 - 1;
/** Numbers as pages hold them: small, at the edge of 15 digits, and texts of more digits than 2^53 has. */
const pageNumbers: fc.Arbitrary<PageNumber> = fc.oneof(
  fc.integer({ min: -90_000, max: 90_000 }),
  fc.integer({ min: mostPageNumber - 3, max: mostPageNumber }),
  fc.integer({ min: -mostPageNumber, max: -mostPageNumber + 3 }),
  fc.integer({ min: -mostPageNumber, max: mostPageNumber }),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 16 }))
    .map(([units, scale]) => text({ units, scale })),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 3 }))
    .map(([units, scale]) => text({ units: BigInt(units), scale })),
  fc.constant(null),
);
const columns = fc.array(pageNumbers, { maxLength: 60 });

const given = (column: readonly PageNumber[]) =>
  column.flatMap((number) => (number === null ? [] : [`${number}`]));
const byLibrary = (column: readonly PageNumber[]) =>
  given(column)
    .reduce((total, number) => total.plus(number), new Big(0))
    .toFixed();
const byBigInt = (column: readonly PageNumber[]) => text(sum(given(column).map(decimal)));
const added = (column: readonly PageNumber[]) => {
  const total = new ExactSum();
  total.addColumn(column);
  return text(total.total());
};

describe('exact sums of columns', () => {
  test('are those of BigInts and of an independent library', () => {
    fc.assert(
      fc.property(columns, (column) => {
        expect(added(column)).toBe(byLibrary(column));
        expect(byBigInt(column)).toBe(byLibrary(column));
      }),
      { numRuns: 300 },
    );
  });

  test('are the same in any order, and added one by one', () => {
    fc.assert(
      fc.property(
        columns.chain((column) =>
          fc.tuple(fc.constant(column), fc.shuffledSubarray(column, { minLength: column.length })),
        ),
        ([column, shuffled]) => {
          expect(added(shuffled)).toBe(added(column));
          const total = new ExactSum();
          for (const number of shuffled) if (number !== null) total.add(number);
          expect(text(total.total())).toBe(added(column));
        },
      ),
    );
  });

  test('go on exactly beyond 2^53, where binary floats stop', () => {
    const column = [...Array.from({ length: 20 }, () => mostPageNumber), 1];
    // By hand: 20 × (10^15 - 1) + 1.
    expect(added(column)).toBe('19999999999999981');
    expect(BigInt(column.reduce((total, number) => total + number, 0))).not.toBe(19999999999999981n);
    expect(added(['9007199254740993', 9, '0.1', '0.2'])).toBe('9007199254741002.3');
  });

  test('pairs are added only where both are there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pageNumbers, pageNumbers), { maxLength: 40 }), (rows) => {
        const [a, b] = [new ExactSum(), new ExactSum()];
        const counted = ExactSum.addPairs(
          a,
          b,
          rows.map(([of]) => of),
          rows.map(([, by]) => by),
        );
        const whole = rows.filter(([of, by]) => of !== null && by !== null);
        expect(counted).toBe(whole.length);
        expect(text(a.total())).toBe(byLibrary(whole.map(([of]) => of)));
        expect(text(b.total())).toBe(byLibrary(whole.map(([, by]) => by)));
      }),
    );
  });

  test('products are exact', () => {
    const number = pageNumbers.filter((each) => each !== null);
    fc.assert(
      fc.property(number, number, (a, b) => {
        const total = new ExactSum();
        total.addProduct(a, b);
        expect(text(total.total())).toBe(new Big(`${a}`).times(`${b}`).toFixed());
      }),
    );
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 10 ** 15, 2 ** 60, 'NaN', '1e3', '1.', '.5', '--1'])(
    '%p is refused: no page holds it',
    (number) => {
      expect(() => new ExactSum().add(number)).toThrow(RangeError);
      expect(() => new ExactSum().addColumn([1, number])).toThrow(RangeError);
      expect(() => ExactSum.addPairs(new ExactSum(), new ExactSum(), [1], [number])).toThrow(RangeError);
    },
  );
});
