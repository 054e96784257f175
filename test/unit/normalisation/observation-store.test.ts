import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from '../../../shared/normalisation/limits.ts';
import { ObservationStore } from '../../../shared/normalisation/long/observation-store.ts';

const units = fc.oneof(
  fc.integer({ min: 0, max: 999_999_999_999_999 }),
  fc.constantFrom(0, 2_147_483_647, 2_147_483_648, 4_294_967_296, 999_999_999_999_999),
);

test('numbers of up to fifteen digits come back as they were put in, small and large beside each other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(units, units), { minLength: 1, maxLength: 30 }), (pairs) => {
      const store = new ObservationStore(3);
      for (const [area, [first, second]] of pairs.entries()) {
        store.add(area, 1, area + 2, -1);
        store.setPlain(0, first, 0);
        store.setPlain(1, second, 0);
      }
      const numbers = pairs.map((_, area) => store.numberOf(area, 1));
      expect(store.columns(numbers, true)).toEqual({
        value: null,
        numerator: pairs.map(([first]) => first),
        denominator: pairs.map(([, second]) => second),
        status: 'reported',
        approximate: [],
      });
      expect(pairs.map((_, at) => store.get(at).second)).toEqual(pairs.map(([, second]) => String(second)));
    }),
  );
});

test('texts, statuses and approximations stand beside plain numbers', () => {
  const store = new ObservationStore(1);
  const texts = ['-3', '1234567890123456', '0.5', null];
  for (const [area, text] of texts.entries()) {
    store.add(area, 0, area + 2, -1);
    store.setText(0, text);
    if (text === null) store.setStatus('missing', false);
    if (text === '0.5') store.setStatus('reported', true);
  }
  expect(store.columns([0, 1, 2, 3], false)).toEqual({
    value: [-3, '1234567890123456', '0.5', null],
    numerator: null,
    denominator: null,
    status: ['reported', 'reported', 'reported', 'missing'],
    approximate: [2],
  });
});

test('places far apart are found, and what was never put in is not', () => {
  const store = new ObservationStore(100);
  for (const area of [0, 700, 5_000]) store.add(area, 99, area + 2, -1);
  expect([0, 700, 5_000, 1, 6_000].map((area) => store.rowOf(area, 99))).toEqual([2, 702, 5_002, 0, 0]);
  expect(store.numberOf(700, 98)).toBe(-1);
  expect([...store.ofIndicator(99)].map(({ area }) => area)).toEqual([0, 700, 5_000]);
  expect([...store.ofIndicator(98)]).toEqual([]);
});

test('rows are known where they stand below each other and where some were passed over', () => {
  const store = new ObservationStore(1);
  const rows = [5, 6, 7, 9, 10, 3];
  for (const [area, row] of rows.entries()) store.add(area, 0, row, -1);
  expect(rows.map((_, area) => store.rowOf(area, 0))).toEqual(rows);
  expect(rows.map((_, at) => store.get(at).row)).toEqual(rows);
});

test('more notes than 16 bits count, beside figures without one', () => {
  const store = new ObservationStore(1);
  const count = 65_540;
  for (let area = 0; area < count; area += 1) {
    store.add(area, 0, area + 2, area % 2 === 0 ? -1 : store.noteNumber(`${area}`));
  }
  for (let area = count; area < 2 * count; area += 1)
    store.add(area, 0, area + 2, store.noteNumber(`${area}`));
  for (const area of [0, 1, count - 1, count, 2 * count - 1]) {
    const number = store.noteAt(store.numberOf(area, 0));
    expect(store.noteOf(number)).toBe(area < count && area % 2 === 0 ? null : `${area}`);
  }
});

test('each is given by its number, also beyond those that a report lists; beyond the last there is none', () => {
  const store = new ObservationStore(1);
  for (let area = 0; area <= limits.observationsListed; area += 1) store.add(area, 0, area + 2, -1);
  expect(store.get(limits.observationsListed - 1)).toMatchObject({ area: limits.observationsListed - 1 });
  expect(store.get(limits.observationsListed)).toMatchObject({ area: limits.observationsListed });
  expect(() => store.get(limits.observationsListed + 1)).toThrow(RangeError);
});
