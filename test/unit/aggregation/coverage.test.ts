import { describe, expect, test } from '@jest/globals';
import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import { placed } from '../../../shared/aggregation/basis.ts';
import { type CoverageDocument, coverageDocument } from '../../../shared/aggregation/punctuality.ts';
import { rollUpIndicator } from '../../../shared/aggregation/roll-up.ts';
import { emptyRound, type Reported, type Round } from '../../../shared/aggregation/round.ts';
import { rollUpScorecard } from '../../../shared/aggregation/score-round.ts';
import { roundFrom, storedRound } from '../../../shared/aggregation/stored-round.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Indicator, Scorecard } from '../../../shared/catalog/schema.ts';

/** What it means that nothing stands depends on when it is asked, and on the unit's own deadline. */

const cds = catalog.forms.get('cds') as Form;
const binhDinh = 'province:52@2008';
const oldGiaLai = 'province:64@2008';
const giaLai = 'province:52@2025';
const haNoi = 'province:01@2008';

/** A round of the form in which some have reported and some were granted more time. */
/** On the map of the 34, while the second quarter of 2025 was told on that of the 63. */
const today = '2025-07-02';

function roundOf(
  form: Form,
  period: string,
  given: Record<string, { standing?: Reported; extendedTo?: string }>,
): Round {
  const round = emptyRound(catalog, form, periodOf(period) as Period);
  const entries = round.entries.map((entry) => ({ ...entry, ...given[entry.unit.id] }));
  return { ...round, entries };
}
const onTime: Reported = { version: 1, state: 'on-time' };
const stateOf = ({ units }: CoverageDocument, unit: string) =>
  units.find((each) => each.unit === unit)?.state;

// 2026-09-25 is a Friday: the quarter is due by its end, 17:00 UTC.
describe('nothing stands', () => {
  const round = roundOf(cds, '2026-Q3', { [haNoi]: { extendedTo: '2026-09-30' } });
  const at = (instant: string) => coverageDocument(placed(round, 'as-reported'), instant);

  test.each([
    ['2026-09-25T16:59:59.999Z', 0, 34],
    ['2026-09-25T17:00:00.000Z', 33, 1],
    ['2026-09-30T16:59:59.999Z', 33, 1],
    ['2026-09-30T17:00:00.000Z', 34, 0],
  ])('at %s: %i are missing, of %i nothing is due', (instant, missing, notDue) => {
    expect(at(instant).counts).toEqual({
      onTime: 0,
      late: 0,
      reported: 0,
      missing,
      notDue,
      nil: 0,
      revised: 0,
    });
    expect(at(instant)).toMatchObject({ expected: 34, counted: 0 });
  });

  test('is said by each unit’s own deadline', () => {
    expect(stateOf(at('2026-09-28T00:00:00.000Z'), haNoi)).toBe('not-due');
    expect(stateOf(at('2026-09-28T00:00:00.000Z'), giaLai)).toBe('missing');
  });

  test('is judged at the cut-off in what is frozen', () => {
    const [first] = documentsOf(round, '2026-09-25T16:00:00.000Z');
    expect(first?.document).toMatchObject({ schema: 'coverage/5', counts: { missing: 0, notDue: 34 } });
  });

  test('on today’s map a unit is missing as soon as one of its predecessors is', () => {
    // 2025-06-25 is a Wednesday: due by 17:00 UTC.
    const at = (more: Parameters<typeof roundOf>[2]) =>
      coverageDocument(placed(roundOf(cds, '2025-Q2', more), 'current', today), '2025-06-27T00:00:00.000Z');
    const later = { extendedTo: '2025-06-30' };
    expect(stateOf(at({ [binhDinh]: later, [oldGiaLai]: later }), giaLai)).toBe('not-due');
    expect(stateOf(at({ [binhDinh]: later }), giaLai)).toBe('missing');
    expect(stateOf(at({ [binhDinh]: later, [oldGiaLai]: { standing: onTime } }), giaLai)).toBe('not-due');
  });
});

test('an extension to a day off is told as it was granted, with the day that counts', () => {
  // 2026-10-03 is a Saturday; the round's own day is 2026-09-25.
  const saturday = roundOf(cds, '2026-Q3', { [haNoi]: { extendedTo: '2026-10-03' } });
  const { due, units } = coverageDocument(placed(saturday, 'as-reported'), '2026-09-30T00:00:00.000Z');
  const dayOf = (id: string) => units.find(({ unit }) => unit === id);
  expect(due).toBe('2026-09-25');
  expect(dayOf(haNoi)).toMatchObject({ extendedTo: '2026-10-03', due: '2026-10-05', state: 'not-due' });
  expect(dayOf(giaLai)).toMatchObject({ extendedTo: null, due: '2026-09-25', state: 'missing' });
});

describe('a nil return', () => {
  const nil: Reported = { version: 1, state: 'late', nil: true };
  const qd766 = catalog.forms.get('qd766') as Form;
  const made = roundOf(qd766, '2026-Q3', { [giaLai]: { standing: nil }, [haNoi]: { standing: onTime } });
  // As it is kept and read again.
  const round = roundFrom(JSON.parse(JSON.stringify(storedRound(made))), catalog);
  const unitIn = <T extends { unit: string }>({ units }: { units: T[] }) =>
    units.find(({ unit }) => unit === giaLai);

  test('counts as reported, on time or late, and is marked', () => {
    const document = coverageDocument(placed(round, 'as-reported'), '2026-10-01T00:00:00.000Z');
    expect(unitIn(document)).toMatchObject({ state: 'late', nil: true, version: 1 });
    expect(document).toMatchObject({ counted: 2, counts: { onTime: 1, late: 1, missing: 32, nil: 1 } });
  });

  test('has figures of no value, because there is nothing to report; a file without the figure is missing it', () => {
    const indicator = catalog.indicators.get('766.TDGQ') as Indicator;
    const document = rollUpIndicator(placed(round, 'as-reported'), indicator);
    expect(unitIn(document)).toMatchObject({ value: null, reason: 'nil' });
    expect(document.units.find(({ unit }) => unit === haNoi)).toMatchObject({
      value: null,
      reason: 'missing',
    });
  });

  test('has no points and no rank: none is not zero', () => {
    const scorecard = catalog.scorecards.get('qd766') as Scorecard;
    const unit = unitIn(rollUpScorecard(placed(round, 'as-reported'), scorecard));
    expect(unit).toMatchObject({ rank: null, total: null, totalReason: 'nil' });
    expect(new Set(Object.values(unit?.groups ?? {}))).toEqual(new Set([null]));
  });

  test('of a predecessor leaves the merged unit’s figure untold, and says whose', () => {
    const indicator = catalog.indicators.get('749-02') as Indicator;
    const figure = {
      indicator: '749-02',
      value: null,
      numerator: '1',
      denominator: '2',
      status: 'reported' as const,
      approximate: false,
      note: null,
    };
    const given = roundOf(cds, '2025-Q2', {
      [binhDinh]: { standing: nil },
      [oldGiaLai]: { standing: onTime },
    });
    const entries = given.entries.map((entry) =>
      entry.unit.id === oldGiaLai ? { ...entry, figures: [figure] } : entry,
    );
    const document = rollUpIndicator(placed({ ...given, entries }, 'current', today), indicator);
    expect(unitIn(document)).toMatchObject({
      value: null,
      reason: 'parts-missing',
      predecessors: [
        { unit: binhDinh, value: null, reason: 'nil' },
        { unit: oldGiaLai, value: '50', reason: null },
      ],
    });
  });
});
