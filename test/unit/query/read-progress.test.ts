import { expect, test } from '@jest/globals';
import { storedRound } from '../../../shared/aggregation/stored-round.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { type ProgressQuery, readProgress } from '../../../shared/query/read-progress.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { figure, catalog as given, roundOf, year } from '../aggregation/rounds.ts';

const haNoi = 'province:01@2008';
const giaLai = 'province:52@2025';
const [oldGiaLai, binhDinh] = ['province:64@2008', 'province:52@2008'];

/** By the end of 2026 four of five dossiers are to be settled on time. */
const onTime = {
  ...(given.indicators.get('on-time') as Indicator),
  targets: [{ year: 2026, aim: { is: '>=' as const, value: '80' }, text: '≥ 80', source: 'thử' }],
};
const catalog = { ...given, indicators: new Map(given.indicators).set('on-time', onTime) };

const rounds: Record<string, Record<string, Figure[]>> = {
  '2022': { [haNoi]: [figure('on-time', '22499', '28125')] },
  '2023': {
    [haNoi]: [figure('on-time', '50', '100')],
    [oldGiaLai]: [figure('on-time', '10', '100')],
    [binhDinh]: [figure('on-time', '60', '300')],
  },
  '2025': {
    [haNoi]: [figure('on-time', '70', '100')],
    [giaLai]: [figure('on-time', '90', '100')],
  },
};
const rollups = {
  rounds: async (names: readonly { period: string }[]) =>
    names.flatMap(({ period }) => {
      const figures = rounds[period];
      return figures ? [storedRound(roundOf(figures, { period: year(period) }))] : [];
    }),
  putRound: async () => 'written' as const,
};
const ask = (more: Partial<ProgressQuery> = {}, under = catalog) =>
  readProgress(
    {
      ...{ form: 'thu', period: '2025', indicator: 'on-time', basis: 'current' },
      at: '2026-01-02T00:00:00.000Z',
      ...more,
    },
    { catalog: under, rollups },
  );

test('the nation and each unit against the target, on today’s map', async () => {
  const view = await ask();
  expect(view).toMatchObject({
    target: { year: 2026, aim: { is: '>=', value: '80' } },
    monthsLeft: 11,
    coverage: { expected: 34, counted: 2 },
    // 160 of 200 in 2025; 120 of 500 in 2023.
    national: { value: '80', state: 'reached', distance: '0', counted: 2 },
  });
  const byUnit = new Map(view.units.map((each) => [each.unit, each]));
  expect([...byUnit.keys()]).toEqual([haNoi, giaLai]);
  // 50 → 70 in eight quarters: 2.5 each; ten more in four.
  expect(byUnit.get(haNoi)).toMatchObject({
    value: '70',
    distance: '10',
    pace: { since: '2023', achieved: '2.5', needed: '2.5' },
    state: 'on-track',
  });
  // Its predecessors had 10 of 100 and 60 of 300: 17.5 %. 90 − 17.5 = 72.5 in eight quarters.
  expect(byUnit.get(giaLai)).toMatchObject({ state: 'reached', pace: { since: '2023', achieved: '9.0625' } });
});

test('as it was reported, a unit of today has no figure of before', async () => {
  const view = await ask({ basis: 'as-reported', unit: giaLai });
  expect(view.units).toMatchObject([{ unit: giaLai, code: '52', pace: null, state: 'reached' }]);
});

test('one unit by its code, also where it has not reported', async () => {
  expect((await ask({ unit: '01' })).units).toMatchObject([{ unit: haNoi, state: 'on-track' }]);
  expect((await ask({ unit: '48' })).units).toMatchObject([
    { code: '48', value: null, reason: 'not-submitted', state: 'not-a-number' },
  ]);
  const form = { ...(given.forms.get('thu') as Form), owed: false as const, unitKind: 'ministry' as const };
  const published = { ...catalog, forms: new Map([['thu', form]]), everyForm: [form] };
  expect((await ask({ unit: '48' }, published)).units).toMatchObject([{ reason: 'not-published' }]);
});

test('a share that is rounded to its aim has not reached it', async () => {
  // 22499 of 28125 are 79.9964 %, which is shown as 80.
  const view = await ask({ period: '2022' });
  expect(view.units).toMatchObject([
    { unit: haNoi, value: '80', reached: false, distance: '0.0036', state: 'not-reached' },
  ]);
});

test('a period in which nobody has reported, an indicator without a target', async () => {
  expect(await ask({ period: '2024' })).toMatchObject({
    national: { value: null, reason: 'missing', state: 'not-a-number', counted: 0 },
    units: [],
  });
  expect(await ask({ indicator: 'late' })).toMatchObject({
    target: null,
    monthsLeft: null,
    national: { state: 'no-target' },
  });
});

test('what does not exist is refused', async () => {
  const refused = async (more: Partial<ProgressQuery>) => {
    const error = await ask(more).catch((reason: unknown) => reason);
    return error instanceof Refusal ? error.code : undefined;
  };
  expect(await refused({ form: 'khong-co' })).toBe('form-unknown');
  expect(await refused({ period: '2025-Q1' })).toBe('period-unknown');
  expect(await refused({ indicator: 'khong-co' })).toBe('not-found');
  expect(await refused({ unit: '99' })).toBe('unit-unknown');
});
