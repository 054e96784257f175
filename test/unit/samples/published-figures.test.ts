import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { unitsOn } from '../../../shared/catalog/unit.ts';
import { publishedRows } from './published-data.ts';

const counts = publishedRows('counts.csv');
const scores = publishedRows('scores.csv');
const groups = publishedRows('groups.csv');
const totals = publishedRows('totals.csv');
const granted = '766.ELECTRONIC_CERTIFIED_COPY';
const cents = (decimal: string | undefined) => Math.round(Number(decimal) * 100);

/** 100·a/b with two decimals, rounded half to even, in whole numbers. */
function percentOf(a: string, b: string): string {
  const [dividend, divisor] = [BigInt(a) * 10_000n, BigInt(b)];
  const [down, rest] = [dividend / divisor, (dividend % divisor) * 2n];
  const up = rest > divisor || (rest === divisor && down % 2n === 1n);
  const hundredths = (up ? down + 1n : down).toString().padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}

describe('the published figures of 2026-10-10', () => {
  test('cover the 34 units that live on that day, once each', () => {
    const living = unitsOn(catalog, 'province', '2026-10-10').map((unit) => unit.code);
    expect(living).toHaveLength(34);
    for (const rows of [groups, totals]) expect(rows.map((row) => row.unit)).toEqual(living);
    expect(new Set(counts.map((row) => `${row.unit} ${row.indicator}`)).size).toBe(34 * 19);
  });

  test('hold 475 metric scores, 136 group scores with a rule and 34 totals', () => {
    const scored = scores.filter((row) => row.indicator !== granted && row.score !== '');
    expect(scored).toHaveLength(475);
    const ruled = catalog.scorecards.get('qd766')?.groups.filter((group) => group.rule === 'sum-of-rounded');
    const published = groups.flatMap((row) => (ruled ?? []).map((group) => row[group.code]));
    expect(published.filter((points) => points !== undefined && points !== '')).toHaveLength(136);
    expect(totals).toHaveLength(34);
  });

  test('have the group columns of the scorecard, in its order', () => {
    const codes = catalog.scorecards.get('qd766')?.groups.map((group) => group.code);
    expect(Object.keys(groups[0] ?? {})).toEqual(['unit', ...(codes ?? [])]);
  });

  test('keep null counts and 0 of 0 apart', () => {
    const empty = counts.filter((row) => row.a === '' || row.b === '');
    expect(empty).toHaveLength(34);
    expect(empty.every((row) => row.indicator === granted && row.a === row.b)).toBe(true);
    const zeros = counts.filter((row) => row.b === '0');
    expect(zeros).toEqual([{ unit: '14', indicator: '766.PUBLISH_ON_TIME', a: '0', b: '0' }]);
  });

  test('give percentages that are a/b to rounding, wherever there is a ratio', () => {
    const ratios = new Map(
      publishedRows('ratios.csv').map((row) => [`${row.unit} ${row.indicator}`, row.percent]),
    );
    const divisible = counts.filter((row) => row.b !== '' && row.b !== '0');
    expect(divisible).toHaveLength(611);
    const computed = divisible.map((row) => percentOf(row.a ?? '', row.b ?? ''));
    expect(computed).toEqual(divisible.map((row) => ratios.get(`${row.unit} ${row.indicator}`)));
  });

  test('have totals that are the sums of their groups but for two, each 0.01 off', () => {
    const off = totals.flatMap((row, index) => {
      const parts = Object.entries(groups[index] ?? {}).filter(([column]) => column !== 'unit');
      const sum = parts.reduce((total, [, points]) => total + cents(points), 0);
      return sum === cents(row.total) ? [] : [[row.unit, cents(row.total) - sum]];
    });
    expect(off).toEqual([
      ['19', -1],
      ['38', 1],
    ]);
  });

  test('rank the totals from 1 to 34', () => {
    const byRank = [...totals].sort((left, right) => Number(left.rank) - Number(right.rank));
    expect(byRank.map((row) => row.rank)).toEqual(byRank.map((_, index) => String(index + 1)));
    for (const [index, row] of byRank.slice(1).entries()) {
      expect(cents(row.total)).toBeLessThanOrEqual(cents(byRank[index]?.total));
    }
  });

  test('agree with the 14 hard cases', () => {
    const cases = publishedRows('hard-cases.csv');
    expect(new Set(cases.map((row) => row.case)).size).toBe(14);
    const metrics = cases.filter((row) => row.indicator !== '');
    expect(metrics).toHaveLength(11);
    const bare = (value: string | undefined) => (value === 'null' ? '' : value);
    for (const { unit, indicator, a, b, score } of metrics) {
      const own = (row: Record<string, string>) => row.unit === unit && row.indicator === indicator;
      expect(counts.find(own)).toEqual({ unit, indicator, a: bare(a), b: bare(b) });
      expect(scores.find(own)).toEqual({ unit, indicator, score: bare(score) });
    }
  });
});
