import { describe, expect, test } from '@jest/globals';
import type { MeetingView } from '../../../../shared/query/read-meeting.ts';
import { periodShown, periodsOffered } from '../../../../web/app/periods-offered.ts';

const form = (periodKind: 'quarter' | 'half' | 'year', from: string, to: string | null = null) => [
  { code: 'f', periodKind, from, to },
];
const meeting = (state: MeetingView['state'], period: string, code = 'f') => ({
  state,
  asks: [{ form: code, period }],
});
const today = '2026-10-14';
const quarterly = { versions: form('quarter', '2022-Q1'), meetings: [], today };

describe('the periods that may be chosen', () => {
  test('go from two years back to the one that runs, whichever the coming meeting asks for', () => {
    const meetings = [meeting('planned', '2026-Q3')];
    expect(periodsOffered({ ...quarterly, meetings }, '2026-Q3')).toEqual([
      '2026-Q4',
      '2026-Q3',
      '2026-Q2',
      '2026-Q1',
      '2025-Q4',
      '2025-Q3',
      '2025-Q2',
      '2025-Q1',
      '2024-Q4',
    ]);
  });

  test('are only those in which the form is asked for', () => {
    const of = { ...quarterly, versions: form('quarter', '2026-Q3') };
    expect(periodsOffered(of, '2026-Q3')).toEqual(['2026-Q4', '2026-Q3']);
  });

  test('end with the last of a form that is asked for no more', () => {
    const of = { ...quarterly, versions: form('year', '2019', '2023') };
    expect(periodsOffered(of, '2023')).toEqual(['2023', '2022', '2021']);
    expect(periodShown(of, [])).toBe('2023');
  });

  test('hold what a planned meeting asks for and what the address names, and nothing of other forms', () => {
    const meetings = [
      meeting('planned', '2027-Q2'),
      meeting('planned', '2027-Q3', 'other'),
      meeting('cancelled', '2027-Q4'),
    ];
    const of = { versions: form('quarter', '2026-Q4'), meetings, today };
    expect(periodsOffered(of, '2020-Q1')).toEqual(['2027-Q2', '2026-Q4', '2020-Q1']);
  });

  test('of a form that is not there are the one that is named', () => {
    expect(periodsOffered({ ...quarterly, versions: [] }, '2026-Q3')).toEqual(['2026-Q3']);
  });
});

describe('the period that is shown first', () => {
  test('is what the coming meeting asks for of the form, else the one that runs', () => {
    expect(periodShown(quarterly, [{ form: 'f', period: '2026-Q3' }])).toBe('2026-Q3');
    expect(periodShown(quarterly, [{ form: 'other', period: '2026-Q3' }])).toBe('2026-Q4');
    expect(periodShown({ versions: form('half', '2022-H1'), today }, [])).toBe('2026-H2');
  });
});
