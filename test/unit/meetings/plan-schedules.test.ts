import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { planSchedules } from '../../../shared/meetings/plan-schedules.ts';

/** Which schedules a meeting must have: 14 October 2026 is a Wednesday, 10 and 11 October are a weekend. */

const meeting: Meeting = {
  schema: 'meeting/1',
  id: 'ubqg-11',
  revision: 1,
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Quý III', en: 'Third quarter' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  previous: null,
  moments: {
    opening: '2026-09-15T08:00:00',
    reminders: ['2026-09-24T08:30:00', '2026-10-09T08:30:00', '2026-10-13T08:30:00'],
    cutOff: '2026-10-14T17:00:00',
    provisional: '2026-10-14T17:02:00',
    freeze: '2026-10-14T17:15:00',
  },
  state: 'planned',
  constructed: true,
};
/** `reminder-1 2026-09-24T08:30:00`, with ` ← <due>` where it is scheduled for later than it was due. */
const planned = (at: string, done: [string, string][] = [], of: Meeting = meeting) =>
  planSchedules(
    of,
    at,
    done.map(([step, due]) => ({ step: step as 'opening', due })),
  ).map(({ step, at: set, due }) => `${step} ${set}${set === due ? '' : ` ← ${due}`}`);

/** Behind the reminders, as they are planned. */
const last = ['cut-off 2026-10-14T17:00:00', 'provisional 2026-10-14T17:02:00', 'freeze 2026-10-14T17:15:00'];

describe('what is to come', () => {
  test('is scheduled for when it is due', () => {
    // 1 September, 09:00 in Viet Nam.
    expect(planned('2026-09-01T02:00:00.000Z')).toEqual([
      'opening 2026-09-15T08:00:00',
      'reminder-1 2026-09-24T08:30:00',
      'reminder-2 2026-10-09T08:30:00',
      'reminder-3 2026-10-13T08:30:00',
      ...last,
    ]);
  });

  test('is not scheduled once it was done for that time; for another time it is another step', () => {
    const done: [string, string][] = [
      ['opening', '2026-09-15T08:00:00'],
      ['reminder-1', '2026-09-22T08:30:00'],
    ];
    expect(planned('2026-09-23T02:00:00.000Z', done)).toEqual([
      'reminder-1 2026-09-24T08:30:00',
      'reminder-2 2026-10-09T08:30:00',
      'reminder-3 2026-10-13T08:30:00',
      ...last,
    ]);
  });

  test('is nothing for a meeting that was cancelled', () => {
    expect(planned('2026-09-01T02:00:00.000Z', [], { ...meeting, state: 'cancelled' })).toEqual([]);
  });
});

describe('what was missed', () => {
  test('runs a minute later; of missed reminders only the last', () => {
    // 13 October, 09:00.
    expect(planned('2026-10-13T02:00:00.000Z')).toEqual([
      'opening 2026-10-13T09:01:00 ← 2026-09-15T08:00:00',
      'reminder-3 2026-10-13T09:01:00 ← 2026-10-13T08:30:00',
      ...last,
    ]);
  });

  test('of missed reminders none, where the last of them was done', () => {
    const done: [string, string][] = [
      ['opening', '2026-09-15T08:00:00'],
      ['reminder-2', '2026-10-09T08:30:00'],
    ];
    expect(planned('2026-10-12T02:00:00.000Z', done)).toEqual(['reminder-3 2026-10-13T08:30:00', ...last]);
  });

  test('waits for the end of quiet hours where it is mail', () => {
    // Friday 9 October, 21:00: nobody is written to before Monday.
    const done: [string, string][] = [['opening', '2026-09-15T08:00:00']];
    expect(planned('2026-10-09T14:00:00.000Z', done)).toEqual([
      'reminder-2 2026-10-12T07:30:00 ← 2026-10-09T08:30:00',
      'reminder-3 2026-10-13T08:30:00',
      ...last,
    ]);
  });

  test('is no mail behind the cut-off, and everything else at once', () => {
    // 14 October, 17:05: the stack stood still for a while.
    expect(planned('2026-10-14T10:05:00.000Z')).toEqual([
      'cut-off 2026-10-14T17:06:00 ← 2026-10-14T17:00:00',
      'provisional 2026-10-14T17:06:00 ← 2026-10-14T17:02:00',
      'freeze 2026-10-14T17:15:00',
    ]);
    // New Year's Day, a Friday: what is left of the cut-off is the secretariat's mail.
    expect(planned('2027-01-01T00:00:00.000Z')).toEqual([
      'cut-off 2027-01-04T07:30:00 ← 2026-10-14T17:00:00',
      'provisional 2027-01-01T07:01:00 ← 2026-10-14T17:02:00',
      'freeze 2027-01-01T07:01:00 ← 2026-10-14T17:15:00',
    ]);
  });

  test('is what is due within the minute: the Scheduler takes no time that passes on the way', () => {
    // 14 October, 16:59:30.
    expect(planned('2026-10-14T09:59:30.000Z')).toEqual([
      'cut-off 2026-10-14T17:00:30 ← 2026-10-14T17:00:00',
      'provisional 2026-10-14T17:02:00',
      'freeze 2026-10-14T17:15:00',
    ]);
  });
});
