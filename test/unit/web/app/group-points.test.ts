import { describe, expect, test } from '@jest/globals';
import type { ScoredUnit } from '../../../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../../../shared/aggregation/score-round.ts';
import scorecardsFile from '../../../../shared/catalog/data/scorecards.json' with { type: 'json' };
import type { GroupRule, Scorecard } from '../../../../shared/catalog/schema.ts';
import { grounded, pointsGround } from '../../../../web/app/group-points.ts';

type Indicators = ScoredUnit['indicators'];
const scored = (reason: string | null) => ({ points: '0', pointsReason: reason }) as Indicators[string];
const metric = (indicator: string, rule: 'ratio' | 'granted') => ({ indicator, max: '2', rule });
const group = (...metrics: ReturnType<typeof metric>[]): GroupRule => ({
  ...{ rule: 'sum-of-rounded', code: 'G', names: { vi: 'G', en: 'G' }, max: '20' },
  metrics,
});
const both = group(metric('a', 'ratio'), metric('b', 'ratio'));
const withGranted = group(metric('a', 'ratio'), metric('c', 'granted'));

describe('points of a group', () => {
  test.each([
    ['no metric has a figure', both, { a: scored('missing') }, 'missing'],
    ['one has a figure of zero', both, { a: scored(null), b: scored('missing') }, 'figures'],
    ['0 of 0 is a figure', both, { a: scored('no-denominator') }, 'figures'],
    ['only what everybody is given', withGranted, {}, 'granted'],
    ['a figure beside what everybody is given', withGranted, { a: scored('capped') }, 'figures'],
  ])('%s', (_, rule, indicators, expected) => {
    expect(pointsGround(rule, indicators as Indicators)).toBe(expected);
  });

  test('that are published as they are rest on figures', () => {
    const rule: GroupRule = { rule: 'reported', code: 'G', names: both.names, max: '1', indicator: 'x' };
    expect(pointsGround(rule, {})).toBe('figures');
  });

  test('of a unit with one figure: zero is told as missing, what is given as given', () => {
    const scorecard = (scorecardsFile.scorecards as Scorecard[]).find(
      ({ code, groups }) => code === 'qd766' && groups.some((each) => each.rule === 'sum-of-rounded'),
    );
    const unit = 'province:52@2025';
    const own = scorecard?.groups.find(
      (each) => 'metrics' in each && each.metrics.some(({ rule }) => rule === 'granted'),
    );
    const given = {
      units: [{ unit, groups: { [own?.code ?? '']: '2', MDHL: '0' }, indicators: {} }],
    } as unknown as ScorecardRollup;
    const told = grounded(given, scorecard);
    expect(told.rollup.units[0]?.groups).toEqual({ [own?.code ?? '']: '2', MDHL: null });
    expect(told.isGranted(unit, own?.code ?? '')).toBe(true);
    expect(told.isGranted(unit, 'MDHL')).toBe(false);
    expect(grounded(given, undefined).rollup).toEqual(given);
  });
});
