import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RollupStore } from '../../../shared/aggregation/aggregate-period.ts';
import type { Basis } from '../../../shared/aggregation/basis.ts';
import {
  type SeriesColumns,
  type SeriesPoint,
  type SeriesReason,
  seriesPointsOf,
} from '../../../shared/aggregation/series-point.ts';
import { packedPoint, pointIn } from '../../../shared/aws/series-codec.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { mergedIn, readSeries, type SeriesAsk } from '../../../shared/query/read-series.ts';
import { yearsOf } from '../../../shared/query/series-by-year.ts';
import { type PointGiven, seriesItem } from '../../../shared/query/series-view.ts';
import {
  figure,
  mergerAhead,
  roundOf,
  together,
  form as yearForm,
  catalog as yearly,
} from '../aggregation/rounds.ts';

const form: Form = { ...yearForm, periodKind: 'quarter' };
const catalog = { ...yearly, forms: new Map([[form.code, form]]), everyForm: [form] };
const [binhDinh, oldGiaLai, giaLai, haNoi] = [
  'province:52@2008',
  'province:64@2008',
  'province:52@2025',
  'province:01@2008',
];

/** A point of an indicator's series in a quarter, kept and read again. */
function pointOf(id: string, quarter: string, figures: Record<string, Figure[]>): PointGiven {
  const period = periodOf(quarter);
  if (!period) throw new Error(quarter);
  const round = { ...roundOf(figures, { period, given: form }), catalog };
  const found = seriesPointsOf(round).find(
    ({ subject }) => 'indicator' in subject && subject.indicator === id,
  );
  const point = pointIn(packedPoint(found?.point as SeriesPoint));
  return { point, form, period, catalog, indicator: catalog.indicators.get(id) as Indicator };
}

/** The four quarters of 2025, in the middle of which Bình Định and Gia Lai became one. */
function year2025(id: string, figuresOf: (quarter: number) => Figure): PointGiven[] {
  return [1, 2, 3, 4].map((quarter) => {
    const own = [figuresOf(quarter)];
    const units = quarter <= 2 ? { [binhDinh]: own, [oldGiaLai]: own } : { [giaLai]: own };
    return pointOf(id, `2025-Q${quarter}`, { ...units, [haNoi]: own });
  });
}
const today = '2026-09-14';
const asReported = { basis: 'as-reported', today } as const;

/** The point with another fate of a unit: no figure, and why. */
function withReason(given: PointGiven, id: string, reason: SeriesReason): PointGiven {
  const without = (columns: SeriesColumns): SeriesColumns => {
    const at = columns.units.indexOf(id);
    const blank = <T>(column: (T | null)[] | null) =>
      column?.map((each, place) => (place === at ? null : each));
    const [numerator, denominator, value] = [columns.numerator, columns.denominator, columns.value].map(
      blank,
    );
    const missing = columns.missing.filter((place) => place !== at);
    return {
      ...columns,
      ...{ numerator: numerator ?? null, denominator: denominator ?? null, value: value ?? null },
      reasons: { ...columns.reasons, [reason]: [...(columns.reasons[reason] ?? []), at] },
      missing: reason === 'not-submitted' ? [...missing, at] : missing,
    };
  };
  const { later, ...point } = given.point;
  const changed = {
    ...point,
    'as-reported': without(point['as-reported']),
    ...(later ? { later: later.map((each) => ({ ...each, columns: without(each.columns) })) } : {}),
  };
  return { ...given, point: changed };
}

const told = (points: readonly PointGiven[], basis: Basis, unit: string) =>
  yearsOf(points, { basis, today })[0]?.units.find((each) => each.unit === unit);

describe('quarters combined to a year', () => {
  test('a flow is added up; on today’s map with what the predecessors had', () => {
    const points = year2025('late', (quarter) => figure('late', String(quarter)));
    expect(told(points, 'current', haNoi)).toMatchObject({ value: '10', reason: null });
    // By hand: 1 + 1 in the first quarter, 2 + 2 in the second, then 3 and 4 of the merged unit.
    expect(told(points, 'current', giaLai)).toMatchObject({ value: '13' });
  });

  test('as reported a unit that lived for half of the year has no year, and is not missing on its map', () => {
    const points = year2025('late', (quarter) => figure('late', String(quarter)));
    for (const unit of [binhDinh, oldGiaLai, giaLai]) {
      expect(told(points, 'as-reported', unit)).toMatchObject({ value: null, reason: 'lived-part-of-year' });
    }
    expect(told(points, 'as-reported', haNoi)).toMatchObject({ value: '10' });
    const [year] = yearsOf(points, asReported);
    // The map of 14 December 2025, the end of its window, or of the 31st: 34 units, not the 86 that lived in 2025.
    expect(year?.map.units).toBe(34);
    expect(year?.coverage).toMatchObject({ expected: 34, counted: 2 });
    const missing = year?.coverage.missing.map(({ unit }) => unit) ?? [];
    expect(missing).toHaveLength(32);
    for (const unit of [haNoi, binhDinh, oldGiaLai, giaLai]) expect(missing).not.toContain(unit);
    // Also where only the first half has been reported, before the merger.
    const [half] = yearsOf(points.slice(0, 2), asReported);
    expect(half).toMatchObject({ map: { units: 34 }, coverage: { expected: 34, counted: 0 } });
    expect(half?.units.find(({ unit }) => unit === giaLai)?.reason).toBe('lived-part-of-year');
  });

  test('of a stock the unit has one that lived in the last quarter', () => {
    const points = year2025('speed', (quarter) => figure('speed', String(quarter * 10)));
    expect(told(points, 'as-reported', giaLai)).toMatchObject({ value: '40', reason: null });
    expect(told(points, 'as-reported', binhDinh)).toMatchObject({
      value: null,
      reason: 'lived-part-of-year',
    });
  });

  test('a quarter for which there is nothing to report is not expected', () => {
    const given = year2025('late', (quarter) => figure('late', String(quarter)));
    const nilIn = (quarters: readonly number[]) =>
      given.map((one, at) => (quarters.includes(at + 1) ? withReason(one, haNoi, 'nil') : one));
    // By hand: 1 + 3 + 4.
    expect(told(nilIn([2]), 'current', haNoi)).toMatchObject({ value: '8', reason: null });
    expect(told(nilIn([1, 2, 3, 4]), 'current', haNoi)).toMatchObject({ value: null, reason: 'nil' });
  });

  test.each(['not-applicable', 'missing', 'not-submitted', 'nil'] as const)(
    'a reason of all four quarters is the year’s: %s',
    (reason) => {
      for (const id of ['late', 'on-time', 'speed']) {
        const points = year2025(id, () => figure(id, '1', id === 'on-time' ? '2' : undefined));
        const without = points.map((one) => withReason(one, haNoi, reason));
        expect(told(without, 'current', haNoi)).toMatchObject({ value: null, reason });
        // Two reasons, or a figure beside it, are none.
        const mixed = [...without.slice(0, 3), points[3] as PointGiven];
        const value = told(mixed, 'current', haNoi);
        if (id === 'speed' || reason === 'nil' || reason === 'not-applicable') {
          expect(value?.reason).toBeNull();
        } else expect(value?.reason).toBe('parts-missing');
      }
    },
  );

  test('who did not report a quarter is missing, who had no figure in it is not', () => {
    const given = year2025('late', (quarter) => figure('late', String(quarter)));
    const missingWith = (reason: SeriesReason) => {
      const points = given.map((one, at) => (at === 1 ? withReason(one, haNoi, reason) : one));
      const [year] = yearsOf(points, { basis: 'current', today });
      return year?.coverage.missing.some(({ unit }) => unit === haNoi);
    };
    expect(missingWith('not-submitted')).toBe(true);
    expect(missingWith('missing')).toBe(false);
    expect(missingWith('nil')).toBe(false);
  });

  test('a ratio is divided anew from the parts of the year', () => {
    const points = year2025('on-time', (quarter) => figure('on-time', String(quarter), '4'));
    // By hand: (1 + 2 + 3 + 4) / 16 = 62.5 %.
    expect(told(points, 'current', haNoi)).toMatchObject({
      numerator: '10',
      denominator: '16',
      value: '62.5',
    });
  });

  test('a stock is that of the last quarter', () => {
    const points = year2025('speed', (quarter) => figure('speed', String(quarter * 10)));
    expect(told(points, 'current', haNoi)).toMatchObject({ value: '40' });
    expect(told(points.slice(0, 3), 'current', haNoi)).toMatchObject({
      value: null,
      reason: 'parts-missing',
    });
  });

  test('a year that lacks a quarter, and what does not add up over time, have a reason and no value', () => {
    const flow = year2025('late', (quarter) => figure('late', String(quarter))).slice(1);
    expect(told(flow, 'current', haNoi)).toMatchObject({ value: null, reason: 'parts-missing' });
    const index = year2025('index', () => figure('index', '0.5'));
    expect(told(index, 'current', haNoi)).toMatchObject({ value: null, reason: 'not-additive' });
  });
});

describe('by year, whatever is asked for', () => {
  const given = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'].map((quarter) =>
    pointOf('late', quarter, { [haNoi]: [figure('late', '1')] }),
  );
  const read = async (from: string | null, to: string | null, held: readonly PointGiven[] = given) => {
    const points = held.map(({ point }) => point);
    const rollups = {
      points: async (_of: object, range: { from: string; to: string }) =>
        points.filter(({ period }) => period >= range.from && period <= range.to).slice(-100),
    } as unknown as RollupStore;
    const ask = {
      subject: { form: form.code, indicator: 'late' },
      units: [haNoi],
      basis: 'current',
    } as const;
    const { items } = await readSeries(
      { ...ask, from, to, by: 'year', at: `${today}T00:00:00.000Z` },
      { catalog, rollups },
    );
    return items.map(({ period, units: [unit] }) => [period, unit?.value, unit?.reason]);
  };
  const year2025 = ['2025', '4', null];
  const year2026 = ['2026', null, 'parts-missing'];

  test('a part of a year is read as the whole year, and a year by its code', async () => {
    expect(await read('2025-Q3', '2025-Q4')).toEqual([year2025]);
    expect(await read('2025', '2025')).toEqual([year2025]);
    expect(await read('2025', '2026')).toEqual([year2025, year2026]);
    expect(await read('2025-Q4', null)).toEqual([year2025, year2026]);
    expect(await read(null, '2025-Q1')).toEqual([year2025]);
    expect(await read(null, null)).toEqual([year2025, year2026]);
    expect(await read('2027', '2027')).toEqual([]);
  });

  test('quarters and years are not mixed in one question', async () => {
    await expect(read('2025', '2025-Q4')).rejects.toThrow('parameter-malformed');
  });

  test('the oldest year is not told by halves where only so many points are read', async () => {
    // 26 years with all quarters but the last year's two: of 102 points the newest 100 begin in the third quarter of 2023.
    const [first] = given as [PointGiven];
    const many = Array.from({ length: 102 }, (_, at): PointGiven => {
      const code = `${2023 + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
      return { ...first, point: { ...first.point, period: code } };
    });
    const items = await read(null, null, many);
    expect([items[0], items.length]).toEqual([['2024', '4', null], 25]);
  });
});

describe('the marks of a change of territory', () => {
  const points = year2025('late', () => figure('late', '1'));

  test('name the day, the new unit and what it was formed from', () => {
    expect(mergedIn(points, [giaLai], catalog)).toEqual([
      {
        unit: giaLai,
        code: '52',
        name: 'Tỉnh Gia Lai',
        on: '2025-07-01',
        from: [
          { unit: binhDinh, code: '52', name: 'Tỉnh Bình Định' },
          { unit: oldGiaLai, code: '64', name: 'Tỉnh Gia Lai' },
        ],
      },
    ]);
    expect(mergedIn(points, [binhDinh], catalog).map(({ unit }) => unit)).toEqual([giaLai]);
    // 23 units were formed by merger (NQ 202/2025/QH15).
    expect(mergedIn(points, null, catalog)).toHaveLength(23);
  });

  test('are none where the map did not change', () => {
    expect(mergedIn(points.slice(0, 2), null, catalog)).toEqual([]);
    expect(mergedIn(points, [haNoi], catalog)).toEqual([]);
  });
});

describe('units without a figure', () => {
  const given = { [binhDinh]: [figure('on-time', '0', '0')], [haNoi]: [figure('on-time', '9', '10')] };
  const point = pointOf('on-time', '2025-Q1', given);
  const fateOf = (items: readonly { unit: string; reason: string | null }[], id: string) =>
    items.find(({ unit }) => unit === id)?.reason;

  test('0 of 0 counts, and is not among the ranked, whichever units are told', async () => {
    const { coverage, ranked, units } = seriesItem(point, asReported);
    expect([coverage.counted, ranked]).toEqual([2, 1]);
    expect(units.find(({ unit }) => unit === binhDinh)).toMatchObject({ value: null, rank: null });
    const rollups = { points: async () => [point.point] } as unknown as RollupStore;
    const ask = { from: null, to: null, basis: 'as-reported', by: 'period', at: '2026-09-14T00:00:00.000Z' };
    const { items } = await readSeries(
      { ...ask, subject: { form: form.code, indicator: 'on-time' }, units: [haNoi] } as SeriesAsk,
      { catalog, rollups },
    );
    expect(items.map((item) => [item.ranked, item.units.length])).toEqual([[1, 1]]);
  });

  test('have not submitted what they owe; what is published for them has not been published', () => {
    expect(fateOf(seriesItem(point, asReported).units, oldGiaLai)).toBe('not-submitted');
    const published = { ...point, form: { ...form, owed: false as const, unitKind: 'ministry' as const } };
    const { units } = seriesItem(published, asReported);
    expect(fateOf(units, oldGiaLai)).toBe('not-published');
    expect(fateOf(units, binhDinh)).toBe('no-denominator');
  });
});

describe('a point that is kept', () => {
  test('is read as it was, whatever was reported', () => {
    const value = fc.stringMatching(/^-?[1-9][0-9]{0,20}(\.[0-9]{1,6})?$/);
    fc.assert(
      fc.property(fc.option(value), fc.option(value), (one, two) => {
        const given = {
          ...(one === null ? {} : { [binhDinh]: [figure('late', one)] }),
          ...(two === null ? {} : { [haNoi]: [figure('late', two)] }),
        };
        const { units } = seriesItem(pointOf('late', '2025-Q1', given), {
          basis: 'as-reported',
          today: '2026-09-14',
        });
        const unitIn = (id: string) => units.find(({ unit }) => unit === id);
        expect(unitIn(binhDinh)).toMatchObject({
          value: one,
          reason: one === null ? 'not-submitted' : null,
        });
        expect(unitIn(haNoi)).toMatchObject({ value: two, reason: two === null ? 'not-submitted' : null });
      }),
      { numRuns: 30 },
    );
  });

  test('on several later maps is told on the one of the day', () => {
    const late = catalog.indicators.get('late') as Indicator;
    const period = periodOf('2025-Q1') as Period;
    const given = { [binhDinh]: [figure('late', '1')], [oldGiaLai]: [figure('late', '2')] };
    const ahead = { ...catalog, units: mergerAhead.units };
    const round = { ...roundOf(given, { period, given: form }), catalog: ahead };
    const found = seriesPointsOf(round).find(
      ({ subject }) => 'indicator' in subject && subject.indicator === 'late',
    );
    const point = pointIn(packedPoint(found?.point as SeriesPoint));
    const on = (today: string) =>
      seriesItem({ point, form, period, indicator: late, catalog: ahead }, { basis: 'current', today });
    const told = (today: string, id: string) => on(today).units.find(({ unit }) => unit === id)?.value;
    expect([on('2025-06-30').units.length, told('2025-06-30', binhDinh)]).toEqual([63, '1']);
    // By hand: 1 + 2; Đắk Lắk and Phú Yên, which merged with them then, have reported nothing.
    expect([on('2026-12-31').units.length, told('2026-12-31', giaLai)]).toEqual([34, '3']);
    expect([on('2027-01-01').units.length, told('2027-01-01', together)]).toEqual([33, null]);
  });
});
