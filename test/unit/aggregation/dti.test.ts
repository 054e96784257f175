import { describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import { ranks } from '../../../shared/aggregation/ranks.ts';
import { scoreUnit } from '../../../shared/aggregation/score.ts';
import { catalog, scorecardIn } from '../../../shared/catalog/catalog.ts';
import type { Scorecard } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { publishedRows } from '../samples/published-data.ts';

/** The DTI as it was published (test/data/dti), through the scorecards of the catalogue. */

const dti922 = scorecardIn(catalog, 'dti922', '2022') as Scorecard;
const dti2024 = scorecardIn(catalog, 'dti2024', '2024') as Scorecard;
const topFive = publishedRows('dti/top-five-2022.csv');
const published = publishedRows('dti/published.csv');

function figuresOf(row: Readonly<Record<string, string>>, indicators: Readonly<Record<string, string>>) {
  return Object.entries(indicators).map(
    ([column, indicator]): Figure => ({
      indicator,
      value: row[column] as string,
      numerator: null,
      denominator: null,
      status: 'reported',
      approximate: false,
      note: null,
    }),
  );
}
const eight = Object.fromEntries([1, 2, 3, 4, 5, 7, 8, 9].map((index) => [`922.${index}`, `922.${index}`]));

describe('the five totals of 2022 from their eight indices', () => {
  test.each(topFive)('$name: $total within 0.0001, the published indices being rounded themselves', (row) => {
    const { total, totalReason } = scoreUnit(dti922, figuresOf(row, eight));
    expect(totalReason).toBeNull();
    expect(Number(new Big(total as string).minus(row.total as string).abs())).toBeLessThanOrEqual(0.0001);
  });

  test('with the published total beside them, they still make it', () => {
    const hoChiMinh = topFive.find((row) => row.province === '79') as Record<string, string>;
    const { total } = scoreUnit(dti922, figuresOf(hoChiMinh, { ...eight, total: '922.total' }));
    // By hand: 89.17 + 90 + 82.58 + 62.67 + 55.8 + 168.12 + 114.165 + 53.85 = 716.355, of 1000, to four places.
    expect(total).toBe('0.7164');
  });

  test('smart cities have no weight: with or without the index, the total is the same', () => {
    const [first] = topFive as [Record<string, string>];
    const smart = figuresOf({ smart: '0.5' }, { smart: '922.6' });
    expect(scoreUnit(dti922, [...figuresOf(first, eight), ...smart]).total).toBe('0.8002');
    expect(scoreUnit(dti922, figuresOf(first, eight)).total).toBe('0.8002');
  });

  test('when one of the eight is not held, the total is the published one; without that, none', () => {
    const [first] = topFive as [Record<string, string>];
    const seven = figuresOf(first, eight).filter(({ indicator }) => indicator !== '922.4');
    const total = figuresOf(first, { total: '922.total' });
    expect(scoreUnit(dti922, [...seven, ...total])).toMatchObject({
      total: '0.8002',
      totalReason: 'reported',
    });
    expect(scoreUnit(dti922, seven)).toMatchObject({ total: null, totalReason: 'missing' });
  });
});

describe.each([
  ['2022', dti922, { total: '922.total', infrastructure: '922.3', government: '922.7' }],
  ['2024', dti2024, { total: '405.total', infrastructure: '405.infrastructure', economy: '405.economy' }],
] as const)('the 63 provinces of %s', (year, scorecard, columns) => {
  const rows = published.filter((row) => row.year === year);
  const totals = rows.map((row) => scoreUnit(scorecard, figuresOf(row, columns)).total);

  test('have the totals that were published', () => {
    expect(totals).toEqual(rows.map((row) => row.total));
    expect(totals).toHaveLength(63);
  });

  test('and competition ranks: of those that share one, the next is skipped', () => {
    expect(ranks(totals)).toEqual(rows.map((row) => Number(row.rank)));
  });
});

test('QĐ 405: what is published of the groups is no part of the total, whose weights are not held', () => {
  const [row] = published.filter(({ year }) => year === '2024') as [Record<string, string>];
  const all = {
    infrastructure: '405.infrastructure',
    government: '405.government',
    economy: '405.economy',
    society: '405.society',
  };
  expect(scoreUnit(dti2024, figuresOf(row, all))).toMatchObject({
    total: null,
    groups: { HTS: '1', CQS: '0.5988', KTS: '0.9311', XHS: '0.6857' },
  });
  expect(scoreUnit(dti2024, figuresOf(row, { ...all, total: '405.total' })).total).toBe('0.8373');
});
