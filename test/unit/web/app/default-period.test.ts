import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { defaultPeriod, dueDayOf, type PeriodCoverage } from '../../../../web/app/default-period.ts';
import { isTooFew, isUnlike } from '../../../../web/app/too-few.ts';

type Known = PeriodCoverage & { period: string };
const year: Known = { period: '2024', expected: 63, counted: 63, due: null };
const third = (counted: number): Known => ({ period: '2026-Q3', expected: 34, counted, due: '2026-09-25' });
const fourth = (counted: number): Known => ({ period: '2026-Q4', expected: 34, counted, due: '2026-12-25' });
const shown = (periods: readonly Known[], today: string) =>
  defaultPeriod(periods, (period) => period, today)?.period;

describe('the period that is shown where none is asked for', () => {
  test.each([
    ['one early report does not stand for the nation', [year, third(34), fourth(1)], '2026-10-16', '2026-Q3'],
    ['nor do all but one', [year, third(34), fourth(33)], '2026-10-16', '2026-Q3'],
    ['all of them do, before the day', [year, third(34), fourth(34)], '2026-10-16', '2026-Q4'],
    ['on its due day a period is still open', [year, third(34), fourth(20)], '2026-12-25', '2026-Q3'],
    ['once it has passed, who reported counts', [year, third(34), fourth(20)], '2026-12-26', '2026-Q4'],
    ['but nobody is no figure', [year, third(34), fourth(0)], '2026-12-26', '2026-Q3'],
    ['what was published is owed by no day', [year, third(1)], '2026-09-20', '2024'],
    ['where nothing else has figures, a few are shown', [third(0), fourth(1)], '2026-09-20', '2026-Q4'],
    ['and where nothing has, the newest', [third(0), fourth(0)], '2026-09-20', '2026-Q4'],
  ])('%s', (_, periods, today, expected) => {
    expect(shown(periods, today)).toBe(expected);
  });

  test('of no period there is none', () => {
    expect(shown([], '2026-10-16')).toBeUndefined();
  });
});

test('a quarter is due by the 25th of its last month; a publication by no day', () => {
  const forms = catalog.everyForm.filter(({ code }) => code === 'qd766');
  expect(dueDayOf(forms, '2026-Q4')).toBe('2026-12-25');
  expect(dueDayOf(forms, '2024')).toBeNull();
  expect(dueDayOf(forms, 'nonsense')).toBeNull();
});

test.each([
  [16, true],
  [17, false],
])('%i of 34 are too few to compare the nation: %s', (counted, isFew) => {
  expect(isTooFew({ expected: 34, counted })).toBe(isFew);
});

test.each([
  [1, 34, true],
  [34, 16, true],
  [34, 17, false],
  [2, 2, false],
])('what moved between %i and %i units is who reported: %s', (now, then, expected) => {
  expect(isUnlike({ counted: now }, { counted: then })).toBe(expected);
});
