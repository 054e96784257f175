import { describe, expect, test } from '@jest/globals';
import { type ChangeRequest, changeMeeting } from '../../../shared/meetings/change-meeting.ts';
import type { StepEvent, StepName } from '../../../shared/meetings/meeting.ts';
import { planMeeting } from '../../../shared/meetings/plan-meeting.ts';
import { readSteps } from '../../../shared/meetings/read-calendar-records.ts';
import { runStep } from '../../../shared/meetings/run-step.ts';
import type { MeetingRequest } from '../../../shared/meetings/wanted-meeting.ts';
import { calendarInMemory, secretariat } from './calendar-in-memory.ts';

/** What stays of a meeting that is changed, and what of it is computed anew. */

const wanted: MeetingRequest = {
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Đánh giá quý III/2026', en: 'Review of the third quarter of 2026' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: { cutOff: '2026-10-14T17:00:00' },
};

/** A meeting that was planned on 1 September 2026 at 09:00, before anything of it happened. */
async function planned(more: Partial<MeetingRequest> = {}) {
  const calendar = calendarInMemory();
  const request = { ...wanted, ...more };
  await planMeeting({ who: secretariat, at: '2026-09-01T02:00:00.000Z', request }, calendar.parts);
  const run = (step: StepName, due: string) => {
    const scheduledTime = new Date(`${due}+07:00`).toISOString();
    const event: StepEvent = { meeting: 'ubqg-11', step, due, scheduledTime, attempt: 1 };
    return runStep(event, async () => ({ word: 'told' }), calendar.parts);
  };
  const change = (now: string, ask: Partial<ChangeRequest>) => {
    const whole = { ...request, why: 'Lý do', revision: 1, ...ask };
    const at = new Date(`${now}+07:00`).toISOString();
    return changeMeeting({ id: 'ubqg-11', who: secretariat, at, request: whole }, calendar.parts);
  };
  return { calendar, run, change };
}
const told = (schedules: readonly { step: string; at: string }[]) =>
  schedules.map(({ step, at }) => `${step} ${at}`);

describe('what a change leaves out', () => {
  test('stays where it is past: nobody is written to again, and the same a minute later is the same', async () => {
    const { calendar, run, change } = await planned();
    // Of 2026-Q3, which ends on 14 September and is due on Friday the 25th; the cut-off is on Wednesday 14 October.
    expect(calendar.kept.get('ubqg-11')?.moments).toMatchObject({
      opening: '2026-09-15T08:00:00',
      reminders: [
        '2026-09-16T08:30:00',
        '2026-09-22T08:30:00',
        '2026-09-24T08:30:00',
        '2026-10-05T08:30:00',
        '2026-10-09T08:30:00',
        '2026-10-13T08:30:00',
      ],
    });
    await run('opening', '2026-09-15T08:00:00');
    await run('reminder-1', '2026-09-16T08:30:00');
    await run('reminder-2', '2026-09-22T08:30:00');
    await run('reminder-3', '2026-09-24T08:30:00');
    await run('reminder-4', '2026-10-05T08:30:00');
    const moved = { date: '2026-10-16', moments: { cutOff: '2026-10-15T17:00:00' } };
    const { meeting, schedules } = await change('2026-10-07T09:00:00', moved);
    expect(meeting.moments).toEqual({
      opening: '2026-09-15T08:00:00',
      // Seven working days before Thursday the 15th is the 6th: over.
      reminders: [
        '2026-09-16T08:30:00',
        '2026-09-22T08:30:00',
        '2026-09-24T08:30:00',
        '2026-10-05T08:30:00',
        '2026-10-12T08:30:00',
        '2026-10-14T08:30:00',
      ],
      cutOff: '2026-10-15T17:00:00',
      provisional: '2026-10-15T17:02:00',
      freeze: '2026-10-15T17:15:00',
    });
    expect(told(schedules)).toEqual([
      'reminder-5 2026-10-12T08:30:00',
      'reminder-6 2026-10-14T08:30:00',
      'cut-off 2026-10-15T17:00:00',
      'provisional 2026-10-15T17:02:00',
      'freeze 2026-10-15T17:15:00',
    ]);
    const again = await change('2026-10-07T09:01:00', moved);
    expect([again.word, again.meeting.revision]).toEqual(['unchanged', 2]);
  });

  test('stays as it is where neither the cut-off nor what is asked for has moved', async () => {
    const moments = {
      opening: '2026-09-21T09:00:00',
      reminders: ['2026-10-12T09:00:00'],
      cutOff: '2026-10-14T17:00:00',
      provisional: '2026-10-14T17:30:00',
      freeze: '2026-10-14T18:00:00',
    };
    const { change } = await planned({ moments, constructed: true });
    const theme = { vi: 'Khác', en: 'Other' };
    const { meeting } = await change('2026-09-20T09:00:00', {
      theme,
      moments: { cutOff: moments.cutOff },
    });
    expect([meeting.moments, meeting.theme]).toEqual([moments, theme]);
  });

  test('is computed anew where it is to come and the meeting asks for another period', async () => {
    const { calendar, change } = await planned();
    const later = {
      date: '2027-01-15',
      asks: [{ form: 'qd766', period: '2026-Q4' }],
      moments: { cutOff: '2027-01-14T17:00:00' },
    };
    // 2026-Q4 ends on Monday 14 December.
    const { meeting } = await change('2026-09-10T09:00:00', later);
    expect(meeting.moments.opening).toBe('2026-12-15T08:00:00');
    expect(meeting.moments.reminders[0]?.slice(0, 7)).toBe('2026-12');
    expect(calendar.scheduled()).toContain('opening 2026-12-15T08:00:00');
    expect((await change('2026-09-10T09:05:00', later)).word).toBe('unchanged');
  });

  test('stays a meeting that was made up', async () => {
    const { calendar, change } = await planned({ constructed: true });
    const { constructed: _, ...rest } = { ...wanted, constructed: true };
    const request = { ...rest, theme: { vi: 'Khác', en: 'Other' }, revision: 1, why: 'Lý do' };
    const at = '2026-09-02T02:00:00.000Z';
    await changeMeeting({ id: 'ubqg-11', who: secretariat, at, request }, calendar.parts);
    expect(calendar.kept.get('ubqg-11')?.constructed).toBe(true);
    await change('2026-09-02T10:00:00', { constructed: false, revision: 2 });
    expect(calendar.kept.get('ubqg-11')?.constructed).toBe(false);
  });
});

test('a reminder that was done is done, whatever its number has become', async () => {
  const reminders = ['2026-09-22T08:30:00', '2026-09-24T08:30:00', '2026-10-12T08:30:00'];
  const { cutOff } = wanted.moments;
  const { calendar, run, change } = await planned({ moments: { cutOff, reminders } });
  await run('opening', '2026-09-15T08:00:00');
  await run('reminder-1', '2026-09-22T08:30:00');
  await run('reminder-2', '2026-09-24T08:30:00');
  const { schedules } = await change('2026-10-07T09:00:00', {
    moments: { cutOff, reminders: reminders.slice(1) },
  });
  expect(told(schedules)).toEqual([
    'reminder-2 2026-10-12T08:30:00',
    'cut-off 2026-10-14T17:00:00',
    'provisional 2026-10-14T17:02:00',
    'freeze 2026-10-14T17:15:00',
  ]);
  expect((await run('reminder-1', '2026-09-24T08:30:00')).word).toBe('already-done');
  const ask = { id: 'ubqg-11', who: secretariat, now: '2026-10-07T09:00:00' };
  const { items } = await readSteps(ask, calendar.parts);
  expect(items.map(({ step, due, state }) => `${step} ${due.slice(0, 10)} ${state}`)).toEqual([
    'opening 2026-09-15 done',
    'reminder-1 2026-09-22 of-an-earlier-plan',
    'reminder-1 2026-09-24 done',
    'reminder-2 2026-10-12 waiting',
    'cut-off 2026-10-14 waiting',
    'provisional 2026-10-14 waiting',
    'freeze 2026-10-14 waiting',
  ]);
});
