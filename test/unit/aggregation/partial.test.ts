import { describe, expect, test } from '@jest/globals';
import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import { placed } from '../../../shared/aggregation/basis.ts';
import { figureRanks } from '../../../shared/aggregation/ranks.ts';
import { rollUpIndicator } from '../../../shared/aggregation/roll-up.ts';
import type { Round } from '../../../shared/aggregation/round.ts';
import { rollUpScorecard } from '../../../shared/aggregation/score-round.ts';
import { seriesPointsOf } from '../../../shared/aggregation/series-point.ts';
import { roundFrom, storedRound } from '../../../shared/aggregation/stored-round.ts';
import { type WholeFigure, wholeFigures } from '../../../shared/aggregation/whole-figures.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { pagesOf } from '../../../shared/observations/page.ts';
import { readIndicator } from '../../../shared/query/read-rollup.ts';
import { seriesItem } from '../../../shared/query/series-view.ts';
import { catalog, figure, form, onTimeCard, roundOf, year } from './rounds.ts';

/** Figures that are added up from areas inside a unit: what is told of them, and that a part is not taken for the whole. */

const binhDinh = 'province:52@2008';
const oldGiaLai = 'province:64@2008';
const giaLai = 'province:52@2025';
const haNoi = 'province:01@2008';
const of = (id: string) => catalog.indicators.get(id) as Indicator;
const unitIn = <T extends { unit: string }>({ units }: { units: readonly T[] }, unit: string) =>
  units.find((each) => each.unit === unit);

/** A unit's figures as its pages have them, of so many communes that owe one. */
function fromCommunes(owing: number, ...communes: WholeFigure[]): WholeFigure[] {
  const observations = communes.map((each, at) => ({
    ...each,
    area: `commune:${at}`,
    unit: 'u',
    period: '2024',
    at: { sheet: null, cell: 'A1' },
  }));
  return wholeFigures(pagesOf(observations, form), form, catalog, owing);
}
const kept = (round: Round) => roundFrom(JSON.parse(JSON.stringify(storedRound(round))), catalog);

describe('a figure of 3 of 135 communes', () => {
  const three = [1, 2, 3].map(() => figure('on-time', '100', '100'));
  const round = kept(
    roundOf({
      [binhDinh]: fromCommunes(135, ...three),
      [oldGiaLai]: [figure('on-time', '50', '100')],
      [haNoi]: [figure('on-time', '90', '100')],
    }),
  );
  const fromAreas = { counted: 3, expected: 135 };
  const before = rollUpIndicator(placed(round, 'as-reported'), of('on-time'));

  test('is told with its coverage and has no rank; the best of the whole ones is first', () => {
    expect(unitIn(before, binhDinh)).toMatchObject({ value: '100', fromAreas, partial: true, rank: null });
    expect(unitIn(before, haNoi)).toMatchObject({ rank: 1 });
    expect(unitIn(before, haNoi)).not.toHaveProperty('partial');
  });

  test('counts in the nation and its region, which name it', () => {
    // By hand: (300 + 50 + 90) / (300 + 100 + 100) = 88 %.
    const partial = [{ unit: binhDinh, code: '52', name: 'Tỉnh Bình Định' }];
    expect(before.national).toMatchObject({ value: '88', counted: 3, partial });
    expect(before.regions.filter((region) => region.partial)).toMatchObject([{ counted: 1, partial }]);
    const now = rollUpIndicator(placed(round, 'current', '2026-01-01'), of('on-time'));
    expect(now.national).toEqual(before.national);
  });

  test('makes the merged unit partial, and is told as its predecessor’s', () => {
    const now = rollUpIndicator(placed(round, 'current', '2026-01-01'), of('on-time'));
    expect(unitIn(now, giaLai)).toMatchObject({
      value: '87.5',
      rank: null,
      partial: true,
      fromAreas,
      predecessors: [
        { unit: binhDinh, fromAreas, partial: true },
        { unit: oldGiaLai, value: '50' },
      ],
    });
  });

  test('leaves points that need it without a rank, in documents, series and rankings', () => {
    const scored = rollUpScorecard(placed(round, 'as-reported'), onTimeCard);
    expect(unitIn(scored, binhDinh)).toMatchObject({ total: '20', rank: null, partial: true });
    expect(unitIn(scored, haNoi)).toMatchObject({ total: '18', rank: 1 });
    for (const { subject, point } of seriesPointsOf(round)) {
      const id = 'indicator' in subject ? subject.indicator : subject.scorecard;
      if (id !== 'on-time' && id !== onTimeCard.code) continue;
      const indicator = 'indicator' in subject ? of(id) : null;
      const on = { basis: 'as-reported', today: '2025-01-01' } as const;
      const item = seriesItem({ point, form, period: year('2024'), indicator, catalog }, on);
      expect(unitIn(item, binhDinh)).toMatchObject({ rank: null, partial: true });
      expect(unitIn(item, haNoi)).toMatchObject({ rank: 1 });
    }
  });

  test('is so in what is frozen, and in what the API answers', async () => {
    const frozen = documentsOf(round, '2025-01-01T00:00:00.000Z').find(
      ({ name }) => name.code === 'thu/on-time',
    );
    expect(frozen?.document).toEqual(before);
    const rollups = { rounds: async () => [storedRound(round)] } as never;
    const ask = {
      form: 'thu',
      period: '2024',
      indicator: 'on-time',
      basis: 'as-reported',
      asOf: null,
      at: '2025-01-01T00:00:00.000Z',
    } as const;
    expect(await readIndicator(ask, { catalog, rollups })).toEqual({ ...before, provisional: true });
  });

  test('of all communes it is whole', () => {
    const whole = roundOf({ [binhDinh]: fromCommunes(3, ...three) });
    const told = rollUpIndicator(placed(kept(whole), 'as-reported'), of('on-time'));
    expect(unitIn(told, binhDinh)).toMatchObject({ rank: 1, fromAreas: { counted: 3, expected: 3 } });
    expect(unitIn(told, binhDinh)).not.toHaveProperty('partial');
    expect(told.national).not.toHaveProperty('partial');
  });
});

describe('what is told of a figure', () => {
  const told = (round: Round, id: string, basis: 'as-reported' | 'current' = 'as-reported') =>
    rollUpIndicator(placed(kept(round), basis, '2026-01-01'), of(id));

  test('the word that all communes say of it, and none where they differ or one is silent', () => {
    const not = (status: 'not-collected' | 'not-yet' | 'missing') => ({
      ...figure('late', '0'),
      value: null,
      status,
    });
    const said = (owing: number, ...communes: WholeFigure[]) =>
      unitIn(told(roundOf({ [haNoi]: fromCommunes(owing, ...communes) }), 'late'), haNoi)?.status;
    expect(said(2, not('not-collected'), not('not-collected'))).toBe('not-collected');
    expect(said(2, not('not-yet'), not('not-yet'))).toBe('not-yet');
    expect(said(2, not('not-yet'), not('not-collected'))).toBe('missing');
    expect(said(3, not('not-yet'), not('not-yet'))).toBe('missing');
    const one = roundOf({ [binhDinh]: [not('not-yet')], [oldGiaLai]: [not('not-yet')] });
    expect(unitIn(told(one, 'late', 'current'), giaLai)).toMatchObject({
      reason: 'missing',
      status: 'not-yet',
    });
  });

  test('that a part of it was written as an approximation', () => {
    const about = { ...figure('population', '1500000'), approximate: true };
    const round = roundOf({
      [binhDinh]: [about],
      [oldGiaLai]: [figure('population', '1')],
      [haNoi]: fromCommunes(1, about),
    });
    const now = told(round, 'population', 'current');
    expect(unitIn(now, giaLai)).toMatchObject({
      approximate: true,
      predecessors: [{ approximate: true }, {}],
    });
    expect(unitIn(now, giaLai)?.predecessors?.[1]).not.toHaveProperty('approximate');
    expect(unitIn(now, haNoi)).toMatchObject({ approximate: true });
    expect(now.national).toMatchObject({ approximate: true });
    expect(now.regions.filter(({ approximate }) => approximate)).toHaveLength(2);
    const exact = told(roundOf({ [haNoi]: [figure('population', '1')] }), 'population');
    expect(exact.national).not.toHaveProperty('approximate');
  });

  test('that its communes come to something else than was reported of the whole', () => {
    const whole = { ...figure('on-time', '100', '100') };
    const round = roundOf({
      [haNoi]: [
        {
          ...whole,
          areasDiffer: {
            numerator: '100',
            denominator: '200',
            value: '50',
            reason: null,
            counted: 2,
            expected: 2,
          },
        },
      ],
    });
    expect(unitIn(told(round, 'on-time'), haNoi)).toMatchObject({
      value: '100',
      areasDiffer: { numerator: '100', denominator: '200', value: '50' },
    });
  });

  test('that its communes’ figures cannot be added up', () => {
    const round = roundOf({ [haNoi]: fromCommunes(1, figure('speed', '100')) });
    expect(unitIn(told(round, 'speed'), haNoi)).toMatchObject({ value: null, reason: 'not-additive' });
  });

  test('a ratio without its parts stands for the unit, and is added to nothing', () => {
    const result = { ...figure('on-time', '91.5') };
    const round = roundOf({ [binhDinh]: [result], [oldGiaLai]: [figure('on-time', '1', '2')] });
    expect(unitIn(told(round, 'on-time'), binhDinh)).toMatchObject({ value: '91.5', reason: null, rank: 1 });
    expect(unitIn(told(round, 'on-time', 'current'), giaLai)).toMatchObject({
      value: null,
      reason: 'not-additive',
    });
    expect(told(round, 'on-time').national).toMatchObject({ value: '50', counted: 1 });
    const alone = told(roundOf({ [haNoi]: fromCommunes(1, result), [binhDinh]: [result] }), 'on-time');
    expect(unitIn(alone, haNoi)).toMatchObject({ value: null, reason: 'not-additive' });
    expect(alone.national).toMatchObject({ value: null, reason: 'not-additive', counted: 0 });
  });
});

describe('ranks of ratios', () => {
  const pair = (numerator: string, denominator: string, value: string) => ({ numerator, denominator, value });

  test('are those of exact fractions: two that are told as 80 % are not the same', () => {
    // 79.996 % and 79.998 %, and 4/5 twice.
    const given = [
      pair('79996', '100000', '80'),
      pair('79998', '100000', '80'),
      pair('4', '5', '80'),
      pair('8', '10', '80'),
    ];
    expect(figureRanks(of('on-time'), given)).toEqual([4, 3, 1, 1]);
  });

  test('hold a result without its parts against those that have them', () => {
    const bare = { numerator: null, denominator: null, value: '79.997' };
    expect(figureRanks(of('on-time'), [pair('79996', '100000', '80'), bare, pair('4', '5', '80')])).toEqual([
      3, 2, 1,
    ]);
  });

  test('have none for 0 of 0 and for a figure of some communes', () => {
    const partial = { ...pair('9', '9', '100'), partial: true as const };
    expect(
      figureRanks(of('on-time'), [{ ...pair('0', '0', ''), value: null }, partial, pair('1', '2', '50')]),
    ).toEqual([null, null, 1]);
  });
});
