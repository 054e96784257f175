import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { workingDays } from '../../../shared/catalog/working-days.ts';
import { afterQuiet, isQuiet } from '../../../shared/meetings/quiet-hours.ts';

const zone = 'Asia/Ho_Chi_Minh';
const format = "yyyy-MM-dd'T'HH:mm:ss";

/** The days of 2025 and 2026 on which nobody worked though they were weekdays, and the Saturdays that were worked: from the Government's notices as the press told them. */
const off = new Set([
  ...['2025-01-01', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-07'],
  ...['2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
  ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
  ...['2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02'],
]);
const worked = new Set(['2025-04-26', '2026-01-10', '2026-08-22']);

/** The same rule by luxon, minute by minute of the day. */
function isQuietByLuxon(time: DateTime): boolean {
  const day = time.toFormat('yyyy-MM-dd');
  const isWorked = worked.has(day) || (time.weekday <= 5 && !off.has(day));
  const minutes = time.hour * 60 + time.minute;
  return !isWorked || minutes < 7 * 60 + 30 || minutes >= 20 * 60;
}

/** The next moment that is not quiet, found by walking on by half hours: the rule changes at none other. */
function afterQuietByLuxon(from: DateTime): DateTime {
  if (!isQuietByLuxon(from)) return from;
  let time = from.startOf('hour');
  while (time <= from || isQuietByLuxon(time)) time = time.plus({ minutes: 30 });
  return time;
}

const from = DateTime.fromISO('2025-01-01T00:00:00', { zone }).toSeconds();
const until = DateTime.fromISO('2026-12-20T00:00:00', { zone }).toSeconds();
const moments = fc
  .integer({ min: from, max: until })
  .map((seconds) => DateTime.fromSeconds(seconds, { zone }));
/** Where the rules change: around midnight, 07:30 and 20:00 of the days around a rest. */
const edges = fc
  .record({
    day: fc.constantFrom(...off, ...worked),
    aside: fc.integer({ min: -3, max: 3 }),
    at: fc.constantFrom({ hour: 0 }, { hour: 7, minute: 30 }, { hour: 20 }),
    seconds: fc.integer({ min: -61, max: 61 }),
  })
  .map(({ day, aside, at, seconds }) =>
    DateTime.fromISO(day, { zone }).plus({ days: aside }).set(at).plus({ seconds }),
  );

describe('quiet hours', () => {
  test('are those of the same rule written with another library', () => {
    fc.assert(
      fc.property(fc.oneof(moments, edges), (time) => {
        expect(isQuiet(time.toFormat(format))).toBe(isQuietByLuxon(time));
      }),
      { numRuns: 2000 },
    );
  });

  test('end where the other library, walking on by half hours, finds the first moment that is not quiet', () => {
    fc.assert(
      fc.property(fc.oneof(moments, edges), (time) => {
        const ended = afterQuiet(time.toFormat(format));
        expect(ended).toBe(afterQuietByLuxon(time).toFormat(format));
        expect(isQuiet(ended)).toBe(false);
        expect(afterQuiet(ended)).toBe(ended);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['2026-09-25T07:29:59', '2026-09-25T07:30:00', 'a Friday before offices open'],
    ['2026-09-25T20:00:00', '2026-09-28T07:30:00', 'a Friday evening: on Monday'],
    ['2026-02-13T20:00:00', '2026-02-23T07:30:00', 'the last evening before Tết: nine days later'],
    ['2026-02-18T10:00:00', '2026-02-23T07:30:00', 'in the middle of Tết'],
    ['2026-08-22T10:00:00', '2026-08-22T10:00:00', 'a Saturday that is worked for 31 August'],
    ['2026-08-28T21:00:00', '2026-09-03T07:30:00', 'the weekend, 31 August in exchange, 1 and 2 September'],
    ['2025-12-31T23:59:59', '2026-01-05T07:30:00', 'into the new year: 2 January is off in exchange'],
    ['2026-01-10T00:00:00', '2026-01-10T07:30:00', 'the Saturday that is worked for it'],
    ['2024-12-31T20:00:00', '2025-01-02T07:30:00', 'into a year whose first day alone is off'],
  ])('%s → %s: %s', (time, ended) => {
    expect(afterQuiet(time)).toBe(ended);
  });

  test('are of the days that are handed in', () => {
    const everyDay = { isWorkingDay: () => true, workingDayOnOrAfter: (day: string) => day };
    expect(isQuiet('2026-02-17T10:00:00')).toBe(true);
    expect(isQuiet('2026-02-17T10:00:00', everyDay)).toBe(false);
    expect(afterQuiet('2026-02-17T20:00:00', everyDay)).toBe('2026-02-18T07:30:00');
    expect(afterQuiet('2026-02-17T20:00:00', workingDays)).toBe('2026-02-23T07:30:00');
  });
});
