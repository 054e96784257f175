import { describe, expect, test } from '@jest/globals';
import { metricPoints } from '../../../shared/aggregation/metric-points.ts';
import { ranks } from '../../../shared/aggregation/ranks.ts';
import { scoreUnit, type UnitScore } from '../../../shared/aggregation/score.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { MetricRule, Scorecard } from '../../../shared/catalog/schema.ts';
import { compare, decimal } from '../../../shared/observations/decimal.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { counts, groups, hardCases, scores, totals } from '../../data/qd766/figures.ts';

const scorecard = catalog.scorecards.get('qd766') as Scorecard;
const metrics = scorecard.groups.flatMap((group) => (group.rule === 'sum-of-rounded' ? group.metrics : []));
const metric = (indicator: string) => metrics.find((rule) => rule.indicator === indicator) as MetricRule;
const equal = (a: string, b: string) => compare(decimal(a), decimal(b)) === 0;

/** The figures of one unit as they were published: raw counts, and the two reported group scores. */
function figuresOf(unit: string): Figure[] {
  const bare = { approximate: false, note: null };
  const ratios = counts
    .filter((row) => row.unit === unit)
    .map((row): Figure => {
      const given = row.a !== '' && row.b !== '';
      return {
        ...bare,
        indicator: row.indicator as string,
        value: null,
        numerator: given ? (row.a as string) : null,
        denominator: given ? (row.b as string) : null,
        status: !given ? 'missing' : row.b === '0' ? 'no-denominator' : 'reported',
      };
    });
  const published = groups.find((row) => row.unit === unit);
  const reported = ['ONLINE', 'TTTT'].map((code): Figure => {
    const value = published?.[code] as string;
    return {
      ...bare,
      indicator: `766.${code}`,
      value,
      numerator: null,
      denominator: null,
      status: 'reported',
    };
  });
  return [...ratios, ...reported];
}

const scored = new Map<string, UnitScore>(
  totals.map((row) => [row.unit as string, scoreUnit(scorecard, figuresOf(row.unit as string))]),
);

describe('QĐ 766 recomputed from raw counts, against what the portal published on 2026-10-10', () => {
  test('all 475 published metric scores', () => {
    const published = scores.filter(
      (row) => row.score !== '' && row.indicator !== '766.ELECTRONIC_CERTIFIED_COPY',
    );
    const wrong = published.filter(
      (row) =>
        !equal(
          scored.get(row.unit as string)?.metrics[row.indicator as string]?.points ?? '-1',
          row.score as string,
        ),
    );
    expect(published).toHaveLength(475);
    expect(wrong).toEqual([]);
  });

  test('all 136 group scores that have a rule', () => {
    const pairs = groups.flatMap((row) =>
      ['CKMB', 'TDGQ', 'MDSH', 'MDHL'].map((code) => ({
        unit: row.unit as string,
        code,
        published: row[code] as string,
      })),
    );
    const wrong = pairs.filter(
      ({ unit, code, published }) => !equal(scored.get(unit)?.groups[code] ?? '-1', published),
    );
    expect(pairs).toHaveLength(136);
    expect(wrong).toEqual([]);
  });

  test('32 totals exactly, and two that the portal itself sums otherwise, within 0.01', () => {
    const differing = totals.flatMap((row) => {
      const ours = scored.get(row.unit as string)?.total ?? '';
      return equal(ours, row.total as string) ? [] : [{ unit: row.unit, ours, published: row.total }];
    });
    expect(differing).toEqual([
      { unit: '19', ours: '63.98', published: '63.97' },
      { unit: '38', ours: '60.79', published: '60.80' },
    ]);
  });

  test('the ranks of the snapshot', () => {
    const ours = ranks(totals.map((row) => scored.get(row.unit as string)?.total ?? null));
    expect(ours).toEqual(totals.map((row) => Number(row.rank)));
  });
});

describe('the fourteen hard cases', () => {
  const named = new Map(hardCases.map((row) => [row.case as string, row]));
  test('all are here', () => expect(named.size).toBe(14));

  test.each([
    'ratio-rounded-first-dong-nai',
    'exact-half-tay-ninh',
    'ratio-rounded-first-quang-tri',
    'ratio-rounded-first-thanh-hoa-publish',
    'ratio-rounded-first-thanh-hoa-petitions',
    'ratio-rounded-first-quang-ngai',
    'null-counts-granted',
    'tiny-denominator-lai-chau',
    'target-90-thanh-hoa',
    'capped-at-max-lang-son',
  ])('%s', (name) => {
    const row = named.get(name);
    const points = scored.get(row?.unit as string)?.metrics[row?.indicator as string]?.points ?? '-1';
    expect(equal(points, row?.score as string)).toBe(true);
    // Where rounding the ratio first would give another figure, ours is not that one.
    if (row?.score !== row?.score_if_ratio_rounded_first) {
      expect(equal(points, row?.score_if_ratio_rounded_first as string)).toBe(false);
    }
  });

  test('zero-of-zero-son-la: no ratio and a reason, and the group counts it as 0 of 6', () => {
    const sonLa = scored.get('14');
    expect(sonLa?.metrics['766.PUBLISH_ON_TIME']).toEqual({ points: '0', reason: 'no-denominator' });
    const published = groups.find((row) => row.unit === '14')?.CKMB as string;
    expect(equal(sonLa?.groups.CKMB ?? '-1', published)).toBe(true);
  });

  test.each([
    ['two-denominators-da-nang', '48'],
    ['two-denominators-an-giang', '91'],
  ])('%s: two denominators for one concept, and each metric keeps its own', (name, unit) => {
    const row = named.get(name);
    const denominators = new Set(counts.filter((count) => count.unit === unit).map((count) => count.b));
    expect(denominators).toContain(row?.a);
    expect(denominators).toContain(row?.b);
    const own = counts.find((count) => count.unit === unit && count.indicator === '766.TDGQ');
    expect(own?.b).toBe(row?.a);
  });

  test('two-group-scores-thai-nguyen: published as 8.11 and as 8.1; the sum of rounded metrics is one of them', () => {
    const row = named.get('two-group-scores-thai-nguyen');
    expect(
      [row?.a, row?.b].some((value) => equal(scored.get('19')?.groups.CKMB ?? '-1', value as string)),
    ).toBe(true);
  });
});

describe('rules of scoring', () => {
  const half = { places: 2, mode: 'half-even' } as const;
  const ratio = (a: string | null, b: string | null): Figure => ({
    indicator: 'x',
    value: null,
    numerator: a,
    denominator: b,
    status: 'reported',
    approximate: false,
    note: null,
  });

  test('a missing figure scores 0 and says that it is missing', () => {
    expect(metricPoints(metric('766.TDGQ'), undefined, half)).toEqual({ points: '0', reason: 'missing' });
    expect(metricPoints(metric('766.TDGQ'), ratio(null, '7'), half)).toEqual({
      points: '0',
      reason: 'missing',
    });
  });

  test('what does not apply scores 0 as well, and says that it does not apply', () => {
    const without = { ...ratio(null, null), status: 'not-applicable' as const };
    expect(metricPoints(metric('766.TDGQ'), without, half)).toEqual({
      points: '0',
      reason: 'not-applicable',
    });
    const words = { rule: 'categories', indicator: 'x', max: '10', points: { có: '10' } } as const;
    expect(metricPoints(words, without, half)).toEqual({ points: '0', reason: 'not-applicable' });
    expect(metricPoints({ rule: 'share-of-best', indicator: 'x', max: '10' }, without, half)).toEqual({
      points: '0',
      reason: 'not-applicable',
    });
  });

  test('the certified copy is granted by the scorecard, not because it is missing', () => {
    const rule = metric('766.ELECTRONIC_CERTIFIED_COPY');
    expect(metricPoints(rule, ratio('1', '9'), half)).toEqual({ points: '2', reason: 'granted' });
  });

  test('a ratio just at the target is full marks without being capped', () => {
    const rule = metric('766.REUSED_DIGITIZED_DATA');
    expect(metricPoints(rule, ratio('80', '100'), half)).toEqual({ points: '2', reason: null });
    expect(metricPoints(rule, ratio('81', '100'), half)).toEqual({ points: '2', reason: 'capped' });
  });

  test('a group that was not reported leaves the total without a value, and the unit without a rank', () => {
    const withoutOnline = figuresOf('82').filter((figure) => figure.indicator !== '766.ONLINE');
    const score = scoreUnit(scorecard, withoutOnline);
    expect(score.groups.ONLINE).toBeNull();
    expect(score.total).toBeNull();
  });

  test('equal totals share a rank and the next is skipped', () => {
    expect(ranks(['70', '68.5', '68.50', '60', null])).toEqual([1, 2, 2, 4, null]);
  });
});
