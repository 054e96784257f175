import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Basis, figureAt, placed } from '../../../shared/aggregation/basis.ts';
import { combine, figureFrom } from '../../../shared/aggregation/combine.ts';
import { coverageOf, rollUpIndicator } from '../../../shared/aggregation/roll-up.ts';
import type { Round } from '../../../shared/aggregation/round.ts';
import { rollUpScorecard } from '../../../shared/aggregation/score-round.ts';
import { seriesPointsOf } from '../../../shared/aggregation/series-point.ts';
import { roundFrom, storedRound } from '../../../shared/aggregation/stored-round.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { unitsOn } from '../../../shared/catalog/unit.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { catalog, figure, onTimeCard, roundOf } from './rounds.ts';

/** What holds of every round on the map of 63 provinces, whoever has reported whatever. */

const provinces = unitsOn(catalog, 'province', '2024-12-31').map(({ id }) => id);
const of = (id: string) => catalog.indicators.get(id) as Indicator;
const amount = fc.integer({ min: 0, max: 99_999_999 }).map((units) => {
  const text = String(units).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
});
const figures = fc.record({
  population: fc.integer({ min: 1, max: 9_999_999 }),
  grdp: amount,
  perHead: amount,
  part: fc.integer({ min: 0, max: 999_999 }),
  rest: fc.integer({ min: 0, max: 999_999 }),
});
type Given = typeof figures extends fc.Arbitrary<infer G> ? G : never;
const figuresOf = ({ population, grdp, perHead, part, rest }: Given): Figure[] => [
  figure('population', String(population)),
  figure('grdp', grdp),
  figure('grdp-per-head', perHead),
  figure('on-time', String(part), String(part + rest)),
];

const all = fc.array(figures, { minLength: 63, maxLength: 63 });
/** A round in which those have reported whose place is not left out. */
const round = fc.tuple(all, fc.subarray([...provinces.keys()], { maxLength: 20 })).map(([given, silent]) => {
  const reported = provinces.flatMap((id, at) =>
    silent.includes(at) ? [] : [[id, figuresOf(given[at] as Given)]],
  );
  return roundOf(Object.fromEntries(reported) as Record<string, Figure[]>);
});
const full = all.map((given) =>
  roundOf(Object.fromEntries(provinces.map((id, at) => [id, figuresOf(given[at] as Given)]))),
);
const additive = ['population', 'grdp', 'grdp-per-head', 'on-time'];
const today = '2026-09-14';
const rolled = (given: Round, id: string, basis: Basis) =>
  rollUpIndicator(placed(given, basis, today), of(id));
const runs = { numRuns: 25 };

describe('both maps', () => {
  test('agree for the nation, whoever is missing', () => {
    fc.assert(
      fc.property(round, fc.constantFrom(...additive), (given, id) => {
        const [before, now] = [rolled(given, id, 'as-reported'), rolled(given, id, 'current')];
        expect(now.national).toEqual(before.national);
        expect(before.national.counted).toBe(before.coverage.counted);
      }),
      runs,
    );
  });

  test('merging, then adding up is adding up, then merging', () => {
    fc.assert(
      fc.property(full, fc.constantFrom(...additive), (given, id) => {
        const now = placed(given, 'current', today);
        const population = (place: (typeof now.places)[number]) => figureAt(now, place, of('population'));
        const merged = now.places.map((place) => ({
          figure: figureFrom(id, figureAt(now, place, of(id))),
          weight: figureFrom('population', population(place)),
        }));
        const { counted: _, expected: __, ...nation } = combine(of(id), merged);
        expect(rolled(given, id, 'as-reported').national).toMatchObject(nation);
      }),
      runs,
    );
  });

  test('the regions of either add up to the nation', () => {
    fc.assert(
      fc.property(round, fc.constantFrom('as-reported' as const, 'current' as const), (given, basis) => {
        const { regions, national } = rolled(given, 'population', basis);
        const total = regions.reduce((sum, { value }) => sum + BigInt(value ?? '0'), 0n);
        expect(String(total)).toBe(national.value ?? '0');
        expect(regions.reduce((sum, { counted }) => sum + counted, 0)).toBe(national.counted);
      }),
      runs,
    );
  });

  test('a merged unit has a figure exactly when all its parts have reported', () => {
    fc.assert(
      fc.property(round, (given) => {
        const now = placed(given, 'current', today);
        for (const place of now.places) {
          const { value } = figureAt(now, place, of('population'));
          expect(value !== null).toBe(place.parts.every(({ standing }) => standing !== null));
        }
        const { expected, counted, missing } = coverageOf(now);
        expect([expected, counted + missing.length]).toEqual([34, 34]);
      }),
      runs,
    );
  });
});

describe('the order in which figures come', () => {
  test('changes no digit of a scorecard, an indicator or a series', () => {
    fc.assert(
      fc.property(round, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const entries = given.entries.map((entry) => {
          const keyed = entry.figures.map((each) => ({ each, key: numbers.next().value as number }));
          return { ...entry, figures: keyed.sort((a, b) => a.key - b.key).map(({ each }) => each) };
        });
        const shuffled = { ...given, entries };
        for (const basis of ['as-reported', 'current'] as const) {
          expect(rollUpScorecard(placed(shuffled, basis, today), onTimeCard)).toEqual(
            rollUpScorecard(placed(given, basis, today), onTimeCard),
          );
        }
        expect(seriesPointsOf(shuffled)).toEqual(seriesPointsOf(given));
        expect(storedRound(shuffled)).toEqual(storedRound(given));
      }),
      runs,
    );
  });

  test('a round that was kept tells the same as the one that was gathered', () => {
    fc.assert(
      fc.property(round, fc.constantFrom(...additive), (given, id) => {
        const kept = roundFrom(JSON.parse(JSON.stringify(storedRound(given))), catalog);
        expect(rolled(kept, id, 'current')).toEqual(rolled(given, id, 'current'));
      }),
      runs,
    );
  });
});
