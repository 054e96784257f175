import { describe, expect, test } from '@jest/globals';
import {
  combine,
  combineOverTime,
  figureFrom,
  isGiven,
  ownFigure,
} from '../../../shared/aggregation/combine.ts';
import type { Carriage, Indicator } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';

const indicator = (kind: Indicator['kind'], unit: string, over?: Carriage): Indicator => ({
  id: 'x',
  kind,
  unit,
  direction: 'up',
  names: { vi: 'x', en: 'x' },
  source: 'test',
  ...(over && { over }),
});
const figure = (of: Partial<Figure>): Figure => ({
  indicator: 'x',
  value: null,
  numerator: null,
  denominator: null,
  status: 'reported',
  approximate: false,
  note: null,
  ...of,
});
const pair = (numerator: string, denominator: string) => ({ figure: figure({ numerator, denominator }) });
const value = (text: string) => ({ figure: figure({ value: text }) });

const share = indicator('ratio', '%');
const firms = indicator('count', 'doanh nghiệp');
const connected = indicator('yes-no', 'có/không');
const speed = indicator('amount', 'Mbps');
const perHead = indicator('amount', 'triệu đồng', { units: 'weighted', time: 'none', weight: 'population' });

describe('one figure from many', () => {
  test('a ratio is that of the sums', () => {
    // By hand: (1 + 90) / (2 + 98) = 91 %; the mean of 50 % and 91.84 % would be 70.92 %.
    expect(combine(share, [pair('1', '2'), pair('90', '98')])).toEqual({
      numerator: '91',
      denominator: '100',
      value: '91',
      reason: null,
      counted: 2,
      expected: 2,
    });
  });

  test('0 of 0 is a reason, and no number', () => {
    expect(combine(share, [pair('0', '0'), pair('0', '0')])).toMatchObject({
      value: null,
      reason: 'no-denominator',
    });
  });

  test('0 of 0 was given, as was a zero; what is missing, nil or not applicable was not', () => {
    const ofZero = combine(share, [pair('0', '0')]);
    expect([isGiven(ofZero), ofZero.counted]).toEqual([true, 1]);
    expect(isGiven({ value: '0', reason: null })).toBe(true);
    for (const reason of ['missing', 'nil', 'not-applicable', 'parts-missing', 'not-submitted']) {
      expect([reason, isGiven({ value: null, reason })]).toEqual([reason, false]);
    }
  });

  test('counts are added; a part without a figure is told, and one without the thing is not expected', () => {
    const parts = [value('7'), { figure: undefined }, { figure: figure({ status: 'not-applicable' }) }];
    expect(combine(firms, [...parts, value('0.5')])).toMatchObject({ value: '7.5', counted: 2, expected: 3 });
    expect(combine(firms, [{ figure: undefined }])).toMatchObject({ reason: 'missing', expected: 1 });
    expect(combine(firms, parts.slice(2))).toMatchObject({ reason: 'not-applicable', expected: 0 });
  });

  test('where it must be whole, a missing part refuses it', () => {
    expect(combine(firms, [value('7'), { figure: undefined }], 'refused')).toMatchObject({
      value: null,
      reason: 'parts-missing',
      counted: 1,
      expected: 2,
    });
    expect(combine(firms, [value('7'), value('1')], 'refused')).toMatchObject({ value: '8', reason: null });
  });

  test('a value per head is weighed, never averaged', () => {
    const parts = [
      { ...value('100'), weight: figure({ value: '1' }) },
      { ...value('10'), weight: figure({ value: '3' }) },
    ];
    // By hand: (100 × 1 + 10 × 3) / 4 = 32.5; the mean of 100 and 10 would be 55.
    expect(combine(perHead, parts)).toMatchObject({ numerator: '130', denominator: '4', value: '32.5' });
    expect(combine(perHead, [value('100')])).toMatchObject({ reason: 'missing', counted: 0, expected: 1 });
  });

  test('of yes and no, how many said yes', () => {
    expect(combine(connected, [value('true'), value('false'), value('true')])).toMatchObject({
      numerator: '2',
      denominator: '3',
      value: '66.67',
    });
  });

  test('what cannot be added is refused, and says how many had it', () => {
    expect(combine(speed, [value('35.29'), { figure: undefined }])).toEqual({
      numerator: null,
      denominator: null,
      value: null,
      reason: 'not-additive',
      counted: 1,
      expected: 2,
    });
  });

  test('what was combined combines again as if at once', () => {
    const parts = [pair('1', '3'), pair('5', '7'), pair('0', '0')];
    const first = figureFrom('x', combine(share, parts.slice(0, 2)));
    const [again, once] = [combine(share, [{ figure: first }, ...parts.slice(2)]), combine(share, parts)];
    expect({ ...again, counted: 3, expected: 3 }).toEqual(once);
  });
});

describe('over time', () => {
  test('a flow is summed, a stock is its last, which is not guessed where it is missing', () => {
    expect(combineOverTime(firms, [value('1'), value('2'), value('3'), value('4')]).value).toBe('10');
    expect(combineOverTime(speed, [value('1'), value('2')]).value).toBe('2');
    expect(combineOverTime(speed, [value('1'), { figure: undefined }])).toMatchObject({ reason: 'missing' });
    expect(combineOverTime(share, [pair('1', '2'), pair('1', '6')]).value).toBe('25');
    expect(combineOverTime(perHead, [value('1')]).reason).toBe('not-additive');
  });
});

test('one figure by itself', () => {
  expect(ownFigure(share, pair('1', '8').figure)).toMatchObject({ value: '12.5', counted: 1 });
  expect(ownFigure(speed, undefined)).toMatchObject({ reason: 'missing', counted: 0, expected: 1 });
});
