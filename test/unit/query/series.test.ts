import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Basis } from '../../../shared/aggregation/basis.ts';
import { type SeriesPoint, seriesPointsOf } from '../../../shared/aggregation/series-point.ts';
import { packedPoint, pointIn } from '../../../shared/aws/series-codec.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { mergedIn } from '../../../shared/query/read-series.ts';
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
const told = (points: readonly PointGiven[], basis: Basis, unit: string) =>
  yearsOf(points, { basis, today: '2026-09-14' })[0]?.units.find((each) => each.unit === unit);

describe('quarters combined to a year', () => {
  test('a flow is added up; on today’s map with what the predecessors had', () => {
    const points = year2025('late', (quarter) => figure('late', String(quarter)));
    expect(told(points, 'current', haNoi)).toMatchObject({ value: '10', reason: null });
    // By hand: 1 + 1 in the first quarter, 2 + 2 in the second, then 3 and 4 of the merged unit.
    expect(told(points, 'current', giaLai)).toMatchObject({ value: '13' });
  });

  test('as reported a unit that lived for half of the year has no year', () => {
    const points = year2025('late', (quarter) => figure('late', String(quarter)));
    for (const unit of [binhDinh, oldGiaLai, giaLai]) {
      expect(told(points, 'as-reported', unit)).toMatchObject({ value: null, reason: 'parts-missing' });
    }
    expect(told(points, 'as-reported', haNoi)).toMatchObject({ value: '10' });
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
