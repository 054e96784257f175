import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { extremes, mapOfUnits, rowsOfGroup } from '../../../../web/pages/map/map-rows.ts';
import { periodMeant, toldPeriods } from '../../../../web/pages/map/told-periods.ts';
import { sortedRows, sortingIn, sortQuery } from '../../../../web/pages/ranking/ranking-order.ts';
import { comparedPeriod, rankingRows, regionsOf } from '../../../../web/pages/ranking/ranking-rows.ts';
import { scored } from './scored.ts';

const silent = { unit: 'province:99@2025', code: '99', name: '99' };
const rollup = {
  units: [scored('01', 1, '90', '9'), scored('02', 2, '80', '10'), scored('03', null, null, null)],
  coverage: { expected: 4, counted: 3, missing: [silent] },
};
const before = {
  units: [
    { ...silent, unit: 'province:01@2025', rank: 3 },
    { ...silent, unit: 'province:02@2025', rank: 2 },
    { ...silent, unit: 'province:03@2025', rank: 1 },
  ].map((each) => ({ ...each, value: '1', numerator: null, denominator: null, reason: null })),
};

describe('a ranking', () => {
  test('says how many places each rose, and nothing where there is nothing to compare', () => {
    expect(rankingRows(rollup, before).map(({ code, rose }) => [code, rose])).toEqual([
      ['01', 2],
      ['02', 0],
      ['03', null],
      ['99', null],
    ]);
    expect(rankingRows(rollup, null).every(({ rose }) => rose === null)).toBe(true);
  });

  test('names who did not submit, and never ranks them', () => {
    const last = rankingRows(rollup, before).at(-1);
    expect(last).toMatchObject({ code: '99', rank: null, total: null, why: 'not-submitted' });
  });

  test('is sorted by any column; what is not there is last in either order', () => {
    const rows = rankingRows(rollup, before);
    const codes = (by: string, order: 'ascending' | 'descending') =>
      sortedRows(rows, { by, order }).map(({ code }) => code);
    expect(codes('A', 'descending')).toEqual(['02', '01', '03', '99']);
    expect(codes('A', 'ascending')).toEqual(['01', '02', '03', '99']);
    expect(codes('hang', 'descending')).toEqual(['02', '01', '03', '99']);
    expect(codes('ma', 'descending')).toEqual(['99', '03', '02', '01']);
  });

  test('is sorted as its address says: by rank where it says nothing', () => {
    expect(sortingIn({})).toEqual({ by: 'hang', order: 'ascending' });
    expect(sortingIn({ xep: 'ma' })).toEqual({ by: 'ma', order: 'ascending' });
    expect(sortingIn({ xep: '-tong' })).toEqual({ by: 'tong', order: 'descending' });
  });

  test.each([
    ['points from the most', 'tong', 'hang', '-tong'],
    ['pressed again from the least', 'tong', '-tong', 'tong'],
    ['and again from the most', 'tong', 'tong', '-tong'],
    ['codes from the first', 'ma', '-tong', 'ma'],
    ['ranks from the first, which needs no word', 'hang', 'tong', null],
    ['ranks pressed again from the last', 'hang', 'hang', '-hang'],
    ['and back', 'hang', '-hang', null],
  ])('a column pressed sorts %s', (_, by, now, expected) => {
    expect(sortQuery(by, sortingIn({ xep: now }))).toEqual({ xep: expected });
  });

  // As binary floats both are 0.3.
  test('is exact where binary floats see no difference', () => {
    const close = [
      scored('01', 2, '0.3', '0.300000000000000001'),
      scored('02', 1, '0.3', '0.300000000000000002'),
    ];
    const rows = rankingRows({ ...rollup, units: close }, null).slice(0, 2);
    expect(sortedRows(rows, { by: 'A', order: 'descending' }).map(({ code }) => code)).toEqual(['02', '01']);
    expect(sortedRows(rows, { by: 'A', order: 'ascending' }).map(({ code }) => code)).toEqual(['01', '02']);
  });

  test('is filtered by the regions of its own map alone', () => {
    const region = (id: string, members: string[]) => ({
      id,
      names: { vi: id, en: id },
      from: '2025-07-01',
      to: null,
      members,
    });
    const regions = [region('now', ['province:01@2025']), region('before', ['province:01@2008'])];
    expect(regionsOf(regions, rankingRows(rollup, before)).map(({ id }) => id)).toEqual(['now']);
  });
});

describe('a map’s rows', () => {
  test('of a group: points, or that there are none, or that the unit did not submit', () => {
    const rows = rowsOfGroup(rollup, 'A').map(({ code, value, reason }) => [code, value, reason]);
    expect(rows).toEqual([
      ['01', '9', null],
      ['02', '10', null],
      ['03', null, 'missing'],
      ['99', null, 'not-submitted'],
    ]);
  });

  test('have the most and the least, also where binary floats see no difference', () => {
    const close = ['2', '3', '1'].map((last, at) =>
      scored(`0${at}`, null, '1', `0.30000000000000000${last}`),
    );
    const ends = extremes(rowsOfGroup({ ...rollup, units: close }, 'A'));
    expect([ends?.most.code, ends?.least.code]).toEqual(['01', '02']);
    expect(extremes(rowsOfGroup({ ...rollup, units: [] }, 'A'))).toBeNull();
  });

  test('are of today’s map when one of their units was formed on 2025-07-01', () => {
    expect(mapOfUnits([{ unit: 'province:01@2008' }, { unit: 'province:08@2025' }])).toBe('34');
    expect(mapOfUnits([{ unit: 'province:01@2008' }, { unit: 'province:08@2008' }])).toBe('63');
  });
});

describe('periods to choose from', () => {
  const item = (period: string, counted: number) => ({
    period,
    catalog: 'c',
    map: { day: null, units: 1 },
    coverage: { expected: 1, counted, missing: [] },
    national: null,
    ranked: 0,
    units: [],
  });
  const told = toldPeriods([
    { items: [item('2026-Q3', 1), item('2026-Q4', 0)] },
    { items: [item('2023', 1), item('2024', 1)] },
  ]);

  test('stand in the order of time, each with the one of its kind before it', () => {
    expect(told.map(({ item: { period }, before: earlier }) => [period, earlier?.period ?? null])).toEqual([
      ['2023', null],
      ['2024', '2023'],
      ['2026-Q3', null],
      ['2026-Q4', '2026-Q3'],
    ]);
  });

  test('the one that is asked for is shown, else the latest of which there are figures', () => {
    const meant = (period: string | null) =>
      periodMeant(told, period, catalog.everyForm, '2026-10-14')?.item.period;
    expect(meant('2024')).toBe('2024');
    expect(meant(null)).toBe('2026-Q3');
    expect(meant('1999')).toBe('2026-Q3');
    expect(periodMeant([], null, [], '2026-10-14')).toBeUndefined();
  });
});

test('ranks are compared with the period before only where half of the units reported in both', () => {
  const of = (counted: number) => ({ coverage: { expected: 34, counted, missing: [] } }) as never;
  const before = of(34);
  expect(comparedPeriod(of(17), before)).toBe(before);
  expect(comparedPeriod(of(16), before)).toBe('too-few');
  expect(comparedPeriod(of(34), of(1))).toBe('too-few');
  expect(comparedPeriod(of(34), null)).toBeNull();
});
