import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Basis, placed } from '../../../shared/aggregation/basis.ts';
import { punctualityOf } from '../../../shared/aggregation/punctuality.ts';
import { rollUpIndicator as rollUp } from '../../../shared/aggregation/roll-up.ts';
import type { Entry, Reported, Round } from '../../../shared/aggregation/round.ts';
import { rollUpScorecard } from '../../../shared/aggregation/score-round.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import { expectedUnits } from '../../../shared/catalog/reporters.ts';
import type { Form, Indicator, Scorecard, Unit } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { counts } from '../../data/qd766/figures.ts';

const form = catalog.forms.get('qd766') as Form;
const scorecard = catalog.scorecards.get('qd766') as Scorecard;
const onTimeDossiers = catalog.indicators.get('766.TDGQ') as Indicator;
const period = periodOf('2026-Q3') as Period;
const units = expectedUnits(catalog, form, period);

const onTime: Reported = { version: 1, state: 'on-time' };

const ratio = (indicator: string, numerator: string | null, denominator: string | null): Figure => ({
  indicator,
  value: null,
  numerator,
  denominator,
  status: numerator === null ? 'missing' : denominator === '0' ? 'no-denominator' : 'reported',
  approximate: false,
  note: null,
});

const roundOf = (entries: Entry[]): Round => ({ form, period, entries, catalog });
const reported = (unit: Unit, ...figures: Figure[]): Entry => ({ unit, standing: onTime, figures });
const rollUpIndicator = (round: Round, indicator: Indicator, basis: Basis = 'as-reported') =>
  rollUp(placed(round, basis, '2026-12-31'), indicator);
const silent = (unit: Unit): Entry => ({ unit, standing: null, figures: [] });

describe('an indicator of the nation', () => {
  const speed = catalog.indicators.get('H1-2022-08') as Indicator;
  const firstHalf = periodOf('2022-H1') as Period;
  const [ministry, another] = ['ministry:BTTTT', 'ministry:BCA'].map((id) => catalog.units.get(id) as Unit);
  const nation: Form = { ...form, unitKind: 'ministry', reporters: ['ministry:BTTTT'] };
  const mbps: Figure = { ...ratio(speed.id, null, null), value: '71.79', status: 'reported' };
  const told = (entries: Entry[], asked: Partial<Form> = {}, indicator = speed) =>
    rollUpIndicator({ form: { ...nation, ...asked }, period: firstHalf, entries, catalog }, indicator)
      .national;

  test('is what the only unit says that reports it: 71.79 Mbps, as the report of the first half of 2022 gave it', () => {
    expect(told([reported(ministry as Unit, mbps)])).toEqual({
      numerator: null,
      denominator: null,
      value: '71.79',
      reason: null,
      counted: 1,
      expected: 1,
    });
  });

  test('is refused where more than one reports it, where it is not asked of the nation, and where nobody did', () => {
    const both = [reported(ministry as Unit, mbps), reported(another as Unit, mbps)];
    expect(told(both, { reporters: ['ministry:BTTTT', 'ministry:BCA'] }).reason).toBe('not-additive');
    const { level: _, ...ofNobody } = speed;
    expect(told([reported(ministry as Unit, mbps)], {}, ofNobody).reason).toBe('not-additive');
    expect(told([silent(ministry as Unit)]).value).toBeNull();
  });
});

describe('the roll-up of an indicator', () => {
  test('the national ratio is the ratio of sums, not the mean of ratios', () => {
    const [first, second, third] = units as [Unit, Unit, Unit];
    const rolled = rollUpIndicator(
      roundOf([
        reported(first, ratio('766.TDGQ', '1', '2')),
        reported(second, ratio('766.TDGQ', '90', '98')),
        silent(third),
      ]),
      onTimeDossiers,
    );
    // By hand: (1 + 90) / (2 + 98) = 91 %; the mean of 50 % and 91.84 % would be 70.92 %.
    expect(rolled.national).toEqual({
      numerator: '91',
      denominator: '100',
      value: '91',
      reason: null,
      counted: 2,
      expected: 3,
    });
    expect(rolled.coverage).toMatchObject({ expected: 3, counted: 2, missing: [{ unit: third.id }] });
  });

  test('published counts of the 34 units, against sums made with BigInt', () => {
    const rows = counts.filter((row) => row.indicator === '766.TDGQ');
    const entries = units.map((unit) => {
      const row = rows.find((candidate) => candidate.unit === unit.code);
      return reported(unit, ratio('766.TDGQ', row?.a as string, row?.b as string));
    });
    const total = (key: 'a' | 'b') => rows.reduce((sum, row) => sum + BigInt(row[key] as string), 0n);
    const { national } = rollUpIndicator(roundOf(entries), onTimeDossiers);
    expect(national.numerator).toBe(String(total('a')));
    expect(national.denominator).toBe(String(total('b')));
  });

  test('0 of 0 has no value and says why; a missing figure is not zero', () => {
    const [first, second] = units as [Unit, Unit];
    const zeroes = rollUpIndicator(roundOf([reported(first, ratio('766.TDGQ', '0', '0'))]), onTimeDossiers);
    expect(zeroes.national).toEqual({
      numerator: '0',
      denominator: '0',
      value: null,
      reason: 'no-denominator',
      counted: 1,
      expected: 1,
    });
    const missing = rollUpIndicator(
      roundOf([
        reported(first, ratio('766.TDGQ', null, null)),
        reported(second, ratio('766.TDGQ', '1', '4')),
      ]),
      onTimeDossiers,
    );
    expect(missing.national.value).toBe('25');
    expect(missing.units[0]).toMatchObject({ value: null, reason: 'missing' });
  });

  test('a reported score has no national sum', () => {
    const online = catalog.indicators.get('766.ONLINE') as Indicator;
    expect(rollUpIndicator(roundOf(units.map(silent)), online).national.reason).toBe('not-additive');
  });

  test('the order in which units come changes no digit', () => {
    const entries = units.map((unit, index) =>
      reported(unit, ratio('766.TDGQ', String(index * 7), String(index * 11 + 1))),
    );
    const wanted = rollUpIndicator(roundOf(entries), onTimeDossiers).national;
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(rollUpIndicator(roundOf(shuffled), onTimeDossiers).national).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a scorecard of a round', () => {
  test('names who is missing and ranks only who reported', () => {
    const rolled = rollUpScorecard(placed(roundOf(units.map(silent)), 'as-reported'), scorecard);
    expect(rolled.units).toEqual([]);
    expect(rolled.coverage.missing).toHaveLength(34);
  });

  test('the expected units of 2026-Q3 are the 34 of the new map', () => expect(units).toHaveLength(34));
});

describe('punctuality', () => {
  // Due on 25 September 2026 (NĐ 09/2019/NĐ-CP, Art. 13(1)): until midnight in Viet Nam, 17:00 UTC.
  test.each([
    ['2026-09-25T16:59:59.999Z', null, 'on-time'],
    ['2026-09-25T17:00:00.000Z', null, 'late'],
    ['2026-09-25T17:00:00.000Z', '2026-09-26', 'on-time'],
  ])('received at %s, extended to %s: %s', (received, extendedTo, state) => {
    expect(punctualityOf({ form, period }, received, extendedTo)).toBe(state);
  });

  test('a publication that nobody owes by a day is never late', () => {
    expect(punctualityOf({ form: { ...form, owed: false }, period }, '2030-01-01T00:00:00.000Z', null)).toBe(
      'reported',
    );
  });
});
