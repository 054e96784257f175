import { expect, test } from '@jest/globals';
import type { Meeting } from '../../../../shared/meetings/meeting.ts';
import { changeKind } from '../../../../web/pages/secretariat/meeting-change.ts';

const before: Meeting = {
  schema: 'meeting/1',
  id: 'ubqg-12',
  revision: 3,
  body: 'UBQG',
  number: 12,
  date: '2026-12-30',
  theme: { vi: 'Quý IV', en: 'Fourth quarter' },
  asks: [{ form: 'qd766', period: '2026-Q4' }],
  previous: null,
  moments: {
    opening: '2026-12-20T08:00:00',
    reminders: ['2026-12-22T08:30:00', '2026-12-29T08:30:00'],
    cutOff: '2026-12-29T17:00:00',
    provisional: '2026-12-29T17:02:00',
    freeze: '2026-12-29T17:15:00',
  },
  state: 'planned',
  constructed: false,
};
const changed = (moments: Partial<Meeting['moments']>, more: Partial<Meeting> = {}) =>
  changeKind(
    {
      change: 'changed',
      after: { ...before, ...more, revision: 4, moments: { ...before.moments, ...moments } },
    },
    before,
  );
const added = ['2026-12-22T08:30:00', '2026-12-28T14:02:00', '2026-12-29T08:30:00'];

test('one reminder more, and nothing else, is named by its moment', () => {
  expect(changed({ reminders: added })).toEqual({ kind: 'reminded', at: '2026-12-28T14:02:00' });
});

test('the same meeting once more is that its schedules were set again', () => {
  expect(changed({})).toEqual({ kind: 'rescheduled' });
});

test.each([
  ['a reminder more and another freeze', { reminders: added, freeze: '2026-12-29T17:20:00' }, {}],
  ['a reminder moved', { reminders: ['2026-12-28T14:02:00', '2026-12-29T08:30:00'] }, {}],
  ['a reminder less', { reminders: ['2026-12-29T08:30:00'] }, {}],
  ['another day', { reminders: added }, { date: '2026-12-31' }],
])('%s is a change', (_what, moments, more) => {
  expect(changed(moments, more)).toEqual({ kind: 'changed' });
});

test('planned and cancelled are what they are; a change of which nobody knows what was before is a change', () => {
  expect(changeKind({ change: 'planned', after: before }, undefined)).toEqual({ kind: 'planned' });
  expect(changeKind({ change: 'cancelled', after: before }, before)).toEqual({ kind: 'cancelled' });
  expect(changeKind({ change: 'changed', after: before }, undefined)).toEqual({ kind: 'changed' });
});
