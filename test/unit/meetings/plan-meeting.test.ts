import { describe, expect, test } from '@jest/globals';
import { type ChangeRequest, changeMeeting } from '../../../shared/meetings/change-meeting.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { planMeeting } from '../../../shared/meetings/plan-meeting.ts';
import type { MeetingRequest } from '../../../shared/meetings/wanted-meeting.ts';
import type { Role } from '../../../shared/submissions/rights.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { calendarInMemory, secretariat } from './calendar-in-memory.ts';
import { refused } from './refused.ts';

/** What the secretariat may plan, and what is computed where it says nothing. */

const wanted: MeetingRequest = {
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Đánh giá quý III/2026', en: 'Review of the third quarter of 2026' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: { cutOff: '2026-10-14T17:00:00' },
};
/** Tuesday 22 September 2026, 09:00 in Viet Nam. */
const at = '2026-09-22T02:00:00.000Z';
const plan = (request: MeetingRequest, calendar = calendarInMemory(), now = at) =>
  planMeeting({ who: secretariat, at: now, request }, calendar.parts);

describe('what is left out', () => {
  test('is computed: opening at once where the period is over, reminders before the due day and the cut-off', async () => {
    // 2026-Q3 ends on 14 September; reports are due on Friday 25 September. Seven and three working days before it
    // are 16 and 22 September, 08:30: over. Before Wednesday 14 October: 5, 9 and 13 October.
    const { word, meeting, computed, schedules } = await plan(wanted);
    expect(word).toBe('meeting-planned');
    expect(meeting.moments).toEqual({
      opening: '2026-09-22T09:01:00',
      reminders: ['2026-09-24T08:30:00', '2026-10-05T08:30:00', '2026-10-09T08:30:00', '2026-10-13T08:30:00'],
      cutOff: '2026-10-14T17:00:00',
      provisional: '2026-10-14T17:02:00',
      freeze: '2026-10-14T17:15:00',
    });
    expect(computed).toEqual([
      'moments.opening',
      'moments.reminders',
      'moments.provisional',
      'moments.freeze',
      'previous',
    ]);
    expect(schedules.map(({ step, at: set, isSet }) => `${step} ${set} ${isSet}`)).toEqual([
      'opening 2026-09-22T09:01:00 true',
      'reminder-1 2026-09-24T08:30:00 true',
      'reminder-2 2026-10-05T08:30:00 true',
      'reminder-3 2026-10-09T08:30:00 true',
      'reminder-4 2026-10-13T08:30:00 true',
      'cut-off 2026-10-14T17:00:00 true',
      'provisional 2026-10-14T17:02:00 true',
      'freeze 2026-10-14T17:15:00 true',
    ]);
    expect([meeting.id, meeting.revision, meeting.previous, meeting.constructed]).toEqual([
      'ubqg-11',
      1,
      null,
      false,
    ]);
  });

  test('opens at 08:00 on the first working day behind the period, or when quiet hours end', async () => {
    // 2026-Q4 ends on Monday 14 December.
    const next = { ...wanted, date: '2027-01-15', moments: { cutOff: '2027-01-14T17:00:00' } };
    const asks = [{ form: 'qd766', period: '2026-Q4' }];
    expect((await plan({ ...next, asks })).meeting.moments.opening).toBe('2026-12-15T08:00:00');
    // Asked for on Friday 2 October at 20:30, at once is Monday at half past seven.
    const late = await plan(wanted, calendarInMemory(), '2026-10-02T13:30:00.000Z');
    expect(late.meeting.moments.opening).toBe('2026-10-05T07:30:00');
  });

  test('starts from the newest earlier meeting of the body that was not cancelled', async () => {
    const calendar = calendarInMemory();
    await plan(wanted, calendar);
    const gone = { ...wanted, number: 12, date: '2026-11-05', moments: { cutOff: '2026-11-04T17:00:00' } };
    const { meeting } = await plan(gone, calendar);
    const cancelled: ChangeRequest = { ...gone, revision: 1, why: 'Ghép phiên', state: 'cancelled' };
    await changeMeeting({ id: meeting.id, who: secretariat, at, request: cancelled }, calendar.parts);
    const after = { ...wanted, number: 13, date: '2026-12-10', moments: { cutOff: '2026-12-09T17:00:00' } };
    expect((await plan(after, calendar)).meeting.previous).toBe('ubqg-11');
    const others = { ...after, body: 'BCDCP', number: 5 };
    expect((await plan(others, calendar)).meeting.previous).toBeNull();
    // A session that was held before may be named: its tasks may be kept here.
    expect((await plan({ ...wanted, previous: 'ubqg-10' })).meeting.previous).toBe('ubqg-10');
  });
});

describe('the same request again', () => {
  test('finds the same meeting, though it was computed at another time, and sets its schedules again', async () => {
    const calendar = calendarInMemory();
    const first = await plan(wanted, calendar);
    const before = calendar.scheduled();
    calendar.waiting.clear();
    const again = await plan(wanted, calendar, '2026-09-22T02:00:40.000Z');
    expect([again.word, again.meeting]).toEqual(['already-planned', first.meeting]);
    expect(calendar.scheduled()).toEqual(
      [
        ...before.filter((one) => !one.startsWith('opening')),
        // It is due within the minute.
        'opening 2026-09-22T09:01:40',
      ].sort(),
    );
    expect([...calendar.changes.values()].map(({ change, by, why }) => [change, by, why])).toEqual([
      ['planned', 'thu-ky', null],
    ]);
  });

  test('is refused where it is another meeting under the same number, or a session held on another day', async () => {
    const calendar = calendarInMemory();
    await plan(wanted, calendar);
    const other = { ...wanted, theme: { vi: 'Khác', en: 'Other' } };
    expect(await refused(plan(other, calendar))).toEqual(['meeting-number-taken']);
    // The tenth session was held on 6 February 2025 (shared/catalog/data/meetings.json).
    expect(await refused(plan({ ...wanted, number: 10 }))).toEqual(['meeting-number-taken']);
    const held = {
      ...wanted,
      number: 10,
      date: '2025-02-06',
      asks: [{ form: 'dti922', period: '2022' }],
      moments: { cutOff: '2025-02-05T17:00:00' },
    };
    const { meeting } = await plan(held, calendarInMemory(), '2025-01-06T02:00:00.000Z');
    expect(meeting.id).toBe('ubqg-10');
  });
});

describe('a meeting is refused', () => {
  const moments = {
    opening: '2026-09-23T08:00:00',
    reminders: ['2026-10-05T08:30:00'],
    cutOff: '2026-10-14T17:00:00',
    provisional: '2026-10-14T17:02:00',
    freeze: '2026-10-14T17:15:00',
  };
  test.each<[string, Partial<MeetingRequest>, string[]]>([
    ['of a body that is not known', { body: 'ABC' }, ['body body-unknown']],
    [
      'that asks for what nobody is asked for',
      {
        asks: [
          { form: 'khong-co', period: '2026-Q3' },
          { form: 'qd766', period: '2026-13' },
          { form: 'qd766', period: '2020-Q1' },
          { form: 'qd766', period: '2026-Q3' },
          { form: 'qd766', period: '2026-Q3' },
        ],
      },
      [
        'asks.0.form form-unknown',
        'asks.1.period period-unknown',
        'asks.2.period period-unknown',
        'asks.4 asked-twice',
      ],
    ],
    [
      'that asks too much',
      { asks: Array.from({ length: 21 }, (_, index) => ({ form: 'qd766', period: `${2027 + index}-Q1` })) },
      ['asks too-many-asks'],
    ],
    [
      'whose reminders come before its opening',
      { moments: { ...moments, reminders: ['2026-09-22T09:30:00', '2026-10-05T08:30:00'] } },
      ['moments.reminders.0 out-of-order'],
    ],
    [
      'whose reminders do not follow each other',
      { moments: { ...moments, reminders: ['2026-10-06T08:30:00', '2026-10-05T08:30:00'] } },
      ['moments.reminders.1 out-of-order'],
    ],
    [
      'that reminds behind the cut-off',
      { moments: { ...moments, reminders: ['2026-10-14T17:00:00'] } },
      ['moments.cutOff out-of-order'],
    ],
    [
      'that is aggregated before its cut-off, and frozen before that',
      { moments: { ...moments, provisional: '2026-10-14T16:00:00', freeze: '2026-10-14T15:00:00' } },
      ['moments.provisional out-of-order', 'moments.freeze out-of-order', 'moments.freeze not-settled'],
    ],
    [
      'that is frozen while signatures are on their way',
      { moments: { ...moments, provisional: '2026-10-14T17:01:00', freeze: '2026-10-14T17:01:59' } },
      ['moments.freeze not-settled'],
    ],
    [
      'whose cut-off is behind its day',
      { date: '2026-10-13', moments },
      ['moments.cutOff after-the-session'],
    ],
    [
      'whose cut-off is over',
      {
        moments: { ...moments, opening: '2026-09-21T08:00:00', reminders: [], cutOff: '2026-09-22T09:00:00' },
      },
      ['moments.cutOff in-the-past'],
    ],
    [
      'that writes at night, in the evening, on a Sunday or on the National Day',
      {
        date: '2027-10-15',
        moments: {
          cutOff: '2027-10-14T17:00:00',
          opening: '2027-08-27T07:29:59',
          reminders: [
            '2027-08-27T20:00:00',
            '2027-08-29T08:30:00',
            '2027-09-02T08:30:00',
            '2027-09-06T19:59:59',
          ],
        },
      },
      [
        'moments.opening in-quiet-hours',
        'moments.reminders.0 in-quiet-hours',
        'moments.reminders.1 in-quiet-hours',
        'moments.reminders.2 in-quiet-hours',
      ],
    ],
    [
      'that reminds eleven times',
      {
        moments: {
          ...moments,
          reminders: Array.from({ length: 11 }, (_, index) => `2026-10-05T08:${30 + index}:00`),
        },
      },
      ['moments.reminders too-many-reminders'],
    ],
    ['that starts from one that is not there', { previous: 'ubqg-99' }, ['previous meeting-unknown']],
    ['that starts from itself', { previous: 'ubqg-11' }, ['previous meeting-unknown']],
  ])('%s', async (_name, change, faults) => {
    expect(await refused(plan({ ...wanted, ...change }))).toEqual(['meeting-not-valid', ...faults]);
  });

  test('that starts from a later one, or from one that was cancelled', async () => {
    const calendar = calendarInMemory();
    const later = { ...wanted, number: 12, date: '2026-11-05', moments: { cutOff: '2026-11-04T17:00:00' } };
    await plan(later, calendar);
    const asked = { ...wanted, previous: 'ubqg-12' };
    expect(await refused(plan(asked, calendar))).toEqual(['meeting-not-valid', 'previous meeting-is-later']);
    const cancelled: ChangeRequest = { ...later, revision: 1, why: 'Hoãn', state: 'cancelled' };
    await changeMeeting({ id: 'ubqg-12', who: secretariat, at, request: cancelled }, calendar.parts);
    expect(await refused(plan(asked, calendar))).toEqual([
      'meeting-not-valid',
      'previous meeting-was-cancelled',
    ]);
  });

  test.each<Role[]>([['reporter'], ['approver'], ['analyst']])('of the role %s', async (role) => {
    const who = { subject: 'ai-do', unit: null, roles: [role] };
    const calendar = calendarInMemory();
    expect(await refused(planMeeting({ who, at, request: wanted }, calendar.parts))).toEqual(['not-allowed']);
    const { meeting } = await plan(wanted, calendar);
    const request = { ...wanted, revision: meeting.revision, why: 'Vì sao không' };
    const moving = changeMeeting({ id: meeting.id, who, at, request }, calendar.parts);
    expect(await refused(moving)).toEqual(['not-allowed']);
  });
});

describe('a meeting that is planned', () => {
  const asked = ({ schema: _schema, id: _id, state: _state, ...meeting }: Meeting) => meeting;
  async function planned(calendar = calendarInMemory()) {
    const { meeting } = await plan(wanted, calendar);
    const change = (request: Partial<ChangeRequest>, now = at) => {
      const whole = { ...asked(meeting), why: 'Lý do', ...request };
      return changeMeeting({ id: meeting.id, who: secretariat, at: now, request: whole }, calendar.parts);
    };
    return { calendar, meeting, change };
  }

  test('is moved, with its schedules, and it is told who did it and why', async () => {
    const { calendar, meeting, change } = await planned();
    const moments = {
      ...meeting.moments,
      reminders: ['2026-10-13T08:30:00'],
      cutOff: '2026-10-21T17:00:00',
      provisional: '2026-10-21T17:02:00',
      freeze: '2026-10-21T18:00:00',
    };
    const { word, meeting: moved } = await change({ date: '2026-10-22', moments, why: 'Dời lịch' });
    expect([word, moved.revision, moved.date]).toEqual(['meeting-changed', 2, '2026-10-22']);
    expect(calendar.scheduled()).toEqual([
      'cut-off 2026-10-21T17:00:00',
      'freeze 2026-10-21T18:00:00',
      'opening 2026-09-22T09:01:00',
      'provisional 2026-10-21T17:02:00',
      'reminder-1 2026-10-13T08:30:00',
    ]);
    expect(
      [...calendar.changes.values()].map(({ revision, change, by, why }) => [revision, change, by, why]),
    ).toEqual([
      [1, 'planned', 'thu-ky', null],
      [2, 'changed', 'thu-ky', 'Dời lịch'],
    ]);
  });

  test('is cancelled for good: nothing waits for it any more', async () => {
    const { calendar, change } = await planned();
    expect((await change({ state: 'cancelled', why: 'Hoãn' })).word).toBe('meeting-cancelled');
    expect(calendar.scheduled()).toEqual([]);
    expect((await change({ state: 'cancelled', why: 'Hoãn' })).word).toBe('unchanged');
    expect(await refused(change({ revision: 2 }))).toEqual(['meeting-was-cancelled']);
    expect(await refused(plan(wanted, calendar))).toEqual(['meeting-number-taken']);
  });

  test('is not cancelled while tasks that it assigned are open', async () => {
    const { calendar, change } = await planned();
    const open = {
      schema: 'task/1',
      id: 'ubqg-11/1',
      revision: 1,
      meeting: 'ubqg-11',
      number: 1,
      text: 'Nhiệm vụ giả định',
      lead: 'ministry:BCA',
      with: [],
      deliverable: 'Báo cáo',
      measure: 'Đã ban hành',
      deadline: '2026-12-31',
      closed: null,
      constructed: true,
    } as const satisfies Task;
    const closed = { ...open, id: 'ubqg-11/2', number: 2, closed: { meeting: 'ubqg-12' } };
    const others = { ...open, id: 'ubqg-10/1', meeting: 'ubqg-10' };
    calendar.tasks.push(open, closed, others);
    expect(await refused(change({ state: 'cancelled' }))).toEqual(['meeting-has-open-tasks', 'tasks 1']);
    expect(calendar.kept.get('ubqg-11')?.state).toBe('planned');
    calendar.tasks.splice(0, 1);
    expect((await change({ state: 'cancelled' })).word).toBe('meeting-cancelled');
  });

  test('is not changed by whoever read an earlier one', async () => {
    const { change } = await planned();
    await change({ theme: { vi: 'Một', en: 'One' } });
    expect(await refused(change({ theme: { vi: 'Hai', en: 'Two' } }))).toEqual(['somebody-was-first']);
    // What is so already is well, whoever made it so.
    expect((await change({ theme: { vi: 'Một', en: 'One' } })).word).toBe('unchanged');
  });

  test('keeps its body and number', async () => {
    const { change } = await planned();
    expect(await refused(change({ number: 12 }))).toEqual(['meeting-not-valid', 'number fixed']);
    expect(await refused(change({ body: 'BCDCP' }))).toEqual(['meeting-not-valid', 'body fixed']);
  });

  test('is changed no more once it is frozen, nor in the two minutes before', async () => {
    const { calendar, change, meeting } = await planned();
    const theme = { vi: 'Khác', en: 'Other' };
    const later = {
      ...meeting.moments,
      cutOff: '2026-10-15T10:00:00',
      provisional: '2026-10-15T10:02:00',
      freeze: '2026-10-15T10:15:00',
    };
    // The freeze is at 17:15:00 in Viet Nam.
    expect(await refused(change({ moments: later }, '2026-10-14T10:13:00.000Z'))).toEqual(['meeting-frozen']);
    expect(await refused(change({ state: 'cancelled' }, '2026-10-14T10:20:00.000Z'))).toEqual([
      'meeting-frozen',
    ]);
    // Behind the cut-off it can only be moved into the future, or cancelled.
    expect(await refused(change({ theme }, '2026-10-14T10:12:00.000Z'))).toEqual([
      'meeting-not-valid',
      'moments.cutOff in-the-past',
    ]);
    calendar.frozen.add('ubqg-11');
    expect(await refused(change({ theme }))).toEqual(['meeting-frozen']);
    calendar.frozen.clear();
    expect((await change({ moments: later }, '2026-10-14T10:12:59.000Z')).word).toBe('meeting-changed');
  });

  test('a meeting that nobody planned is not there to be changed', async () => {
    const { calendar } = await planned();
    const request = { ...wanted, revision: 1, why: 'Lý do' };
    const other = changeMeeting({ id: 'ubqg-09', who: secretariat, at, request }, calendar.parts);
    expect(await refused(other)).toEqual(['not-found']);
  });
});

describe('when something stops in between', () => {
  test.each(['append', 'putMeeting', 'set freeze'])(
    'ahead of %s, the same request again ends it',
    async (stop) => {
      let stops = true;
      const calendar = calendarInMemory((call) => {
        if (stops && call === stop) throw new Error('stopped');
      });
      await expect(plan(wanted, calendar)).rejects.toThrow('stopped');
      stops = false;
      await plan(wanted, calendar, '2026-09-22T02:03:00.000Z');
      expect(calendar.scheduled().filter((one) => one.startsWith('freeze'))).toEqual([
        'freeze 2026-10-14T17:15:00',
      ]);
      expect(calendar.changes.size).toBe(1);
    },
  );

  test('a change that was claimed and not made is made first, and the next is told', async () => {
    let stops = false;
    const calendar = calendarInMemory((call) => {
      if (stops && call === 'putMeeting') throw new Error('stopped');
    });
    const { meeting } = await plan(wanted, calendar);
    const { schema: _schema, id, state: _state, ...asked } = meeting;
    const change = (vi: string) => {
      const request = { ...asked, theme: { vi, en: vi }, why: 'Lý do' };
      return changeMeeting({ id, who: secretariat, at, request }, calendar.parts);
    };
    stops = true;
    await expect(change('Một')).rejects.toThrow('stopped');
    stops = false;
    expect(await refused(change('Hai'))).toEqual(['somebody-was-first']);
    expect([calendar.kept.get(id)?.theme.vi, calendar.kept.get(id)?.revision]).toEqual(['Một', 2]);
  });

  test('who makes another’s change sets its schedules too', async () => {
    let stops = false;
    const calendar = calendarInMemory((call) => {
      if (stops && call === 'putMeeting') throw new Error('stopped');
    });
    const { meeting } = await plan(wanted, calendar);
    const { schema: _schema, id, state: _state, ...asked } = meeting;
    const change = (freeze: string) => {
      const request = { ...asked, moments: { ...asked.moments, freeze }, why: 'Lý do' };
      return changeMeeting({ id, who: secretariat, at, request }, calendar.parts);
    };
    stops = true;
    await expect(change('2026-10-14T18:00:00')).rejects.toThrow('stopped');
    stops = false;
    expect(await refused(change('2026-10-14T19:00:00'))).toEqual(['somebody-was-first']);
    expect(calendar.scheduled()).toContain('freeze 2026-10-14T18:00:00');
  });

  test('who plans another’s meeting under the number sets its schedules too', async () => {
    let stops = true;
    const calendar = calendarInMemory((call) => {
      if (stops && call === 'putMeeting') throw new Error('stopped');
    });
    await expect(plan(wanted, calendar)).rejects.toThrow('stopped');
    stops = false;
    const other = { ...wanted, theme: { vi: 'Khác', en: 'Other' } };
    expect(await refused(plan(other, calendar))).toEqual(['meeting-number-taken']);
    expect([calendar.kept.get('ubqg-11')?.theme.en, calendar.scheduled().length]).toEqual([
      wanted.theme.en,
      8,
    ]);
  });

  test('who sets schedules by an older record sets them by the newest', async () => {
    const calendar = calendarInMemory(async (call) => {
      if (call !== 'set freeze' || moved) return;
      moved = true;
      const { schema: _schema, id: _id, state: _state, ...asked } = calendar.kept.get('ubqg-11') as Meeting;
      const moments = { ...asked.moments, freeze: '2026-10-14T19:00:00' };
      const request = { ...asked, moments, why: 'Lý do' };
      await changeMeeting({ id: 'ubqg-11', who: secretariat, at, request }, calendar.parts);
    });
    let moved = false;
    await plan(wanted, calendar);
    expect(calendar.scheduled().filter((one) => one.startsWith('freeze'))).toEqual([
      'freeze 2026-10-14T19:00:00',
    ]);
  });
});
