import { describe, expect, test } from '@jest/globals';
import type { Observation } from '../../../shared/observations/observation.ts';
import { pagesOf } from '../../../shared/observations/page.ts';
import { readCarriedArea } from '../../../shared/query/read-carried-area.ts';
import type { Identity } from '../../../shared/submissions/rights.ts';
import type { SlotKey } from '../../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../../shared/submissions/store.ts';
import { catalog, form } from '../aggregation/rounds.ts';

/** Bình Định reported by ward in 2024. Its wards 21589 and 21991 became Quy Nhơn Tây; 21997 was divided. */
const binhDinh = 'province:52@2008';
const giaLai = 'province:52@2025';
const at = '2026-09-14T02:00:00.000Z';

const told = (area: string, indicator: string, number: string, of?: string): Observation => ({
  unit: binhDinh,
  period: '2024',
  area,
  indicator,
  value: of === undefined ? number : null,
  numerator: of === undefined ? null : number,
  denominator: of ?? null,
  status: 'reported',
  approximate: false,
  note: null,
  at: { sheet: null, cell: 'A1' },
});
const observations = [
  told('ward:21589', 'population', '100'),
  told('ward:21991', 'population', '300'),
  told('ward:21589', 'on-time', '1', '2'),
  told('ward:21991', 'on-time', '90', '98'),
  told('ward:21589', 'grdp-per-head', '80'),
  told('ward:21991', 'grdp-per-head', '40'),
  told('ward:21997', 'population', '50'),
  told('ward:21643', 'population', '7'),
];

const submissions = {
  slots: async (keys: readonly SlotKey[]) =>
    new Map(
      keys
        .filter(({ unit }) => unit === binhDinh)
        .map((key) => [key.unit, { standing: { submission: 's' } }]),
    ),
  pagesOf: async (asked: readonly { id: string }[]) =>
    new Map(asked.map(({ id }) => [id, pagesOf(observations, form)])),
} as unknown as SubmissionStore;

const person = (unit: string): Identity => ({ subject: 'somebody', unit, roles: ['reporter'] });
const read = (area: string, { unit = giaLai, who = person(giaLai) } = {}) =>
  readCarriedArea(
    { unit, area, form: form.code, period: '2024', asOf: null, at, who },
    { catalog, submissions },
  );

describe('a commune of today in a period of wards', () => {
  test('has what its wards reported, as one', async () => {
    const { from, items } = await read('commune:21589', { unit: '52' });
    expect(from).toEqual([
      { area: 'ward:21589', divided: false },
      { area: 'ward:21991', divided: false },
    ]);
    const of = (id: string) => items.find(({ indicator }) => indicator === id);
    expect(of('population')).toMatchObject({ value: '400', reason: null, status: 'reported', counted: 2 });
    expect(of('on-time')).toMatchObject({ numerator: '91', denominator: '100', value: '91' });
    // By hand: (80 × 100 + 40 × 300) / 400 = 50.
    expect(of('grdp-per-head')).toMatchObject({ value: '50' });
    expect(of('late')).toMatchObject({ value: null, reason: 'missing' });
  });

  test('has none where a ward of it was divided, and says which', async () => {
    const { from, items } = await read('commune:21997');
    expect(from).toEqual([{ area: 'ward:21997', divided: true }]);
    expect(items[0]).toMatchObject({ indicator: 'population', value: null, reason: 'not-additive' });
  });

  test('has none where one of its wards reported nothing', async () => {
    const { items } = await read('commune:21655');
    expect(items[0]).toMatchObject({ value: null, reason: 'parts-missing', counted: 1, expected: 3 });
  });
});

describe('is refused', () => {
  test.each([
    ['a commune of which nothing stands', 'commune:21601', {}, 'not-found'],
    ['a ward, which is none of today', 'ward:21589', {}, 'not-found'],
    ['a commune of another province', 'commune:00004', {}, 'not-found'],
    ['a unit that is none of today', 'commune:21589', { unit: binhDinh }, 'unit-unknown'],
    ['another unit’s people', 'commune:21589', { who: person('province:01@2008') }, 'not-found'],
  ])('%s', async (_what, area, more, code) => {
    await expect(read(area, more)).rejects.toThrow(code);
  });
});
