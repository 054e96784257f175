import { describe, expect, test } from '@jest/globals';
import { metricPoints } from '../../../shared/aggregation/metric-points.ts';
import { scoreRound, scoreUnit } from '../../../shared/aggregation/score.ts';
import type { GroupRule, MetricRule, Scorecard } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';

const names = { vi: 'x', en: 'x' };
const rounding = { places: 2, mode: 'half-even' } as const;
const figure = (indicator: string, of: Partial<Figure>): Figure => ({
  indicator,
  value: null,
  numerator: null,
  denominator: null,
  status: 'reported',
  approximate: false,
  note: null,
  ...of,
});
const value = (text: string, indicator = 'x') => figure(indicator, { value: text });
const pair = (numerator: string, denominator: string, indicator = 'x') =>
  figure(indicator, { numerator, denominator });
const scorecard = (groups: GroupRule[], more: Partial<Scorecard> = {}): Scorecard => ({
  code: 's',
  version: 1,
  names,
  form: 'f',
  source: 'test',
  max: '100',
  rounding,
  groups,
  merged: 'recompute',
  ...more,
});
const points = (rule: MetricRule, of: Figure | undefined) => metricPoints(rule, of, rounding);

describe('the rules of scoring, by hand', () => {
  const ratio: MetricRule = { rule: 'ratio', indicator: 'x', max: '10' };

  test('a ratio times the maximum, or a share of 0 to 1 times it', () => {
    expect(points(ratio, pair('1', '3'))).toEqual({ points: '3.33', reason: null });
    expect(points(ratio, value('0.8253'))).toEqual({ points: '8.25', reason: null });
    expect(points(ratio, pair('0', '0'))).toEqual({ points: '0', reason: 'no-denominator' });
    expect(points(ratio, value('1.01'))).toEqual({ points: '10', reason: 'capped' });
    expect(points(ratio, undefined)).toEqual({ points: '0', reason: 'missing' });
  });

  // The steering board's meetings of a year (guides to QĐ 922/QĐ-BTTTT), here not in order.
  const meetings: MetricRule = {
    rule: 'steps',
    indicator: 'x',
    max: '20',
    steps: [
      { from: '3', points: '15' },
      { from: '1', points: '5' },
      { from: '4', points: '20' },
      { from: '2', points: '10' },
    ],
  };
  test.each([
    ['7', '20'],
    ['4', '20'],
    ['3.999', '15'],
    ['2', '10'],
    ['1', '5'],
    ['0', '0'],
  ])('%s meetings score %s', (count, wanted) => {
    expect(points(meetings, value(count))).toEqual({ points: wanted, reason: null });
  });

  test('a ratio is held against steps in percent', () => {
    const steps: MetricRule = {
      rule: 'steps',
      indicator: 'x',
      max: '2',
      steps: [
        { from: '50', points: '1' },
        { from: '100', points: '2' },
      ],
    };
    expect(points(steps, pair('1', '2')).points).toBe('1');
    expect(points(steps, pair('499', '1000')).points).toBe('0');
    expect(points(steps, pair('5', '5')).points).toBe('2');
  });

  test('the points of a word, and none for a word that the rule does not have', () => {
    const head: MetricRule = {
      rule: 'categories',
      indicator: 'x',
      max: '10',
      points: { 'Bí thư': '10', 'Phó Chủ tịch': '5' },
    };
    expect(points(head, value('Phó Chủ tịch'))).toEqual({ points: '5', reason: null });
    expect(points(head, value('toString'))).toEqual({ points: '0', reason: 'no-such-category' });
    expect(points(head, figure('x', { status: 'missing' }))).toEqual({ points: '0', reason: 'missing' });
  });

  test('the named rounding of the scorecard decides an exact half', () => {
    // 1/48 × 6 = 0.125.
    const rule: MetricRule = { rule: 'ratio', indicator: 'x', max: '6' };
    const of = (mode: 'half-even' | 'half-up' | 'down' | 'up') =>
      metricPoints(rule, pair('1', '48'), { places: 2, mode }).points;
    expect([of('half-even'), of('half-up'), of('down'), of('up')]).toEqual(['0.12', '0.13', '0.12', '0.13']);
  });
});

describe('the share of the best unit', () => {
  const card = scorecard([
    {
      rule: 'sum-of-rounded',
      code: 'G',
      names,
      max: '10',
      metrics: [{ rule: 'share-of-best', indicator: 'x', max: '10' }],
    },
  ]);
  const totals = (units: Figure[][]) => scoreRound(card, units).map(({ total }) => total);

  test('one change of the best unit changes the points of all', () => {
    const others = [[value('30')], [value('15')], []];
    expect(totals([[value('60')], ...others])).toEqual(['10', '5', '2.5', '0']);
    expect(totals([[value('45')], ...others])).toEqual(['10', '6.67', '3.33', '0']);
    expect(totals([[value('20')], ...others])).toEqual(['6.67', '10', '5', '0']);
  });

  test('ratios are compared as fractions, and one without a denominator is nobody’s best', () => {
    // 2/3 is more than 0.6666; 0 of 0 is neither.
    expect(totals([[pair('2', '3')], [pair('6666', '10000')], [pair('0', '0')]])).toEqual(['10', '10', '0']);
    expect(scoreRound(card, [[value('0')], [value('0')]])[0]?.metrics.x).toEqual({
      points: '0',
      reason: 'no-denominator',
    });
  });
});

describe('totals', () => {
  // QĐ 922/QĐ-BTTTT: eight scored main indices and their weights; smart cities count 0.
  const weights = ['100', '100', '100', '100', '100', '0', '200', '150', '150'];
  const dti = scorecard(
    weights.map((max, at) => ({ rule: 'weighted', code: `${at}`, names, max, indicator: `i${at}` })),
    { rounding: { places: 4, mode: 'half-even' }, total: { divideBy: '1000', reported: 'total' } },
  );
  const figures = (indices: string[]) => indices.map((index, at) => value(index, `i${at}`));
  // Published for Đà Nẵng, 2022; the index of smart cities was not, and any value of it counts nothing.
  const daNang = ['1.0000', '0.9000', '0.8253', '0.8487', '0.7578', '0', '0.8575', '0.7836', '0.5197'];

  test('the published DTI of Đà Nẵng in 2022 is that of its indices, rounded once', () => {
    expect(scoreUnit(dti, figures(daNang))).toMatchObject({ total: '0.8002', totalReason: null });
  });

  test('where an index is not held, the total is the published one, and says so', () => {
    const some = figures(daNang.slice(0, 8));
    expect(scoreUnit(dti, [...some, value('0.8002', 'total')])).toMatchObject({
      total: '0.8002',
      totalReason: 'reported',
      groups: { 8: null },
    });
    expect(scoreUnit(dti, some)).toMatchObject({ total: null, totalReason: 'missing' });
  });

  test('a scorecard without groups has no total but the published one, never zero', () => {
    const bare = scorecard([], { total: { reported: 'total' } });
    expect(scoreUnit(bare, [])).toMatchObject({ total: null, totalReason: 'missing' });
    expect(scoreUnit(bare, [value('0.7769', 'total')])).toMatchObject({ total: '0.7769' });
  });
});
