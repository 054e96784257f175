import { describe, expect, test } from '@jest/globals';
import {
  calendarState,
  freezeState,
  isNearFreeze,
  isNearStep,
  localTimeAt,
  mayBeSooner,
  soonestMoments,
} from '../../../../web/pages/secretariat/freeze-moments.ts';
import { meetingFaultsOf } from './meeting-faults.ts';

const moments = {
  opening: '2026-09-22T09:01:00',
  reminders: ['2026-09-24T08:30:00', '2026-10-13T08:30:00'],
  cutOff: '2026-10-14T17:00:00',
  provisional: '2026-10-14T17:02:00',
  freeze: '2026-10-14T17:15:00',
};
/** 10 October 2026, 09:30:20 in Viet Nam. */
const now = Date.parse('2026-10-10T02:30:20Z');

test('an instant as a time in Viet Nam', () => {
  expect(localTimeAt(now)).toBe('2026-10-10T09:30:20');
});

describe('the soonest freeze', () => {
  test('closes at the first whole minute that is one away, and freezes two later', () => {
    expect(soonestMoments(moments, now)).toEqual({
      opening: '2026-09-22T09:01:00',
      reminders: ['2026-09-24T08:30:00'],
      cutOff: '2026-10-10T09:32:00',
      provisional: '2026-10-10T09:33:00',
      freeze: '2026-10-10T09:34:00',
    });
  });

  test('is what the service accepts', () => {
    expect(meetingFaultsOf(soonestMoments(moments, now), now)).toEqual([]);
    const sooner = { ...moments, cutOff: localTimeAt(now - 60_000) };
    expect(meetingFaultsOf(sooner, now)).toContain('moments.cutOff in-the-past');
  });

  test('there is none before reporting is open', () => {
    expect(soonestMoments(moments, Date.parse('2026-09-22T01:00:00Z'))).toBeNull();
  });
});

describe('where a meeting stands', () => {
  const state = (at: string, more: object = {}) =>
    freezeState({ state: 'planned', moments, snapshot: null, ...more }, Date.parse(at));

  test.each([
    ['collecting', '2026-10-14T16:59:59+07:00'],
    ['after-cut-off', '2026-10-14T17:00:00+07:00'],
    ['closing', '2026-10-14T17:13:00+07:00'],
    ['closing', '2026-10-14T17:16:59+07:00'],
    ['overdue', '2026-10-14T17:17:00+07:00'],
  ])('%s at %s', (expected, at) => {
    expect(state(at)).toBe(expected);
  });

  test('in the calendar: planned until the freeze, then frozen, then held; late, cancelled and earlier ones by their own words', () => {
    const word = (at: string, more: object = {}) =>
      calendarState(
        { state: 'planned', date: '2026-10-15', moments, snapshot: null, ...more },
        Date.parse(at),
      );
    expect(word('2026-10-14T17:13:00+07:00')).toBe('planned');
    expect(word('2026-10-14T17:17:00+07:00')).toBe('overdue');
    expect(word('2026-10-15T23:59:59+07:00', { snapshot: {} })).toBe('frozen');
    expect(word('2026-10-16T00:00:00+07:00', { snapshot: {} })).toBe('past');
    expect(word('2026-10-16T00:00:00+07:00', { state: 'cancelled' })).toBe('cancelled');
    expect(word('2026-10-16T00:00:00+07:00', { state: 'held', moments: null })).toBe('past');
  });

  test('a snapshot, a cancelled meeting, one that was held before', () => {
    expect(state('2026-10-14T17:20:00+07:00', { snapshot: {} })).toBe('frozen');
    expect(state('2026-10-14T17:20:00+07:00', { state: 'cancelled' })).toBe('cancelled');
    expect(state('2026-10-14T17:20:00+07:00', { moments: null })).toBe('held');
  });
});

describe('what is waited for before the page', () => {
  const planned = { state: 'planned', moments, snapshot: null };
  /** A time on 14 October 2026 in Viet Nam. */
  const at = (time: string) => Date.parse(`2026-10-14T${time}+07:00`);

  test('a freeze from ten minutes before it until there is a snapshot', () => {
    expect(isNearFreeze(planned, at('17:05:00'))).toBe(false);
    expect(isNearFreeze(planned, at('17:05:01'))).toBe(true);
    expect(isNearFreeze(planned, at('23:00:00'))).toBe(true);
    expect(isNearFreeze({ ...planned, snapshot: {} }, at('17:16:00'))).toBe(false);
    expect(isNearFreeze({ ...planned, state: 'cancelled' }, at('17:16:00'))).toBe(false);
  });

  test('a mail ten minutes around its time, until it has gone', () => {
    const mail = { due: '2026-10-14T10:00:00', state: 'waiting' };
    expect(isNearStep(mail, at('09:50:00'))).toBe(false);
    expect(isNearStep(mail, at('09:59:00'))).toBe(true);
    expect(isNearStep({ ...mail, state: 'missed' }, at('10:00:10'))).toBe(true);
    expect(isNearStep({ ...mail, state: 'done' }, at('10:00:10'))).toBe(false);
    expect(isNearStep({ ...mail, state: 'missed' }, at('10:10:00'))).toBe(false);
  });

  test('the page of 16:59 says at 17:00 that reporting is closed', () => {
    expect(freezeState(planned, at('16:59:59'))).toBe('collecting');
    expect(freezeState(planned, at('17:00:00'))).toBe('after-cut-off');
  });
});

test('a freeze that was just brought forward is as soon as can be; one of the calendar is not', () => {
  const soonest = soonestMoments(moments, now);
  if (soonest === null) throw new Error('nothing to freeze');
  expect(mayBeSooner(moments, now)).toBe(true);
  expect(mayBeSooner(soonest, now)).toBe(false);
  expect(mayBeSooner(soonest, now + 30_000)).toBe(false);
  // Before the opening there is nothing to freeze.
  expect(mayBeSooner(moments, Date.parse('2026-09-22T08:00:00+07:00'))).toBe(false);
});
