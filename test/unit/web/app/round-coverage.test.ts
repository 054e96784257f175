import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import type { Series } from '../../../../shared/query/read-series.ts';
import { coverageIn, defaultRound, newestTold } from '../../../../web/app/round-coverage.ts';
import { type ScoredRound, scoredRounds } from '../../../../web/app/scored-rounds.ts';

/** Which round a page opens on, in each state of a system; due days are those of NĐ 09/2019/NĐ-CP. */

const lists = { scorecards: catalog.everyScorecard, forms: catalog.everyForm };
const rounds = scoredRounds(lists, ['2026-Q4']);

type Counted = Readonly<Record<string, number>>;
const seriesOf = (scorecard: string, counted: Counted) =>
  ({
    scorecard,
    items: Object.entries(counted).map(([period, units]) => ({
      period,
      coverage: { expected: 34, counted: units, missing: [] },
    })),
  }) as unknown as Series;

const history = [
  seriesOf('qd766', { 2022: 34, 2023: 34, 2024: 34 }),
  seriesOf('dti2024', { 2024: 34 }),
  seriesOf('dti922', { 2022: 34, 2023: 34 }),
];
const nameOf = (round: ScoredRound | undefined) => round && `${round.scorecard.code} ${round.period}`;

describe('the round that is shown first', () => {
  test.each<[string, Series[], string, string]>([
    ['with the published years alone, the newest of them', history, '2026-09-22', 'qd766 2024'],
    ['nobody reported although the day has passed', history, '2027-01-10', 'qd766 2024'],
    [
      'a few early reports do not stand for the nation',
      [...history, seriesOf('qd766', { '2026-Q3': 2 })],
      '2026-09-22',
      'qd766 2024',
    ],
    [
      'all reported',
      [...history, seriesOf('qd766', { '2026-Q3': 34, '2026-Q4': 1 })],
      '2026-10-16',
      'qd766 2026-Q3',
    ],
    [
      'without the published years, the few that reported',
      [seriesOf('qd766', { '2026-Q3': 2 })],
      '2026-09-22',
      'qd766 2026-Q3',
    ],
    ['one scorecard alone was published', [seriesOf('dti922', { 2022: 34 })], '2026-09-22', 'dti922 2022'],
    [
      'a point that counts nobody is no figure',
      [seriesOf('dti2024', { 2024: 0 })],
      '2026-09-22',
      'qd766 2026-Q4',
    ],
    ['with nothing at all, the newest that is asked for', [], '2026-09-22', 'qd766 2026-Q4'],
  ])('%s', (_, series, today, expected) => {
    expect(nameOf(defaultRound(rounds, coverageIn(series), today))).toBe(expected);
  });

  test('with nothing at all and no meeting, the newest year that may be published; of no round, none', () => {
    const years = scoredRounds(lists, []);
    expect(nameOf(defaultRound(years, coverageIn([]), '2026-09-22'))).toBe('qd766 2024');
    expect(defaultRound([], coverageIn(history), '2026-09-22')).toBeUndefined();
  });
});

describe('where figures are when a round has none', () => {
  const [asked] = rounds as [ScoredRound];
  const dti = rounds.find(({ scorecard }) => scorecard.code === 'dti922') as ScoredRound;

  test('the newest of its own scorecard, else of any, else nowhere', () => {
    expect(nameOf(newestTold(rounds, coverageIn(history), asked))).toBe('qd766 2024');
    expect(nameOf(newestTold(rounds, coverageIn(history), dti))).toBe('dti922 2023');
    expect(nameOf(newestTold(rounds, coverageIn([seriesOf('dti922', { 2022: 3 })]), asked))).toBe(
      'dti922 2022',
    );
    expect(newestTold(rounds, coverageIn([seriesOf('qd766', { 2024: 0 })]), asked)).toBeUndefined();
  });
});
