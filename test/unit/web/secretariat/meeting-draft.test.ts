import { describe, expect, test } from '@jest/globals';
import type { Form } from '../../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../../shared/query/read-meeting.ts';
import {
  changeOf,
  controlOf,
  cutOffFault,
  draftOf,
  emptyDraft,
  missingIn,
  periodsOf,
  requestOf,
} from '../../../../web/pages/secretariat/meeting-draft.ts';

const meeting = {
  bodyCode: 'UBQG',
  number: 12,
  date: '2027-01-14',
  theme: { vi: 'Tổng kết', en: 'Review' },
  asks: [{ form: 'qd766', period: '2026-Q4' }],
  previous: 'ubqg-11',
  moments: {
    opening: '2026-12-15T08:00:00',
    reminders: ['2026-12-24T08:30:00', '2027-01-12T08:30:00'],
    cutOff: '2027-01-13T17:00:00',
    provisional: '2027-01-13T17:02:00',
    freeze: '2027-01-13T17:15:30',
  },
} as unknown as MeetingView;

const filled = { ...emptyDraft, number: '12', date: '2027-01-14', themeVi: ' Tổng kết ', themeEn: 'Review' };

describe('a meeting from its fields', () => {
  test('what is left empty is left to the service', () => {
    const asks = [{ form: 'qd766', period: '2026-Q4' }];
    expect(requestOf({ ...filled, asks, cutOff: '2027-01-13T17:00' })).toEqual({
      body: 'UBQG',
      number: 12,
      date: '2027-01-14',
      theme: { vi: 'Tổng kết', en: 'Review' },
      asks,
      moments: { cutOff: '2027-01-13T17:00:00' },
    });
  });

  test('the first meeting of a body follows none', () => {
    expect(requestOf({ ...filled, previous: 'none' }).previous).toBeNull();
    expect(requestOf({ ...filled, previous: 'ubqg-11' }).previous).toBe('ubqg-11');
  });

  test('every moment that is set is sent, to the second', () => {
    const { moments, previous } = requestOf(draftOf(meeting));
    expect(moments).toEqual(meeting.moments);
    expect(previous).toBe('ubqg-11');
  });
});

describe('a change', () => {
  const before = draftOf(meeting);

  test('leaves out the moments that were not touched, so that they follow the cut-off', () => {
    const { moments } = changeOf({ ...before, cutOff: '2027-01-12T17:00' }, before);
    expect(moments).toEqual({ cutOff: '2027-01-12T17:00:00' });
  });

  test('sends the one that was touched', () => {
    const { moments } = changeOf({ ...before, freeze: '2027-01-13T18:00' }, before);
    expect(moments).toEqual({ cutOff: '2027-01-13T17:00:00', freeze: '2027-01-13T18:00:00' });
  });

  test('says that no reminder is wanted, where the last was taken out', () => {
    expect(changeOf({ ...before, reminders: [] }, before).moments.reminders).toEqual([]);
  });
});

test('what is missing is told by its control', () => {
  expect(missingIn(emptyDraft)).toEqual([
    'meeting-number',
    'meeting-date',
    'meeting-theme-vi',
    'meeting-theme-en',
    'meeting-ask-0-form',
    'meeting-ask-0-period',
    'meeting-cutOff',
  ]);
  expect(missingIn({ ...draftOf(meeting), number: '0' })).toEqual(['meeting-number']);
  expect(missingIn(draftOf(meeting))).toEqual([]);
});

test.each([
  ['body', 'meeting-body'],
  ['theme.en', 'meeting-theme-en'],
  ['asks', 'meeting-ask-0-form'],
  ['asks.2', 'meeting-ask-2-form'],
  ['asks.1.period', 'meeting-ask-1-period'],
  ['moments.cutOff', 'meeting-cutOff'],
  ['moments.reminders', 'meeting-reminder-0'],
  ['moments.reminders.3', 'meeting-reminder-3'],
  ['previous', 'meeting-previous'],
  ['revision', undefined],
])('the field %s is that of %s', (field, id) => {
  expect(controlOf(field)).toBe(id);
});

test('periods of a form: of its kind, of three years, and in which it is asked for', () => {
  const forms = [
    { code: 'qd766', periodKind: 'quarter', from: '2026-Q3', to: null },
    { code: 'old', periodKind: 'year', from: '2022', to: '2025' },
    { code: 'cds', periodKind: 'month', from: '2026-M12', to: null },
  ] as unknown as Form[];
  expect(periodsOf(forms, 'qd766', '2026-10-14')).toEqual([
    '2026-Q3',
    '2026-Q4',
    '2027-Q1',
    '2027-Q2',
    '2027-Q3',
    '2027-Q4',
  ]);
  expect(periodsOf(forms, 'old', '2026-10-14')).toEqual(['2025']);
  expect(periodsOf(forms, 'cds', '2026-10-14').slice(0, 2)).toEqual(['2026-M12', '2027-M01']);
  expect(periodsOf(forms, 'none', '2026-10-14')).toEqual([]);
});

test.each([
  ['2027-01-13T17:00', null],
  ['2027-01-14T23:59', null],
  ['2027-01-15T00:00', 'after-the-session'],
  ['2026-12-28T14:00', 'in-the-past'],
  ['2026-12-28T14:01', null],
  ['', null],
])('a cut-off of %s, for a meeting on 14 January and at 14:00 on 28 December: %s', (cutOff, fault) => {
  expect(cutOffFault({ cutOff, date: '2027-01-14' }, '2026-12-28T14:00:00')).toBe(fault);
});

test('the day of the meeting not yet given, only what is past is wrong', () => {
  expect(cutOffFault({ cutOff: '2030-01-01T00:00', date: '' }, '2026-12-28T14:00:00')).toBeNull();
});
