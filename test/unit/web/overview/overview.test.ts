import { describe, expect, test } from '@jest/globals';
import type { MeetingView } from '../../../../shared/query/read-meeting.ts';
import type { NationProgress } from '../../../../shared/query/read-meeting-progress.ts';
import { addressesOf } from '../../../../web/pages/overview/addresses.ts';
import { shownFirst, stageOf } from '../../../../web/pages/overview/coming-meeting.ts';
import { type Moves, movesOf, nationMovesOf } from '../../../../web/pages/overview/moves.ts';
import { barOf, pillarsOf, standingOn } from '../../../../web/pages/overview/pillars.ts';

const meeting = (id: string, date: string, more: Partial<MeetingView> = {}) =>
  ({ id, date, state: 'planned', asks: [{ form: 'qd766', period: '2026-Q3' }], ...more }) as MeetingView;
const held = (id: string, date: string) => meeting(id, date, { state: 'held', asks: [] });

describe('which meeting is shown first', () => {
  test('of those that are planned, the next one', () => {
    const all = [meeting('c', '2027-01-14'), meeting('b', '2026-10-15'), held('a', '2025-09-24')];
    expect(shownFirst(all, '2026-10-15')?.id).toBe('b');
    expect(shownFirst(all, '2026-10-16')?.id).toBe('c');
    expect(shownFirst(all, '2027-02-01')?.id).toBe('c');
  });

  test('without any that is planned, the last session that was held; without any at all, none', () => {
    expect(shownFirst([held('a', '2025-07'), held('b', '2025-09-24')], '2026-10-15')?.id).toBe('b');
    expect(shownFirst([], '2026-10-15')).toBeUndefined();
  });
});

describe('how far a meeting has come', () => {
  const cutOff = '2026-10-14T17:00:00';
  const planned = meeting('m', '2026-10-15', { cutOff });
  // 17:00 in Viet Nam is 10:00 UTC.
  test.each([
    ['collecting', '2026-10-14T09:59:59Z', false],
    ['closing', '2026-10-14T10:00:00Z', false],
    ['frozen', '2026-10-14T10:00:00Z', true],
  ])('%s', (stage, now, isFrozen) => {
    expect(stageOf(planned, isFrozen, Date.parse(now))).toBe(stage);
  });

  test('one that was cancelled, and one from before this service', () => {
    expect(stageOf({ ...planned, state: 'cancelled' }, false, 0)).toBe('cancelled');
    expect(stageOf({ state: 'held', asks: [], cutOff: null }, false, 0)).toBe('held');
  });
});

test('the addresses follow from the list alone; who has signed in also sees forms that are not public', () => {
  const listed = meeting('ubqg-11', '2026-10-15', { scorecards: ['qd766'] });
  const addresses = addressesOf(listed, false);
  expect(addresses.progress).toBe('/v1/public/meetings/ubqg-11/progress');
  expect(addresses.series).toBe('/v1/public/series?scorecard=qd766&basis=current&from=2025-Q3&to=2026-Q3');
  expect(addressesOf(listed, true).progress).toBe('/v1/meetings/ubqg-11/progress');
  const nothing = addressesOf({ id: 'bcdcp-04', asks: [], scorecards: [] }, false);
  expect([nothing.coverage, nothing.frozen, nothing.tasks]).toEqual([null, null, null]);
});

describe('what moved', () => {
  const unit = (id: string, total: string | null, more = {}) => ({
    unit: id,
    name: id,
    rank: null,
    total,
    ...more,
  });
  const all = { expected: 34, counted: 34 };
  const series = (period: string, values: Record<string, string | null>, coverage = all) =>
    ({
      items: [
        {
          period,
          coverage,
          units: Object.entries(values).map(([id, value]) => ({ unit: id, name: id, value })),
        },
      ],
    }) as never;
  const scored = (units: ReturnType<typeof unit>[], coverage = all) => ({
    units,
    period: '2026-Q3',
    coverage,
  });

  test('the largest rise and the largest fall, exactly', () => {
    const now = [unit('A', '68.8'), unit('B', '55.23'), unit('C', '60'), unit('D', '61.1')];
    const then = series('2026-Q2', { A: '60.1', B: '60.3', C: '60', D: '61' });
    const moves = movesOf(scored(now), then) as Moves;
    expect(moves.rises.map(({ unit: id, change }) => [id, change])).toEqual([
      ['A', '8.7'],
      ['D', '0.1'],
    ]);
    expect(moves.falls.map(({ unit: id, change }) => [id, change])).toEqual([['B', '-5.07']]);
    expect(moves.compared).toBe(4);
  });

  test('who has no points, or only those of some communes, is not compared', () => {
    const now = [unit('A', null), unit('B', '50', { partial: true }), unit('C', '60')];
    const then = series('2026-Q2', { A: '60', B: '40', C: null });
    expect(movesOf(scored(now), then)).toBe('none-alike');
  });

  test('without an earlier period there is nothing to compare with', () => {
    expect(movesOf(scored([unit('A', '1')]), series('2026-Q3', { A: '1' }))).toBe('no-earlier');
  });

  test('below half of the units, now or then, nothing is compared', () => {
    const [now, then] = [[unit('A', '2')], { A: '1' }];
    const few = { expected: 34, counted: 16 };
    expect(movesOf(scored(now, few), series('2026-Q2', then))).toBe('too-few');
    expect(movesOf(scored(now), series('2026-Q2', then, few))).toBe('too-few');
    const half = { expected: 34, counted: 17 };
    expect(movesOf(scored(now, half), series('2026-Q2', then))).toMatchObject({ compared: 1 });
  });

  describe('of the nation', () => {
    const figure = (indicator: string, unit: string, now: string | null, before: string | null) => ({
      indicator,
      unit,
      national: { value: now },
      before: before === null ? null : { period: '2026-Q2', value: before },
    });
    const movesIn = (indicators: ReturnType<typeof figure>[], most = 9) =>
      nationMovesOf([{ form: 'f', period: '2026-Q3', isTold: true, indicators }] as never, most).map(
        ({ indicator, change }) => [indicator, change],
      );

    test('shares in percent first, however large another change is; of one unit the larger, up or down', () => {
      const indicators = [
        figure('gone', '%', '1', null),
        figure('money', 'đồng', '9000000000', '0'),
        figure('up', '%', '0.3', '0.1'),
        figure('down', '%', '40', '90'),
      ];
      expect(movesIn(indicators)).toEqual([
        ['down', '-50'],
        ['up', '0.2'],
        ['money', '9000000000'],
      ]);
      expect(movesIn(indicators, 1)).toEqual([['down', '-50']]);
    });

    // As binary floats all three are 2^53.
    test('is exact where binary floats see no difference', () => {
      const indicators = [
        figure('a', 'đồng', '9007199254740991.9', '0'),
        figure('b', 'đồng', '9007199254740992.3', '0'),
        figure('c', 'đồng', '0', '9007199254740992.1'),
      ];
      expect(movesIn(indicators).map(([indicator]) => indicator)).toEqual(['b', 'c', 'a']);
    });
  });
});

describe('how many units a pillar’s figures are of', () => {
  const of = (counted: number, value: string | null = '40', expected = 34) =>
    ({ national: { value, counted, expected } }) as unknown as NationProgress & {
      form: string;
      period: string;
    };

  test('is one number, or from a least to a most; what has no figure is not counted', () => {
    expect(standingOn([of(12), of(12), of(0, null)])).toEqual({ least: 12, most: 12, expected: 34 });
    expect(standingOn([of(12), of(34)])).toEqual({ least: 12, most: 34, expected: 34 });
  });

  test('is not said where all are in, none is, or other units are asked', () => {
    expect(standingOn([of(34), of(34)])).toBeNull();
    expect(standingOn([of(0, null)])).toBeNull();
    expect(standingOn([])).toBeNull();
    expect(standingOn([of(12), of(5, '1', 20)])).toBeNull();
  });
});

describe('the pillars', () => {
  const result = (id: string, pillar: string | null, state: string, distance: string | null) =>
    ({
      indicator: id,
      pillar,
      unit: '%',
      target: { aim: { is: '>=', value: '100' }, text: '', source: '' },
      national: { value: '40', state, distance },
    }) as unknown as NationProgress;
  const asks = [
    {
      form: 'qd766',
      period: '2026-Q3',
      isTold: true,
      indicators: [
        result('near', 'government', 'behind', '1.5'),
        result('done', 'government', 'reached', '0'),
        result('far', 'government', 'behind', '87.8'),
        result('none', 'government', 'not-a-number', null),
      ],
    },
  ];

  test('three are always there; what is farthest from its target comes first, what is reached last', () => {
    const pillars = pillarsOf({ asks });
    expect(pillars.map(({ code, results }) => [code, results.length])).toEqual([
      ['government', 4],
      ['economy', 0],
      ['society', 0],
    ]);
    expect(pillars[0]?.results.map(({ indicator }) => indicator)).toEqual(['far', 'near', 'none', 'done']);
    // What holds all the time and is not reached is not held.
    expect(pillars[0]?.counts).toEqual([
      ['reached', 1],
      ['not-held', 2],
      ['not-a-number', 1],
    ]);
  });

  test('a bar is drawn of shares alone, within its box', () => {
    const { unit, target, national } = result('a', 'government', 'behind', '1');
    expect(barOf({ unit, target, national })).toEqual({ value: 40, target: 100 });
    expect(barOf({ unit: 'điểm', target, national })).toBeNull();
    expect(barOf({ unit, target, national: { ...national, value: null } })).toBeNull();
    expect(barOf({ unit, target, national: { ...national, value: '140' } })?.value).toBe(100);
  });
});
