import { describe, expect, test } from '@jest/globals';
import { progressOf, wholeMonthsLeft } from '../../../shared/aggregation/progress.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Indicator, Target } from '../../../shared/catalog/schema.ts';

type Aim = Target['aim'];
const period = (code: string) => periodOf(code) as Period;
const target = (year: number | undefined, aim: Aim, among?: string): Target => ({
  ...(year === undefined ? {} : { year }),
  aim,
  text: 'x',
  source: 'x',
  ...(among ? { among } : {}),
});
const indicator = (over: Partial<Indicator>) =>
  ({ id: 'X', kind: 'rate', direction: 'up', ...over }) as Indicator;
const least = (value: string): Aim => ({ is: '>=', value });

/** In the middle of the period's year, if nothing else is said. */
function progress(
  of: Partial<Indicator>,
  [code, value]: [string, string | null],
  earlier?: [string, string | null],
  rest: { at?: string; among?: string } = {},
) {
  return progressOf({
    indicator: indicator(of),
    now: { period: period(code), value },
    earlier: earlier ? { period: period(earlier[0]), value: earlier[1] } : null,
    at: `${code.slice(0, 4)}-07-01T00:00:00.000Z`,
    ...rest,
  });
}

describe('figures of the sessions', () => {
  // Third session, 8 August 2022: smartphone users 70.91 %; the data year asks for > 75 %, QĐ 411/QĐ-TTg for 80 % by 2025.
  const smartphones = { targets: [target(2025, least('80')), target(2023, { is: '>', value: '75' })] };

  test('70.91 % of smartphones against more than 75 % in 2023', () => {
    expect(
      progress(smartphones, ['2022-H1', '70.91'], undefined, { at: '2022-08-08T07:00:00.000Z' }),
    ).toMatchObject({
      target: { year: 2023 },
      distance: '4.09',
      reached: false,
      state: 'not-reached',
      monthsLeft: 16,
    });
  });

  test('against 80 % in 2025 alone: 9.09 still to go, and the same figure twice is no pace', () => {
    const only = { targets: [target(2025, least('80'))] };
    // 42 months from the end of June 2022: 14 quarters, 9.09 / 14 = 0.6493 each.
    expect(progress(only, ['2022-H1', '70.91'], ['2022-Q1', '70.91'])).toMatchObject({
      distance: '9.09',
      pace: { since: '2022-Q1', achieved: '0', needed: '0.6493' },
      state: 'behind',
    });
  });

  test('a session on 8 August 2022 has nearly five months left: four whole ones', () => {
    expect(wholeMonthsLeft('2022-08-08T07:00:00.000Z', 2022)).toBe(4);
    expect(wholeMonthsLeft('2022-09-01T07:00:00.000Z', 2022)).toBe(4);
    // 31 August, 17:30 UTC, is 1 September in Viet Nam.
    expect(wholeMonthsLeft('2022-08-31T17:30:00.000Z', 2022)).toBe(4);
    expect(wholeMonthsLeft('2022-09-02T07:00:00.000Z', 2022)).toBe(3);
    expect(wholeMonthsLeft('2022-12-31T16:59:59.000Z', 2022)).toBe(0);
    expect(wholeMonthsLeft('2022-01-01T00:00:00.000Z', 2022)).toBe(12);
    expect(wholeMonthsLeft('2024-01-01T00:00:00.000Z', 2022)).toBe(0);
  });

  test('dossiers wholly online: provinces 18.54 % against 30 %, country 45.8 % against 50 %, at the end of the year', () => {
    const of = (value: string) => ({ targets: [target(2024, least(value))] });
    expect(progress(of('30'), ['2024', '18.54'])).toMatchObject({
      distance: '11.46',
      state: 'behind',
      pace: null,
    });
    expect(progress(of('50'), ['2024', '45.8'])).toMatchObject({ distance: '4.2', state: 'behind' });
  });
});

describe('reached, by operator and direction', () => {
  test.each<[Aim, Indicator['direction'], string, string, boolean]>([
    [{ is: '>=', value: '75' }, 'up', '75', '0', true],
    [{ is: '>', value: '75' }, 'up', '75', '0', false],
    [{ is: '>', value: '75' }, 'up', '75.0000000000000000001', '-0.0000000000000000001', true],
    [{ is: '>=', value: '75' }, 'up', '74.99', '0.01', false],
    [{ is: '<=', value: '50' }, 'down', '50', '0', true],
    [{ is: '<', value: '50' }, 'down', '50', '0', false],
    [{ is: '<=', value: '50' }, 'down', '71', '21', false],
    [{ is: '<=', value: '50' }, 'down', '46', '-4', true],
    [{ is: '=', value: '100' }, 'up', '99.5', '0.5', false],
    [{ is: '=', value: '100' }, 'up', '101', '-1', true],
    [{ is: '=', value: '0' }, 'down', '3', '3', false],
    [{ is: '=', value: '7' }, 'none', '6', '1', false],
    [{ is: '=', value: '7' }, 'none', '8', '1', false],
    [{ is: '=', value: '7' }, 'none', '7.0', '0', true],
    [{ is: 'range', from: '20', to: '25' }, 'up', '19', '1', false],
    [{ is: 'range', from: '20', to: '25' }, 'up', '20', '0', true],
    [{ is: 'range', from: '20', to: '25' }, 'up', '26', '-6', true],
    [{ is: 'range', from: '20', to: '25' }, 'down', '26', '1', false],
    [{ is: 'range', from: '20', to: '25' }, 'down', '25', '0', true],
    [{ is: 'range', from: '20', to: '25' }, 'none', '26', '1', false],
    [{ is: 'range', from: '20', to: '25' }, 'none', '18', '2', false],
    [{ is: 'range', from: '20', to: '25' }, 'none', '22', '-2', true],
  ])('%j, %s: %s is %s away', (aim, direction, value, distance, reached) => {
    const got = progress({ direction, targets: [target(2026, aim)] }, ['2026-Q2', value]);
    expect(got).toMatchObject({ distance, reached, state: reached ? 'reached' : 'not-reached' });
  });
});

describe('the target that counts', () => {
  const targets = [target(2030, least('100')), target(2025, least('80')), target(2023, least('70'))];
  test.each([
    ['2022-Q4', 2023],
    ['2023-Q4', 2023],
    ['2024-Q1', 2025],
    ['2026-Q1', 2030],
  ])('in %s is that of %i', (code, year) => {
    expect(progress({ targets }, [code, '1']).target?.year).toBe(year);
  });

  test('is none behind the last year, or where none was set', () => {
    expect(progress({ targets }, ['2031-Q1', '1'])).toMatchObject({ state: 'no-target', monthsLeft: null });
    expect(progress({}, ['2026-Q1', '1'])).toMatchObject({
      state: 'no-target',
      target: null,
      distance: null,
    });
  });

  test('of several of one year is the one that is named', () => {
    const both = [
      target(2030, { is: '<=', value: '3' }, 'Đông Nam Á'),
      target(2030, { is: '<=', value: '50' }, 'Thế giới'),
    ];
    const of: Partial<Indicator> = { kind: 'rank', direction: 'down', targets: both };
    expect(progress(of, ['2026', '45']).state).toBe('not-comparable');
    expect(progress(of, ['2026', '45'], undefined, { among: 'Thế giới' })).toMatchObject({
      state: 'reached',
      distance: '-5',
    });
    expect(progress(of, ['2026', '45'], undefined, { among: 'Đông Nam Á' })).toMatchObject({
      distance: '42',
    });
    expect(progress(of, ['2026', '45'], undefined, { among: 'Sao Hỏa' }).state).toBe('no-target');
  });
});

describe('what holds all the time', () => {
  const always: Partial<Indicator> = { kind: 'ratio', targets: [target(undefined, least('100'))] };
  test('is reached or behind in every period, with no time left for it', () => {
    expect(progress(always, ['2026-Q3', '100'])).toMatchObject({ state: 'reached', monthsLeft: null });
    expect(progress(always, ['2026-Q3', '99.9'], ['2026-Q2', '50'])).toMatchObject({
      state: 'behind',
      distance: '0.1',
      pace: null,
      monthsLeft: null,
    });
  });

  test('is of each year where it adds up: four meetings in every one', () => {
    const meetings: Partial<Indicator> = { kind: 'count', targets: [target(undefined, least('4'))] };
    expect(progress(meetings, ['2026-H1', '2'])).toMatchObject({
      state: 'on-track',
      pace: { achieved: '1', needed: '1' },
      monthsLeft: 6,
    });
    expect(progress(meetings, ['2025', '3'])).toMatchObject({ state: 'behind', distance: '1' });
  });
});

describe('what cannot be held against a number says so', () => {
  const targets = [target(2026, least('80'))];
  test('an aim in words, a figure that is none', () => {
    expect(progress({ targets: [target(2026, { is: 'words' })] }, ['2026-Q2', '5'])).toMatchObject({
      state: 'not-comparable',
      distance: null,
      reached: null,
      monthsLeft: 6,
    });
    for (const value of [null, '', 'gần 80', '8e1', 'NaN', '80,5']) {
      expect(progress({ targets }, ['2026-Q2', value]).state).toBe('not-a-number');
    }
    expect(progress({ kind: 'yes-no', targets }, ['2026-Q2', '1']).state).toBe('not-comparable');
  });

  test('a sum over time counts from the start of the year, never a quarter alone', () => {
    const of: Partial<Indicator> = { kind: 'count', targets: [target(2026, least('1000'))] };
    expect(progress(of, ['2026-Q2', '600']).state).toBe('not-comparable');
    expect(progress(of, ['2026-M06', '600']).state).toBe('not-comparable');
    expect(progress(of, ['2026-H2', '600']).state).toBe('not-comparable');
    // Half a year, 600 of 1000: 300 a quarter were made, 400 / 2 = 200 are needed.
    expect(progress(of, ['2026-H1', '600'])).toMatchObject({
      distance: '400',
      pace: { since: null, achieved: '300', needed: '200' },
      state: 'on-track',
    });
    // Nine months, 600: 200 a quarter, and 400 in the one that is left.
    expect(progress(of, ['2026-9M', '600'])).toMatchObject({
      pace: { achieved: '200', needed: '400' },
      state: 'behind',
    });
    expect(progress(of, ['2026', '1000'])).toMatchObject({ state: 'reached', distance: '0' });
    // The sum of half of 2025 is nothing against the year 2026; that of all of 2025 shows how far it is.
    expect(progress(of, ['2025-H1', '600']).state).toBe('not-comparable');
    expect(progress(of, ['2025', '800'], ['2024', '700'])).toMatchObject({
      distance: '200',
      // 100 in four quarters, 200 in the four that are left.
      pace: { since: '2024', achieved: '25', needed: '50' },
      state: 'behind',
    });
  });

  test('a most for the year is not reached by half a year that stays below it', () => {
    const of: Partial<Indicator> = {
      kind: 'count',
      direction: 'down',
      targets: [target(2026, { is: '<=', value: '10' })],
    };
    expect(progress(of, ['2026-H1', '4']).state).toBe('not-comparable');
    expect(progress(of, ['2026', '4']).state).toBe('reached');
  });
});

describe('pace', () => {
  const of = (value: string, year = 2026) => ({ targets: [target(year, least(value))] });

  test('what was made in a quarter against what every quarter has to make', () => {
    // 62 → 68 in a quarter; 80 − 68 = 12 in the two that are left.
    expect(progress(of('80'), ['2026-Q2', '68'], ['2026-Q1', '62'])).toMatchObject({
      pace: { since: '2026-Q1', achieved: '6', needed: '6' },
      state: 'on-track',
    });
    expect(progress(of('80'), ['2026-Q2', '67.99'], ['2026-Q1', '62'])).toMatchObject({
      pace: { achieved: '5.99', needed: '6.005' },
      state: 'behind',
    });
  });

  test('is held exactly, not as it is rounded', () => {
    expect(progress(of('1'), ['2026-Q1', '0.25'], ['2025-Q4', '0'])).toMatchObject({
      pace: { achieved: '0.25', needed: '0.25' },
      state: 'on-track',
    });
    expect(progress(of('1'), ['2026-Q1', '0.2499999999'], ['2025-Q4', '0'])).toMatchObject({
      pace: { achieved: '0.25', needed: '0.25' },
      state: 'behind',
    });
  });

  test('that would only touch an aim "more than" is not enough', () => {
    const more = { targets: [target(2026, { is: '>', value: '80' } as const)] };
    expect(progress(more, ['2026-Q2', '68'], ['2026-Q1', '62']).state).toBe('behind');
    expect(progress(more, ['2026-Q2', '68.01'], ['2026-Q1', '62']).state).toBe('on-track');
    expect(progress(more, ['2026-Q2', '80'], ['2026-Q1', '80']).state).toBe('behind');
  });

  test('downward, what shrinks is the way that is made', () => {
    const down: Partial<Indicator> = {
      direction: 'down',
      targets: [target(2026, { is: '<=', value: '50' })],
    };
    expect(progress(down, ['2026-Q2', '60'], ['2026-Q1', '70'])).toMatchObject({
      pace: { achieved: '10', needed: '5' },
      state: 'on-track',
    });
    expect(progress(down, ['2026-Q2', '60'], ['2026-Q1', '58'])).toMatchObject({
      pace: { achieved: '-2', needed: '5' },
      state: 'behind',
    });
  });

  test('is measured by how things stand across kinds of periods, by a ratio only within one', () => {
    const stock: Partial<Indicator> = { kind: 'amount', ...of('80') };
    // Three months from the end of March to the end of June.
    expect(progress(stock, ['2026-H1', '70'], ['2026-Q1', '65']).pace).toMatchObject({
      achieved: '5',
      needed: '5',
    });
    const ratio: Partial<Indicator> = { kind: 'ratio', ...of('80') };
    expect(progress(ratio, ['2026-H1', '70'], ['2026-Q1', '65'])).toMatchObject({
      pace: null,
      state: 'not-reached',
    });
    expect(progress(ratio, ['2026-Q2', '70'], ['2026-Q1', '65']).pace).toMatchObject({ achieved: '5' });
  });

  test('an earlier figure that is later, or none, tells nothing', () => {
    expect(progress(of('80'), ['2026-Q2', '70'], ['2026-Q2', '65']).pace).toBeNull();
    expect(progress(of('80'), ['2026-Q2', '70'], ['2026-Q3', '65']).pace).toBeNull();
    expect(progress(of('80'), ['2026-Q2', '70'], ['2026-Q1', null]).pace).toBeNull();
  });

  test('when the year is over, what was not reached is behind', () => {
    expect(progress(of('80'), ['2026-Q4', '79'], ['2026-Q3', '50'])).toMatchObject({
      pace: { achieved: '29', needed: null },
      state: 'behind',
    });
    expect(
      progress(of('80'), ['2026-Q3', '79'], undefined, { at: '2027-01-02T00:00:00.000Z' }),
    ).toMatchObject({
      state: 'behind',
      monthsLeft: 0,
    });
  });
});

describe('a ratio is held by its parts', () => {
  const of: Partial<Indicator> = { kind: 'ratio', unit: '%', targets: [target(2026, least('90'))] };
  const held = (numerator: string, denominator: string, earlier: readonly [string, string] | null = null) =>
    progressOf({
      indicator: indicator(of),
      // As it is shown, to two places.
      now: { period: period('2026-Q2'), value: '90', numerator, denominator },
      earlier: earlier && {
        ...{ period: period('2026-Q1'), value: '89.99' },
        ...{ numerator: earlier[0], denominator: earlier[1] },
      },
      at: '2026-07-01T00:00:00.000Z',
    });

  test('89.996 % has not reached 90, 90 % has', () => {
    expect(held('22499', '25000')).toMatchObject({ reached: false, distance: '0.004', state: 'not-reached' });
    expect(held('22500', '25000')).toMatchObject({ reached: true, distance: '0', state: 'reached' });
    expect(held('-22500', '-25000')).toMatchObject({ reached: true, distance: '0', state: 'reached' });
  });

  test('one in a thousand million too few is not enough, though the distance that is shown is nothing', () => {
    expect(held('899999999', '1000000000')).toMatchObject({ reached: false, distance: '0' });
    expect(held('900000001', '1000000000')).toMatchObject({ reached: true, distance: '0' });
  });

  test('so is how fast it goes', () => {
    // 89.994 → 89.996 %: 0.002 in a quarter, 0.004 to go in two. One dossier fewer and it is not enough.
    expect(held('44998', '50000', ['44997', '50000'])).toMatchObject({
      pace: { achieved: '0.002', needed: '0.002' },
      state: 'on-track',
    });
    expect(held('449979999', '500000000', ['449970000', '500000000'])).toMatchObject({
      pace: { achieved: '0.002', needed: '0.002' },
      state: 'behind',
    });
  });
});

describe('the last month of the year', () => {
  // 62 → 68 in a quarter; 12 in the two that are left.
  const of = { targets: [target(2026, least('80'))] };
  test.each([
    ['2026-12-01T00:00:00.000Z', 1, 'on-track'],
    ['2026-12-02T00:00:00.000Z', 0, 'on-track'],
    // 31 December, a second before midnight in Viet Nam, and midnight.
    ['2026-12-31T16:59:59.000Z', 0, 'on-track'],
    ['2026-12-31T17:00:00.000Z', 0, 'behind'],
    ['2027-01-01T00:00:00.000Z', 0, 'behind'],
  ])('at %s: %i whole months left, %s', (at, monthsLeft, state) => {
    expect(progress(of, ['2026-Q2', '68'], ['2026-Q1', '62'], { at })).toMatchObject({ monthsLeft, state });
  });
});
