import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { askedRounds, periodsAsked, scorecardsAsked } from '../../../shared/meetings/asked-rounds.ts';
import { changeMeeting } from '../../../shared/meetings/change-meeting.ts';
import type { StepEvent } from '../../../shared/meetings/meeting.ts';
import { planMeeting } from '../../../shared/meetings/plan-meeting.ts';
import { readSteps } from '../../../shared/meetings/read-calendar-records.ts';
import { runStep, type StepAsk, type StepOutcome } from '../../../shared/meetings/run-step.ts';
import type { MeetingRequest } from '../../../shared/meetings/wanted-meeting.ts';
import { calendarInMemory, secretariat } from './calendar-in-memory.ts';

/** A step of a meeting, as its schedule goes off: once, and only as the record says. */

const wanted: MeetingRequest = {
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Quý III', en: 'Third quarter' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: {
    cutOff: '2026-10-14T17:00:00',
    opening: '2026-09-23T08:00:00',
    reminders: ['2026-10-09T08:30:00', '2026-10-13T08:30:00'],
  },
};
const at = '2026-09-22T02:00:00.000Z';
const event = (change: Partial<StepEvent> = {}): StepEvent => ({
  meeting: 'ubqg-11',
  step: 'reminder-1',
  due: '2026-10-09T08:30:00',
  scheduledTime: '2026-10-09T01:30:00Z',
  attempt: 1,
  ...change,
});

/** A calendar with one meeting, and a step that counts how often it was done. */
async function calendarWith(
  before: (call: string) => void = () => {},
  outcome: StepOutcome<string> = { word: 'reminded' },
) {
  const calendar = calendarInMemory(before);
  await planMeeting({ who: secretariat, at, request: wanted }, calendar.parts);
  const asked: StepAsk[] = [];
  const effect = async (ask: StepAsk) => {
    asked.push(ask);
    return outcome;
  };
  return { calendar, asked, run: (one: StepEvent) => runStep(one, effect, calendar.parts) };
}

describe('a step', () => {
  test('is done once, however often it goes off, and recorded behind its effect', async () => {
    const { calendar, asked, run } = await calendarWith();
    expect(await run(event())).toEqual({ word: 'reminded', lateMinutes: 0 });
    expect(await run(event())).toEqual({ word: 'already-done', lateMinutes: 0 });
    expect(asked.map(({ meeting, step, due, lateMinutes }) => [meeting.id, step, due, lateMinutes])).toEqual([
      ['ubqg-11', 'reminder-1', '2026-10-09T08:30:00', 0],
    ]);
    expect([...calendar.done.values()]).toEqual([
      {
        schema: 'step-done/1',
        meeting: 'ubqg-11',
        step: 'reminder-1',
        due: '2026-10-09T08:30:00',
        at: '2026-10-09T01:30:00.000Z',
        lateMinutes: 0,
        attempt: 1,
        word: 'reminded',
      },
    ]);
  });

  test('keeps whom its mails told and whom they did not, and says so', async () => {
    const told = { units: 1, unreached: ['province:96@2025', 'province:91@2025'] };
    const { calendar, run } = await calendarWith(() => {}, { word: 'reminded', told });
    await run(event());
    const ask = { id: 'ubqg-11', who: secretariat, now: '2026-10-09T08:31:00' };
    const { items } = await readSteps(ask, calendar.parts);
    expect(items.filter((one) => one.told !== null)).toMatchObject([{ step: 'reminder-1', told }]);
  });

  test('that fails, or whose record fails, is done again', async () => {
    let stops = true;
    const { asked, run } = await calendarWith((call) => {
      if (stops && call === 'recordStep') throw new Error('stopped');
    });
    await expect(run(event())).rejects.toThrow('stopped');
    stops = false;
    expect((await run(event())).word).toBe('reminded');
    expect(asked).toHaveLength(2);
  });

  test('says how late it is: by the time for which it was scheduled, and by the attempt that started it', async () => {
    const { calendar, run } = await calendarWith();
    // 10:05 in Viet Nam: an hour, 35 minutes and a second behind.
    const late = event({ scheduledTime: '2026-10-09T03:05:01Z', attempt: 4 });
    expect(await run(late)).toEqual({ word: 'reminded', lateMinutes: 95 });
    const ask = { id: 'ubqg-11', who: secretariat, now: '2026-10-12T09:00:00' };
    const { items } = await readSteps(ask, calendar.parts);
    expect(items.map(({ step, state, lateMinutes, attempt }) => [step, state, lateMinutes, attempt])).toEqual(
      [
        ['opening', 'waiting-late', null, null],
        ['reminder-1', 'done-late', 95, 4],
        ['reminder-2', 'waiting', null, null],
        ['cut-off', 'waiting', null, null],
        ['provisional', 'waiting', null, null],
        ['freeze', 'waiting', null, null],
      ],
    );
  });

  test('that comes at its time, but at a later attempt, is late too', async () => {
    const { calendar, run } = await calendarWith();
    await run(event({ attempt: 2 }));
    const ask = { id: 'ubqg-11', who: secretariat, now: '2026-10-09T09:00:00' };
    const { items } = await readSteps(ask, calendar.parts);
    expect(items[1]).toMatchObject({ step: 'reminder-1', state: 'done-late', lateMinutes: 0, attempt: 2 });
  });

  test('is too early before its time, and nothing of a meeting that is not there', async () => {
    const { asked, run } = await calendarWith();
    await expect(run(event({ scheduledTime: '2026-10-09T01:29:59Z' }))).rejects.toThrow('too early');
    await expect(run(event({ meeting: 'ubqg-99' }))).rejects.toThrow('no meeting ubqg-99');
    expect(asked).toEqual([]);
  });

  test('of a meeting that was moved or cancelled since is stale', async () => {
    const { calendar, asked, run } = await calendarWith();
    const moments = { ...wanted.moments, reminders: ['2026-10-08T08:30:00', '2026-10-13T08:30:00'] };
    const change = { ...wanted, moments, revision: 1, why: 'Nhắc sớm hơn' };
    await changeMeeting({ id: 'ubqg-11', who: secretariat, at, request: change }, calendar.parts);
    expect((await run(event())).word).toBe('stale');
    expect((await run(event({ step: 'reminder-3' }))).word).toBe('stale');
    const cancelled = { ...change, revision: 2, state: 'cancelled' as const };
    await changeMeeting({ id: 'ubqg-11', who: secretariat, at, request: cancelled }, calendar.parts);
    const freeze = {
      step: 'freeze',
      due: '2026-10-14T17:15:00',
      scheduledTime: '2026-10-14T10:15:00Z',
    } as const;
    expect((await run(event(freeze))).word).toBe('stale');
    expect([asked, calendar.scheduled()]).toEqual([[], []]);
  });

  test('sets the schedules that a crash left out, or left as they were', async () => {
    const { calendar, run } = await calendarWith();
    calendar.waiting.clear();
    calendar.waiting.set('ubqg-11 reminder-7', {
      step: 'reminder-7',
      due: '2026-10-01T08:30:00',
      at: '2026-10-01T08:30:00',
    });
    await run(event());
    expect(calendar.scheduled()).toEqual([
      'cut-off 2026-10-14T17:00:00',
      'freeze 2026-10-14T17:15:00',
      // Due on 23 September, and never done.
      'opening 2026-10-09T08:31:00',
      'provisional 2026-10-14T17:02:00',
      'reminder-2 2026-10-13T08:30:00',
    ]);
  });

  test('behind which a late step finds no schedule is recorded, and fails until that is set', async () => {
    const { calendar, asked } = await calendarWith();
    const { schedules, records } = calendar.parts;
    type Set = typeof schedules.set;
    let refuses: 'opening' | 'freeze' | null = 'opening';
    const set: Set = async (id, planned) =>
      planned.step === refuses ? 'refused' : schedules.set(id, planned);
    const effect = async (ask: StepAsk) => {
      asked.push(ask);
      return { word: 'reminded' };
    };
    const run = (setting: Set = set) =>
      runStep(event(), effect, { ...calendar.parts, schedules: { ...schedules, set: setting } });
    // The opening of 23 September was never done.
    await expect(run()).rejects.toThrow('meeting ubqg-11: not scheduled: opening');
    expect(calendar.scheduled()).toContain('reminder-2 2026-10-13T08:30:00');
    refuses = null;
    expect((await run()).word).toBe('already-done');
    expect(asked).toHaveLength(1);
    expect(calendar.scheduled()).toContain('opening 2026-10-09T08:31:00');
    // What is to come has the schedule that it was planned with.
    refuses = 'freeze';
    expect((await run()).word).toBe('already-done');
    // What has run in the meantime is not missed.
    const due = '2026-09-23T08:00:00';
    const ran = { schema: 'step-done/1', meeting: 'ubqg-11', step: 'opening', due, word: 'opened' } as const;
    const overtaken: Set = async (id, planned) => {
      if (planned.step !== 'opening') return schedules.set(id, planned);
      await records.recordStep({ ...ran, at: '2026-10-09T01:31:00.000Z', lateMinutes: 0, attempt: 1 });
      return 'refused';
    };
    expect((await run(overtaken)).word).toBe('already-done');
  });

  test('that is put off is not done, and is scheduled again', async () => {
    const { calendar, run } = await calendarWith(() => {}, { word: 'postponed' });
    // It could be started only at nine in the evening.
    expect((await run(event({ scheduledTime: '2026-10-09T14:00:00Z' }))).word).toBe('postponed');
    expect([...calendar.done]).toEqual([]);
    expect(calendar.scheduled()).toContain('reminder-1 2026-10-12T07:30:00');
  });

  test('behind which none is to be scheduled sets nothing', async () => {
    const { calendar } = await calendarWith();
    calendar.waiting.clear();
    const freeze = event({
      step: 'freeze',
      due: '2026-10-14T17:15:00',
      scheduledTime: '2026-10-14T10:15:00Z',
    });
    const { word } = await runStep(freeze, async () => ({ word: 'frozen' }), {
      ...calendar.parts,
      schedules: null,
    });
    expect([word, calendar.scheduled()]).toEqual(['frozen', []]);
  });
});

test('steps that nothing waits for are told: to come or missed, and what waits for an earlier plan', async () => {
  const { calendar } = await calendarWith();
  calendar.waiting.clear();
  calendar.waiting.set('ubqg-11 reminder-3', {
    step: 'reminder-3',
    due: '2026-10-12T08:30:00',
    at: '2026-10-12T08:30:00',
  });
  const ask = { id: 'ubqg-11', who: secretariat, now: '2026-10-09T08:30:00' };
  const { items } = await readSteps(ask, calendar.parts);
  expect(items.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'opening missed',
    'reminder-1 missed',
    'reminder-3 of-an-earlier-plan',
    'reminder-2 not-scheduled',
    'cut-off not-scheduled',
    'provisional not-scheduled',
    'freeze not-scheduled',
  ]);
});

test.each([
  ['2026-10-14T17:02:12', 'waiting'],
  ['2026-10-14T17:03:59', 'waiting'],
  ['2026-10-14T17:04:00', 'waiting-late'],
])('a step due at 17:02 that waits for %s is %s', async (at, state) => {
  const { calendar } = await calendarWith();
  calendar.waiting.set('ubqg-11 provisional', { step: 'provisional', due: '2026-10-14T17:02:00', at });
  const ask = { id: 'ubqg-11', who: secretariat, now: '2026-10-14T17:02:12' };
  const { items } = await readSteps(ask, calendar.parts);
  expect(items.find(({ step }) => step === 'provisional')).toMatchObject({ state, scheduledFor: at });
});

test('what a meeting looks at follows from what it asks for, each once', () => {
  const asks = [
    { form: 'dti922-published', period: '2022' },
    { form: 'qd766', period: '2026-Q3' },
    { form: 'qd766', period: '2026-Q3' },
    { form: 'qd766', period: '2020-Q1' },
  ];
  expect(askedRounds({ asks })).toEqual([asks[0], asks[1], asks[3]]);
  expect(periodsAsked({ asks })).toEqual(['2022', '2026-Q3', '2020-Q1']);
  expect(scorecardsAsked({ asks }, catalog)).toEqual(['dti922', 'qd766']);
});
