import { describe, expect, test } from '@jest/globals';
import { laterMaps, placed } from '../../../shared/aggregation/basis.ts';
import { coverageDocument } from '../../../shared/aggregation/punctuality.ts';
import { rollUpIndicator } from '../../../shared/aggregation/roll-up.ts';
import type { Round } from '../../../shared/aggregation/round.ts';
import { rollUpScorecard } from '../../../shared/aggregation/score-round.ts';
import { roundFrom, storedRound } from '../../../shared/aggregation/stored-round.ts';
import type { Indicator, Scorecard, Unit } from '../../../shared/catalog/schema.ts';
import {
  catalog,
  figure,
  meanCard,
  mergerAhead,
  onTimeCard,
  reportedCard,
  roundOf,
  together,
  year,
} from './rounds.ts';

/** Bình Định and Gia Lai became Gia Lai on 2025-07-01 (NQ 202/2025/QH15); Hà Nội stayed as it was. */
const binhDinh = 'province:52@2008';
const oldGiaLai = 'province:64@2008';
const giaLai = 'province:52@2025';
const haNoi = 'province:01@2008';
const dakLak = 'province:66@2025';

const today = '2026-09-14';
const of = (id: string) => catalog.indicators.get(id) as Indicator;
const rolled = (round: Round, id: string, basis: 'as-reported' | 'current') =>
  rollUpIndicator(placed(round, basis, today), of(id));
const unitIn = <T extends { unit: string }>(document: { units: T[] }, unit: string) =>
  document.units.find((each) => each.unit === unit);

describe('an indicator on today’s map', () => {
  const round = roundOf({
    [binhDinh]: [
      figure('population', '1508322'),
      figure('grdp-per-head', '80.11'),
      figure('on-time', '1', '2'),
      figure('speed', '100'),
      figure('late', '3'),
    ],
    [oldGiaLai]: [
      figure('population', '1613943'),
      figure('grdp-per-head', '70.5'),
      figure('on-time', '90', '98'),
      figure('speed', '40'),
      figure('late', '9'),
    ],
    [haNoi]: [figure('population', '8587100'), figure('late', '10')],
  });

  test('additive figures are summed over predecessors, and each predecessor stands beside the sum', () => {
    // By hand: 1508322 + 1613943 = 3122265.
    expect(unitIn(rolled(round, 'population', 'current'), giaLai)).toMatchObject({
      code: '52',
      name: 'Tỉnh Gia Lai',
      value: '3122265',
      reason: null,
      predecessors: [
        { unit: binhDinh, code: '52', name: 'Tỉnh Bình Định', value: '1508322', reason: null },
        { unit: oldGiaLai, code: '64', name: 'Tỉnh Gia Lai', value: '1613943' },
      ],
    });
  });

  test('a ratio is divided anew from summed parts, never averaged', () => {
    expect(unitIn(rolled(round, 'on-time', 'current'), giaLai)).toMatchObject({
      numerator: '91',
      denominator: '100',
      value: '91',
    });
  });

  test('a value per head is weighed by the heads', () => {
    // By hand: 80.11 × 1508322 + 70.5 × 1613943 = 120831675.42 + 113782981.5 = 234614656.92; over 3122265 heads.
    expect(unitIn(rolled(round, 'grdp-per-head', 'current'), giaLai)).toMatchObject({
      numerator: '234614656.92',
      denominator: '3122265',
      value: '75.14',
    });
  });

  test('what cannot be carried over has no value, and says so', () => {
    expect(unitIn(rolled(round, 'speed', 'current'), giaLai)).toMatchObject({
      value: null,
      reason: 'not-additive',
      predecessors: [{ value: '100' }, { value: '40' }],
    });
  });

  test('the nation is the same on both bases, from what was really reported', () => {
    const national = { value: '11709365', counted: 3, expected: 63 };
    for (const basis of ['as-reported', 'current'] as const) {
      expect(rolled(round, 'population', basis).national).toMatchObject(national);
    }
  });

  test('regions are those of the map, and together they are the nation', () => {
    for (const [basis, count] of [
      ['as-reported', 6],
      ['current', 6],
    ] as const) {
      const { regions } = rolled(round, 'population', basis);
      expect(regions).toHaveLength(count);
      const reported = regions
        .filter(({ value }) => value !== null)
        .map(({ value }) => BigInt(value as string));
      expect(reported.reduce((sum, value) => sum + value, 0n)).toBe(11709365n);
    }
  });

  test('ranks are made anew, with the direction of the indicator', () => {
    const before = rolled(round, 'late', 'as-reported').units.map(({ unit, rank }) => [unit, rank]);
    expect(before).toEqual([
      [haNoi, 3],
      [binhDinh, 1],
      [oldGiaLai, 2],
    ]);
    // 3 + 9 = 12 of the merged unit are more than the 10 of Hà Nội: fewer is better.
    expect(rolled(round, 'late', 'current').units.map(({ unit, rank }) => [unit, rank])).toEqual([
      [haNoi, 1],
      [giaLai, 2],
    ]);
  });
});

describe('a predecessor that did not report', () => {
  const round = roundOf({ [oldGiaLai]: [figure('population', '1613943'), figure('on-time', '90', '98')] });

  test('leaves the merged unit without a value, and is named', () => {
    const document = rolled(round, 'population', 'current');
    expect(unitIn(document, giaLai)).toMatchObject({
      value: null,
      reason: 'parts-missing',
      rank: null,
      predecessors: [
        { unit: binhDinh, reason: 'not-submitted' },
        { unit: oldGiaLai, reason: null },
      ],
    });
    expect(document.coverage).toMatchObject({ expected: 34, counted: 0 });
    const published = {
      ...round,
      form: { ...round.form, owed: false as const, unitKind: 'ministry' as const },
    };
    expect(unitIn(rolled(published, 'population', 'current'), giaLai)?.predecessors).toMatchObject([
      { unit: binhDinh, reason: 'not-published' },
      { unit: oldGiaLai, reason: null },
    ]);
    expect(document.coverage.missing.find(({ unit }) => unit === giaLai)).toEqual({
      unit: giaLai,
      code: '52',
      name: 'Tỉnh Gia Lai',
      predecessors: [{ unit: binhDinh, code: '52', name: 'Tỉnh Bình Định' }],
    });
    expect(document.national).toMatchObject({ value: '1613943', counted: 1, expected: 63 });
  });

  test('leaves its points untold: not zero', () => {
    const document = rollUpScorecard(placed(round, 'current', today), onTimeCard);
    expect(unitIn(document, giaLai)).toMatchObject({
      total: null,
      totalReason: 'parts-missing',
      rank: null,
      groups: { R: null },
      indicators: { 'on-time': { points: null, pointsReason: 'parts-missing' } },
    });
    const points = { ...onTimeCard, merged: 'mean' as const };
    expect(unitIn(rollUpScorecard(placed(round, 'current', today), points), giaLai)).toMatchObject({
      total: null,
      totalReason: 'parts-missing',
      groups: { R: null },
    });
  });

  test('makes the merged unit missing in the coverage, with who it is', () => {
    const document = coverageDocument(placed(round, 'current', today), '2026-01-01T00:00:00.000Z');
    expect(document).toMatchObject({ basis: 'current', expected: 34, counted: 0, counts: { missing: 34 } });
    expect(unitIn(document, giaLai)?.predecessors?.map(({ state }) => state)).toEqual([
      'missing',
      'reported',
    ]);
  });
});

describe('a scorecard on today’s map', () => {
  const round = roundOf({
    [binhDinh]: [figure('on-time', '1', '2'), figure('speed', '7'), figure('index', '0.7')],
    [oldGiaLai]: [figure('on-time', '90', '98'), figure('speed', '8'), figure('index', '0.6001')],
    [haNoi]: [figure('on-time', '92', '100'), figure('speed', '9'), figure('index', '0.66')],
  });
  const scored = (card: Scorecard) => rollUpScorecard(placed(round, 'current', today), card);

  test('is scored from carried figures, and ranked anew', () => {
    // 91/100 × 20 = 18.2, behind 18.4 of Hà Nội; the predecessors had 10 and 18.37.
    expect(scored(onTimeCard).units).toMatchObject([
      { unit: haNoi, rank: 1, total: '18.4' },
      {
        unit: giaLai,
        rank: 2,
        total: '18.2',
        predecessors: [
          { unit: binhDinh, rank: 3, total: '10' },
          { unit: oldGiaLai, rank: 2, total: '18.37' },
        ],
      },
    ]);
  });

  test('says the most that a total can be', () => expect(scored(onTimeCard).max).toBe('100'));

  test('has no total where a group was reported as points, which nobody may add', () => {
    expect(unitIn(scored(reportedCard), giaLai)).toMatchObject({
      total: null,
      totalReason: 'not-additive',
      groups: { R: '18.2', S: null },
    });
  });

  test('is the plain mean of its predecessors where its decision says so, rounded once, half to even', () => {
    // (0.7 + 0.6001) / 2 = 0.65005: an exact half goes to 0.65.
    expect(unitIn(scored(meanCard), giaLai)).toMatchObject({
      rank: 2,
      total: '0.65',
      totalReason: null,
      groups: { I: '0.65' },
      indicators: { index: { value: '0.65', reason: null } },
    });
    expect(unitIn(rolled(round, 'index', 'current'), giaLai)).toMatchObject({ value: '0.65', counted: 2 });
  });
});

describe('a round that is kept', () => {
  test('is read as it was', () => {
    const round = roundOf({
      [binhDinh]: [figure('population', '1508322'), figure('on-time', '1', '2')],
      [haNoi]: [figure('grdp', '1.50'), { ...figure('late', '3'), approximate: true }],
    });
    const kept = JSON.parse(JSON.stringify(storedRound(round)));
    expect(roundFrom(kept, catalog)).toEqual(round);
  });

  test('of an unknown unit or form is a fault, never skipped', () => {
    const kept = storedRound(roundOf({}));
    expect(() => roundFrom({ ...kept, units: ['province:00@1900'] }, catalog)).toThrow('province:00@1900');
    expect(() => roundFrom({ ...kept, version: 9 }, catalog)).toThrow(/no round thu 2024/);
  });
});

test('a period before the mergers has one later map, a period after them none', () => {
  expect(laterMaps(roundOf({}, { period: year('2024') }))).toEqual(['2025-07-01']);
  expect(laterMaps(roundOf({}, { period: year('2025') }))).toEqual([]);
});

describe('a merger that is published ahead', () => {
  const reported = { [giaLai]: [figure('population', '3')], [dakLak]: [figure('population', '4')] };
  const built = roundOf(reported, { period: year('2025') });
  const entries = built.entries.map((entry) => ({
    ...entry,
    unit: mergerAhead.units.get(entry.unit.id) as Unit,
  }));
  const round = { ...built, entries, catalog: mergerAhead };
  const on = (day: string) => rollUpIndicator(placed(round, 'current', day), of('population'));

  test('changes nothing before its day: the old units are today’s, and 34 of them', () => {
    const { units, coverage } = on('2026-12-31');
    expect(coverage.expected).toBe(34);
    expect(units.map(({ unit, value }) => [unit, value])).toEqual([
      [giaLai, '3'],
      [dakLak, '4'],
    ]);
  });

  test('on its day the new unit stands in their place', () => {
    const { units, coverage } = on('2027-01-01');
    expect(coverage.expected).toBe(33);
    expect(units).toMatchObject([{ unit: together, name: 'Tỉnh Thử Nghiệm', value: '7' }]);
  });

  test('is a later map of what is kept, after that of 2025', () => {
    expect(laterMaps(round)).toEqual(['2027-01-01']);
    const before = { ...roundOf({}, { period: year('2024') }), catalog: mergerAhead };
    expect(laterMaps(before)).toEqual(['2025-07-01', '2027-01-01']);
    expect(placed(before, 'current', '2025-06-30').places).toHaveLength(63);
    expect(placed(before, 'current', '2026-12-31').places).toHaveLength(34);
    expect(placed(before, 'current', '2027-01-01').places).toHaveLength(33);
  });

  test('of a period that is on the later map already nothing is carried back', () => {
    const units = [mergerAhead.units.get(together) as Unit];
    const entries = units.map((unit) => ({ unit, standing: null, figures: [] }));
    const later = { ...round, period: year('2027'), entries };
    expect(placed(later, 'current', '2026-12-31').places.map(({ unit }) => unit.id)).toEqual([together]);
  });
});
