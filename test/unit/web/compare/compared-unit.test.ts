import { describe, expect, test } from '@jest/globals';
import { comparedUnit } from '../../../../web/pages/compare/compared-unit.ts';

const named = (code: string) => ({ unit: `province:${code}@2025`, code, name: code });
const ranked = {
  ...named('01'),
  rank: 1,
  total: '90.5',
  totalReason: null,
  groups: { A: '9', B: null, C: '5' },
  indicators: {},
};
const unranked = { ...ranked, ...named('02'), rank: null, total: null, totalReason: 'missing' as const };
const rollup = {
  scorecard: 'qd766',
  period: '2026-Q3',
  basis: 'current' as const,
  max: '100',
  groups: [],
  units: [ranked, unranked],
  coverage: { expected: 3, counted: 2, missing: [named('03')] },
};
const told = { rollup: rollup as never, isGranted: (_: string, group: string) => group === 'C' };
const of = (code: string) =>
  comparedUnit(told, `province:${code}@2025`, { silence: 'not-submitted', language: 'en', places: 2 });

describe('a unit of a comparison', () => {
  test('has points of a group and in all, written with the scorecard’s digits', () => {
    const { points, rank } = of('01');
    expect(points('A')).toEqual({ value: '9', text: '9.00' });
    expect(points(null)).toEqual({ value: '90.5', text: '90.50' });
    expect(rank).toBe('1');
  });

  test('has no points of a group without a figure, which is not zero', () => {
    expect(of('01').points('B')).toEqual({ value: null, text: 'no figure' });
  });

  test('says where points are the rules’ alone', () => {
    expect(of('01').points('C').text).toBe('5.00 (given to every unit, not from figures)');
  });

  test('without a total is not ranked', () => {
    expect([of('02').points(null), of('02').rank]).toEqual([
      { value: null, text: 'no figure' },
      'not ranked',
    ]);
  });

  test('that has not reported says why, in every cell', () => {
    const { points, rank } = of('03');
    expect([points('A'), points(null), rank]).toEqual([
      { value: null, text: 'not submitted' },
      { value: null, text: 'not submitted' },
      'not submitted',
    ]);
  });

  test('of another map is not said to be missing', () => {
    expect([of('99').points('A').text, of('99').rank]).toEqual(['not on this map', 'not on this map']);
  });
});
