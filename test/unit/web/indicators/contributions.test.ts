import { describe, expect, test } from '@jest/globals';
import { compare, decimal, subtract } from '../../../../shared/observations/decimal.ts';
import type { SeriesFigure, SeriesItem } from '../../../../shared/query/series-view.ts';
import {
  type Contributions,
  contributionsOf,
  totalOf,
} from '../../../../web/pages/indicators/contributions.ts';

/** Why the nation's figure moved: hand arithmetic, and that what does not add up is never shown. */

const ratio = { kind: 'ratio', unit: '%' } as const;
const count = { kind: 'count', unit: 'doanh nghiệp' } as const;

type Parts = readonly [numerator: string, denominator: string] | null;

function figure(unit: string, parts: Parts, reason: SeriesFigure['reason'] = null): SeriesFigure {
  const [numerator, denominator] = parts ?? [null, null];
  return { unit, code: unit, name: unit, numerator, denominator, value: null, reason, rank: null };
}

function item(period: string, nation: Parts, units: readonly SeriesFigure[]): SeriesItem {
  const [numerator, denominator] = nation ?? [null, null];
  return {
    period,
    catalog: 'test',
    map: { day: null, units: units.length },
    coverage: { expected: units.length, counted: units.length, missing: [] },
    national: nation && {
      numerator,
      denominator,
      value: null,
      reason: null,
      counted: units.length,
      expected: units.length,
    },
    ranked: 0,
    units: [...units],
  };
}

describe('a ratio', () => {
  // 800/1400 and then 1080/1600: 57.142857… % to 67.5 %.
  const before = item(
    '2026-Q2',
    ['800', '1400'],
    [figure('A', ['600', '1000']), figure('B', ['200', '400'])],
  );
  const now = item('2026-Q3', ['1080', '1600'], [figure('A', ['900', '1200']), figure('B', ['180', '400'])]);
  const told = contributionsOf(ratio, now, before) as Contributions;

  test('is shared out by hand arithmetic, the largest first', () => {
    // A: (300·1400 − 800·200)/(1400·1600) = 260000/2240000; B: (−20·1400 − 800·0)/2240000.
    expect(told.items.map(({ unit, told: points }) => [unit, points])).toEqual([
      ['A', '11.6071'],
      ['B', '-1.25'],
    ]);
    expect(told.change).toBe('10.3571');
    expect(told.rest).toBeNull();
  });

  test('what is told adds up to the nation’s change but for the rounding of each', () => {
    const difference = subtract(decimal(totalOf(told.items.map((each) => each.told))), decimal(told.change));
    expect(compare(difference, decimal('0.0001')) <= 0).toBe(true);
    expect(compare(difference, decimal('-0.0001')) >= 0).toBe(true);
  });

  test('a unit that grows at the nation’s own earlier ratio moves nothing', () => {
    const earlier = item('2026-Q2', ['50', '100'], [figure('A', ['25', '50']), figure('B', ['25', '50'])]);
    const later = item('2026-Q3', ['60', '110'], [figure('A', ['30', '60']), figure('B', ['30', '50'])]);
    const shared = contributionsOf(ratio, later, earlier) as Contributions;
    // A: (5·100 − 50·10)/(100·110) = 0; B: (5·100 − 0)/11000 = 4.5455 points.
    expect(shared.items.map(({ unit, told: points }) => [unit, points])).toEqual([
      ['B', '4.5455'],
      ['A', '0'],
    ]);
  });

  test('a unit of one period only counts with nothing in the other, and is told so', () => {
    const later = item(
      '2026-Q3',
      ['600', '1000'],
      [figure('A', ['600', '1000']), figure('B', null, 'not-submitted')],
    );
    const shared = contributionsOf(ratio, later, before) as Contributions;
    const gone = shared.items.find(({ unit }) => unit === 'B');
    expect(gone?.now).toBeNull();
    // B: (−200·1400 + 800·400)/(1400·1000) = 40000/1400000 = 2.8571 points: it was below the nation.
    expect(gone?.told).toBe('2.8571');
  });

  test('units that do not add up to the nation are refused', () => {
    const wrong = item('2026-Q3', ['1081', '1600'], now.units);
    expect(() => contributionsOf(ratio, wrong, before)).toThrow(RangeError);
  });

  test('where a merged unit cannot be told, what is left is told as such', () => {
    const merged = item(
      '2026-Q3',
      ['1080', '1600'],
      [figure('A', ['900', '1200']), figure('B', null, 'parts-missing')],
    );
    const shared = contributionsOf(ratio, merged, before) as Contributions;
    // The nation counts 180 of 400 of B's parts; the table has B falling from 200/400 to nothing.
    expect(shared.rest).not.toBeNull();
    expect(totalOf([...shared.items.map((each) => each.told), shared.rest as string])).toBe('10.3571');
  });
});

describe('a sum', () => {
  const values = (unit: string, value: string | null): SeriesFigure => ({ ...figure(unit, null), value });
  const sumItem = (period: string, nation: string, units: readonly SeriesFigure[]): SeriesItem => {
    const { national: _, ...rest } = item(period, ['0', '1'], units);
    const told = { numerator: null, denominator: null, value: nation, reason: null, counted: 2, expected: 2 };
    return { ...rest, national: told };
  };

  test('each unit contributes the change of its figure, to every digit', () => {
    const before = sumItem('2023', '100.1', [values('A', '60.05'), values('B', '40.05')]);
    const now = sumItem('2024', '100.5', [values('A', '59.95'), values('B', '40.55')]);
    const shared = contributionsOf(count, now, before) as Contributions;
    expect(shared.items.map(({ unit, told }) => [unit, told])).toEqual([
      ['B', '0.5'],
      ['A', '-0.1'],
    ]);
    expect(shared.change).toBe('0.4');
  });

  test('a digit too much is refused', () => {
    const before = sumItem('2023', '100.1', [values('A', '60.05'), values('B', '40.05')]);
    const now = sumItem('2024', '100.51', [values('A', '59.95'), values('B', '40.55')]);
    expect(() => contributionsOf(count, now, before)).toThrow(RangeError);
  });
});

test.each([
  ['what is never added up', { kind: 'score', unit: 'điểm' } as const, 'not-additive'],
  [
    'what is weighted by another indicator',
    {
      kind: 'amount',
      unit: 'triệu đồng',
      over: { units: 'weighted', time: 'none', weight: 'population' },
    } as const,
    'weighted',
  ],
])('%s is refused with its reason', (_, indicator, reason) => {
  const one = item('2023', ['1', '2'], [figure('A', ['1', '2'])]);
  expect(contributionsOf(indicator, one, one)).toBe(reason);
});

test('without a figure of the nation nothing is shared out', () => {
  const none = item('2023', null, []);
  expect(contributionsOf(ratio, none, none)).toBe('no-national');
});
