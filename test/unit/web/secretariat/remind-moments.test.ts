import { expect, test } from '@jest/globals';
import { remindedNow, reminderOfToday } from '../../../../web/pages/secretariat/remind-moments.ts';
import { meetingFaultsOf } from './meeting-faults.ts';

const moments = {
  opening: '2026-09-22T09:01:00',
  reminders: ['2026-09-24T08:30:00', '2026-10-13T08:30:00'],
  cutOff: '2026-10-14T17:00:00',
  provisional: '2026-10-14T17:02:00',
  freeze: '2026-10-14T17:15:00',
};
const at = (local: string) => Date.parse(`${local}+07:00`);

test('one more reminder, in its place, at the next whole minute that is one away', () => {
  const now = at('2026-10-08T09:30:20');
  const next = remindedNow(moments, now);
  if (next.word !== 'added') throw new Error(next.word);
  expect(next.at).toBe('2026-10-08T09:32:00');
  expect(next.moments.reminders).toEqual([
    '2026-09-24T08:30:00',
    '2026-10-08T09:32:00',
    '2026-10-13T08:30:00',
  ]);
  expect(meetingFaultsOf(next.moments, now)).toEqual([]);
});

test('in quiet hours it is the service that refuses it', () => {
  const now = at('2026-10-08T21:00:00');
  const next = remindedNow(moments, now);
  if (next.word !== 'added') throw new Error(next.word);
  expect(meetingFaultsOf(next.moments, now)).toEqual(['moments.reminders.1 in-quiet-hours']);
});

test.each([
  ['already-today', '2026-10-13T10:00:00'],
  ['already-today', '2026-10-13T07:40:00'],
  ['not-open', '2026-09-22T08:00:00'],
  ['too-late', '2026-10-14T16:59:30'],
])('%s at %s', (word, local) => {
  expect(remindedNow(moments, at(local)).word).toBe(word);
});

test('ten are the most', () => {
  const reminders = Array.from({ length: 10 }, (_, day) => `2026-09-${14 + day}T08:30:00`);
  expect(
    remindedNow({ ...moments, opening: '2026-09-01T08:00:00', reminders }, at('2026-10-08T09:30:00')).word,
  ).toBe('too-many');
});

test.each([
  ['set', '2026-10-08T14:00:10'],
  ['already-today', '2026-10-08T14:02:00'],
  ['later-today', '2026-10-08T08:00:00'],
])('the reminder of 14:02 is %s at %s', (word, local) => {
  expect(reminderOfToday('2026-10-08T14:02:00', at(local))).toBe(word);
});
