import { describe, expect, test } from '@jest/globals';
import { placed } from '../../../shared/aggregation/basis.ts';
import { coverageDocument } from '../../../shared/aggregation/punctuality.ts';
import { rollUpIndicator } from '../../../shared/aggregation/roll-up.ts';
import type { Round } from '../../../shared/aggregation/round.ts';
import { rollUpScorecard } from '../../../shared/aggregation/score-round.ts';
import { roundFrom, storedRound } from '../../../shared/aggregation/stored-round.ts';
import type { WholeFigure } from '../../../shared/aggregation/whole-figures.ts';
import type { Indicator, Scorecard } from '../../../shared/catalog/schema.ts';
import { catalog, figure, meanCard, onTimeCard, roundOf } from './rounds.ts';

/** One rule for sums, means and points: all parts nil, the whole is; one part nil, the whole is not told. */

const binhDinh = 'province:52@2008';
const oldGiaLai = 'province:64@2008';
const giaLai = 'province:52@2025';
const own = [figure('population', '7'), figure('on-time', '1', '2'), figure('index', '0.7')];
const of = (id: string) => catalog.indicators.get(id) as Indicator;

/** A round in which the two have reported: those who are named that there is nothing to report. */
function roundWith(nil: readonly string[], figures: readonly WholeFigure[] = own): Round {
  const given = (id: string) => (nil.includes(id) ? [] : figures);
  const round = roundOf({ [binhDinh]: given(binhDinh), [oldGiaLai]: given(oldGiaLai) });
  const entries = round.entries.map((entry) =>
    nil.includes(entry.unit.id)
      ? { ...entry, standing: { version: 1, state: 'reported' as const, nil: true as const } }
      : entry,
  );
  return roundFrom(JSON.parse(JSON.stringify(storedRound({ ...round, entries }))), catalog);
}
const unitIn = <T extends { unit: string }>({ units }: { units: T[] }, unit = giaLai) =>
  units.find((each) => each.unit === unit);
const rolled = (round: Round, id: string) => rollUpIndicator(placed(round, 'current', '2026-01-01'), of(id));
const scored = (round: Round, card: Scorecard) =>
  unitIn(rollUpScorecard(placed(round, 'current', '2026-01-01'), card));
const both = [binhDinh, oldGiaLai];

describe('one part that has nothing to report', () => {
  test.each(['population', 'on-time', 'index'])('leaves %s untold, and says whose', (id) => {
    for (const figures of [own, []]) {
      expect(unitIn(rolled(roundWith([binhDinh], figures), id))).toMatchObject({
        value: null,
        reason: 'parts-missing',
        predecessors: [
          { unit: binhDinh, value: null, reason: 'nil' },
          { unit: oldGiaLai, reason: figures === own ? null : 'missing' },
        ],
      });
    }
  });

  test.each([
    ['recomputed', onTimeCard, 'R'],
    ['a mean of points', { ...onTimeCard, merged: 'mean' as const }, 'R'],
    ['a mean of indices', meanCard, 'I'],
  ])('leaves points untold, %s: nothing is not zero', (_, card, group) => {
    for (const figures of [own, []]) {
      expect(scored(roundWith([binhDinh], figures), card)).toMatchObject({
        rank: null,
        total: null,
        totalReason: 'parts-missing',
        groups: { [group]: null },
      });
    }
  });

  test('does not make the merged unit nil in the coverage', () => {
    const document = coverageDocument(
      placed(roundWith([binhDinh]), 'current', '2026-01-01'),
      '2026-01-01T00:00:00.000Z',
    );
    expect(document).toMatchObject({ counted: 1, counts: { nil: 0 } });
    expect(unitIn(document)).not.toHaveProperty('nil');
    expect(unitIn(document)?.predecessors).toMatchObject([{ nil: true }, { state: 'reported' }]);
  });

  test('is not counted in the nation, which is told', () => {
    expect(rolled(roundWith([binhDinh]), 'population').national).toMatchObject({ value: '7', counted: 1 });
  });
});

describe('all parts without anything to report', () => {
  const round = roundWith(both);

  test.each(['population', 'on-time', 'index'])('make %s nil', (id) => {
    expect(unitIn(rolled(round, id))).toMatchObject({
      value: null,
      reason: 'nil',
      predecessors: [{ reason: 'nil' }, { reason: 'nil' }],
    });
  });

  test.each([onTimeCard, { ...onTimeCard, merged: 'mean' as const }, meanCard])('make points nil', (card) => {
    expect(scored(round, card)).toMatchObject({ rank: null, total: null, totalReason: 'nil' });
  });

  test('make the merged unit nil, and it is counted so', () => {
    const document = coverageDocument(placed(round, 'current', '2026-01-01'), '2026-01-01T00:00:00.000Z');
    expect(unitIn(document)).toMatchObject({ state: 'reported', nil: true });
    expect(document).toMatchObject({ counted: 1, counts: { nil: 1, reported: 1 } });
  });

  test('make the nation and its regions nil where they are all the units', () => {
    const everybody = catalog.units.values().filter(({ kind }) => kind === 'province');
    const nation = rolled(roundWith(everybody.map(({ id }) => id).toArray()), 'population');
    expect(nation.national).toMatchObject({ value: null, reason: 'nil', counted: 0, expected: 63 });
    expect(new Set(nation.regions.map(({ reason }) => reason))).toEqual(new Set(['nil']));
    expect(rolled(round, 'population').national).toMatchObject({ value: null, reason: 'missing' });
  });
});
