import { describe, expect, test } from '@jest/globals';
import { timeLeft } from '../../../shared/briefing/time-left.ts';
import { voiceOf } from '../../../shared/briefing/voice.ts';

const [vi, en] = [voiceOf('vi'), voiceOf('en')];

test.each([
  ['1234.5', '1.234,5', '1,234.5'],
  ['-1234567', '-1.234.567', '-1,234,567'],
  ['0.50', '0,50', '0.50'],
  ['999', '999', '999'],
  ['1000', '1.000', '1,000'],
  ['12345678901234567890.123456', '12.345.678.901.234.567.890,123456', '12,345,678,901,234,567,890.123456'],
  // A word that a unit reported is no number.
  ['Có', 'Có', 'Có'],
])('%s is written %s and %s', (value, vietnamese, english) => {
  expect(vi.number(value)).toBe(vietnamese);
  expect(en.number(value)).toBe(english);
});

test('days, moments and lists are written as their readers write them', () => {
  expect(vi.day('2026-09-25')).toBe('25/09/2026');
  expect(en.day('2026-09-05')).toBe('5 September 2026');
  expect(vi.day('2025-07')).toBe('07/2025');
  // 10:00 UTC is 17:00 in Viet Nam.
  expect(vi.moment('2026-10-14T10:00:00.000Z')).toBe('17:00 ngày 14/10/2026');
  expect(en.moment('2026-10-14T18:30:00.000Z')).toBe('01:30 on 15 October 2026');
  expect(vi.list(['a', 'b', 'c'])).toBe('a, b và c');
  expect(en.list(['a'])).toBe('a');
  expect(en.list([])).toBe('');
});

describe('the time that is left until the end of a year, counted on the calendar', () => {
  const left = (day: string, year: number) => timeLeft(vi, `${day}T02:00:00.000Z`, year);
  test.each([
    // 8 August to 8 December are four months, and then there are 24 days.
    ['2022-08-08', 2022, 'còn gần 5 tháng, đến hết ngày 31/12/2022'],
    ['2022-09-05', 2022, 'còn gần 4 tháng, đến hết ngày 31/12/2022'],
    ['2022-09-01', 2022, 'còn 4 tháng, đến hết ngày 31/12/2022'],
    // 25 September to 25 December are three months, and then there are 7 days.
    ['2022-09-25', 2022, 'còn hơn 3 tháng, đến hết ngày 31/12/2022'],
    ['2022-12-20', 2022, 'còn 12 ngày, đến hết ngày 31/12/2022'],
    ['2022-12-31', 2022, 'còn 1 ngày, đến hết ngày 31/12/2022'],
    ['2023-01-01', 2022, 'đã hết hạn ngày 31/12/2022'],
    ['2026-10-15', 2030, 'còn gần 4 năm 3 tháng, đến hết ngày 31/12/2030'],
    ['2026-02-20', 2027, 'còn hơn 1 năm 10 tháng, đến hết ngày 31/12/2027'],
  ])('on %s for %i: %s', (day, year, text) => {
    expect(left(day, year)).toBe(text);
  });

  test('in English', () => {
    expect(timeLeft(en, '2022-08-08T02:00:00.000Z', 2022)).toBe(
      'nearly 5 months left, until the end of 31 December 2022',
    );
    expect(timeLeft(en, '2022-12-31T02:00:00.000Z', 2022)).toBe(
      '1 day left, until the end of 31 December 2022',
    );
  });
});
