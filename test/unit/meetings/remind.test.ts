import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { MeetingEvent } from '../../../shared/meetings/events.ts';
import type { Meeting, StepName } from '../../../shared/meetings/meeting.ts';
import type { People } from '../../../shared/meetings/recipients.ts';
import { remind } from '../../../shared/meetings/remind.ts';
import type { RemindParts } from '../../../shared/meetings/remind-run.ts';
import type { StepRun, Told } from '../../../shared/meetings/told.ts';
import {
  emptySlot,
  type Slot,
  type SlotKey,
  slotName,
  withExtension,
} from '../../../shared/submissions/slot.ts';
import type { Succession } from '../../../shared/submissions/succession.ts';
import { meeting, signedSlot } from './meeting-eleven.ts';

const first = meeting.moments.reminders[0] as string;
/** The instant of the first reminder: 08:00 on 22 September in Viet Nam. */
const due = '2026-09-22T01:00:00.000Z';

/** Everybody but An Giang, whose two people are known, and Cà Mau, who has nobody, has reported. */
const owingUnits = ['province:91@2025', 'province:96@2025'];

/** Recording ports: what was sent and told, by whom it is asked in the order of time. */
type Given = {
  breaks?: (to: string) => Error | 'rejected' | undefined;
  meeting?: Partial<Meeting>;
  /** What is in the slots of those who have not reported. */
  unreported?: (key: SlotKey) => Slot | undefined;
  ofUnits?: People['ofUnits'];
  successions?: Succession[];
};
function ports(given: Given = {}) {
  const unreported =
    given.unreported ?? ((key) => (owingUnits.includes(key.unit) ? emptySlot(key) : undefined));
  const told = new Map<string, Told>();
  const runs = new Map<string, StepRun>();
  const mails: { to: string; subject: string; text: string }[] = [];
  const events: MeetingEvent[] = [];
  const asks: string[] = [];
  const parts: RemindParts = {
    catalog,
    portal: 'https://bao-cao.example.vn',
    submissions: {
      slots: async (keys) =>
        new Map(
          keys.map((key): [string, Slot] => {
            const slot = unreported(key) ?? signedSlot(key.unit, '2026-09-20T00:00:00.000Z');
            return [slotName(key), slot];
          }),
        ),
      slot: async () => undefined,
      factsOf: async () => [],
      openedIn: async () => ({ ids: [], next: null }),
      pagesOf: async () => new Map(),
      successions: async (units) => given.successions?.filter(({ unit }) => units.includes(unit)) ?? [],
    },
    tasksOf: async () => ({ tasks: [] }),
    people: async () => ({
      ofUnits: given.ofUnits ?? [
        { userName: 'ag.1', email: 'ag.1@example.vn', unit: 'province:91@2025' },
        { userName: 'ag.2', email: 'ag.2@example.vn', unit: 'province:91@2025' },
        { userName: 'ag.2', email: 'ag.2@example.vn', unit: 'province:91@2025' },
        { userName: 'hcm.1', email: 'hcm.1@example.vn', unit: 'province:79@2025' },
      ],
      secretariat: [{ userName: 'thu.ky', email: 'thu.ky@example.vn' }],
    }),
    told: {
      toldAt: async ({ kind, due }) =>
        [...told.values()].filter((one) => one.kind === kind && one.due === due),
      claimRun: async (run, abandoned) => {
        const key = `${run.kind} ${run.due}`;
        const other = runs.get(key);
        if (other && other.by !== run.by && other.at > abandoned) return 'held';
        runs.set(key, run);
        return 'claimed';
      },
      recordTold: async (one) => {
        const key = `${one.kind} ${one.due} ${one.what}`;
        if (told.has(key)) return 'already-recorded';
        told.set(key, one);
        return 'recorded';
      },
    },
    post: async (to, { subject, text }) => {
      const trouble = given.breaks?.(to);
      if (trouble === 'rejected') return 'rejected';
      if (trouble) throw trouble;
      mails.push({ to, subject, text });
      return 'sent';
    },
    announce: async (event) => {
      events.push(event);
    },
    askAggregation: async ({ form, period }) => {
      asks.push(`${form}/${period}`);
    },
  };
  const run = (step: StepName, planned: string, at: string, by = 'one start') =>
    remind({ meeting: { ...meeting, ...given.meeting }, step, due: planned, at, by }, parts);
  const addresses = () => mails.map(({ to }) => to);
  return { run, mails, addresses, events, asks, told };
}

test('who owes gets one mail each; who reported none; who cannot be told is told to the secretariat', async () => {
  const { run, mails, addresses, events } = ports();
  expect(await run('reminder-1', first, due)).toEqual({
    word: 'reminded',
    sent: 3,
    rejected: [],
    told: { units: 1, unreached: ['province:96@2025'] },
  });
  expect(addresses()).toEqual(['ag.1@example.vn', 'ag.2@example.vn', 'thu.ky@example.vn']);
  expect(mails[0]?.text).toContain('Kính gửi: Ủy ban nhân dân tỉnh An Giang\n');
  expect(mails[2]?.text).toContain('\n1. Tỉnh Cà Mau: 1 báo cáo\n');
  const reports = [{ form: 'qd766', period: '2026-Q3', state: 'missing', due: '2026-09-25', late: false }];
  expect(events).toEqual([
    {
      type: 'reports-owed',
      detail: {
        schema: 'reports-owed/1',
        meeting: 'ubqg-11',
        step: 'reminder-1',
        due: first,
        at: due,
        cutOff: '2026-10-14T10:00:00.000Z',
        units: [
          { unit: 'province:91@2025', code: '91', reports, tasks: [], reached: true },
          { unit: 'province:96@2025', code: '96', reports, tasks: [], reached: false },
        ],
      },
    },
  ]);
});

test('run again, it sends and tells nothing again; another reminder does', async () => {
  const { run, mails, events } = ports();
  await run('reminder-1', first, due);
  expect(await run('reminder-1', first, due)).toMatchObject({ word: 'reminded', sent: 0 });
  expect([mails.length, events.length]).toEqual([3, 1]);
  expect(await run('reminder-2', '2026-10-12T08:00:00', '2026-10-12T01:00:00.000Z')).toMatchObject({
    sent: 3,
  });
  expect([mails.length, events.length]).toEqual([6, 2]);
});

test('a run that breaks in the middle goes on where it stopped', async () => {
  let broken = true;
  const { run, addresses, events } = ports({
    breaks: (to) => (broken && to === 'ag.2@example.vn' ? new Error('throttled') : undefined),
  });
  await expect(run('reminder-1', first, due)).rejects.toThrow('throttled');
  expect([addresses(), events]).toEqual([['ag.1@example.vn'], []]);
  broken = false;
  await run('reminder-1', first, due);
  expect(addresses()).toEqual(['ag.1@example.vn', 'ag.2@example.vn', 'thu.ky@example.vn']);
  expect(events).toHaveLength(1);
});

test('two that run a step at once send every letter once: the other waits', async () => {
  const { run, addresses, events } = ports();
  const minuteLater = '2026-09-22T01:01:00.000Z';
  const words = await Promise.all([
    run('reminder-1', first, due, 'first start'),
    run('reminder-1', first, minuteLater, 'second start'),
  ]);
  expect(words.map(({ word }) => word)).toEqual(['reminded', 'postponed']);
  expect(addresses()).toEqual(['ag.1@example.vn', 'ag.2@example.vn', 'thu.ky@example.vn']);
  expect(events).toHaveLength(1);
});

test('what one start left undone another takes over twenty minutes later, and not before', async () => {
  let broken = true;
  const { run, addresses } = ports({
    breaks: (to) => (broken && to === 'ag.2@example.vn' ? new Error('throttled') : undefined),
  });
  await expect(run('reminder-1', first, due, 'first start')).rejects.toThrow('throttled');
  broken = false;
  const second = (at: string) => run('reminder-1', first, at, 'second start');
  expect(await second('2026-09-22T01:19:59.000Z')).toMatchObject({ word: 'postponed', sent: 0 });
  expect(await second('2026-09-22T01:20:00.000Z')).toMatchObject({ word: 'reminded', sent: 2 });
  expect(addresses()).toEqual(['ag.1@example.vn', 'ag.2@example.vn', 'thu.ky@example.vn']);
});

test('a reminder that has another number since is told nobody again', async () => {
  const { run, mails } = ports();
  await run('reminder-1', first, due);
  expect(await run('reminder-2', first, due)).toMatchObject({ sent: 0 });
  expect(mails).toHaveLength(3);
});

test('an address that is rejected stops nobody else, and is not tried again', async () => {
  const { run, addresses, events } = ports({
    breaks: (to) => (to.startsWith('ag.') ? 'rejected' : undefined),
  });
  expect(await run('reminder-1', first, due)).toEqual({
    word: 'reminded',
    sent: 1,
    rejected: ['province:91@2025', 'province:91@2025'],
    told: { units: 0, unreached: ['province:91@2025', 'province:96@2025'] },
  });
  expect(addresses()).toEqual(['thu.ky@example.vn']);
  expect(events[0]?.detail).toMatchObject({ units: [{ reached: false }, { reached: false }] });
  expect(await run('reminder-1', first, due)).toMatchObject({ sent: 0, rejected: { length: 2 } });
});

test.each([
  ['early in the morning', '2026-09-22T00:29:59.000Z'],
  ['in the evening', '2026-09-22T13:00:00.000Z'],
  ['on a Saturday', '2026-09-26T03:00:00.000Z'],
])('nothing is sent %s', async (_when, at) => {
  const { run, mails, events } = ports();
  expect(await run('reminder-1', first, at)).toMatchObject({ word: 'postponed', sent: 0 });
  expect([mails, events]).toEqual([[], []]);
});

test('no reminder goes out once the cut-off has come', async () => {
  const { run, mails } = ports();
  expect(await run('reminder-2', '2026-10-12T08:00:00', '2026-10-14T10:00:00.000Z')).toMatchObject({
    word: 'too-late',
  });
  expect(mails).toEqual([]);
});

test('a reminder that is run behind the cut-off, and counts as before it, is too late', async () => {
  const { run, mails } = ports();
  await run('cut-off', meeting.moments.cutOff, '2026-10-14T10:00:00.000Z');
  expect(mails).toHaveLength(1);
  expect(await run('reminder-2', '2026-10-12T08:00:00', '2026-10-12T01:00:00.000Z')).toMatchObject({
    word: 'too-late',
    sent: 0,
  });
  expect(mails).toHaveLength(1);
});

test('at the opening other systems hear at once, and people when it is no longer quiet', async () => {
  const { run, mails, events } = ports();
  const { opening } = meeting.moments;
  expect(await run('opening', opening, '2026-09-14T23:00:00.000Z')).toMatchObject({ word: 'postponed' });
  expect([mails.length, events.map(({ type }) => type)]).toEqual([0, ['meeting-opened']]);
  expect(await run('opening', opening, '2026-09-15T01:00:00.000Z')).toMatchObject({
    word: 'opened',
    sent: 3,
  });
  expect(events).toHaveLength(1);
  expect(mails[0]?.subject).toContain('đã mở đợt báo cáo');
});

test('an opening that comes so late that a reminder is due tells other systems, and leaves people to the reminder', async () => {
  const { run, mails, events } = ports();
  const { opening } = meeting.moments;
  // On Tuesday 22 September at 08:01: the first reminder was due at 08:00.
  const late = '2026-09-22T01:01:00.000Z';
  expect(await run('opening', opening, late)).toMatchObject({ word: 'opened', sent: 0, told: null });
  expect([mails.length, events.map(({ type }) => type)]).toEqual([0, ['meeting-opened']]);
  expect(await run('reminder-1', first, late)).toMatchObject({ word: 'reminded', sent: 3 });
  // A minute before it was due, the opening still writes.
  const other = ports();
  expect(await other.run('opening', opening, '2026-09-22T00:59:00.000Z')).toMatchObject({ sent: 3 });
});

test('the cut-off tells the secretariat alone, of what was signed by then', async () => {
  const { run, mails, events } = ports();
  const { cutOff } = meeting.moments;
  expect(await run('cut-off', cutOff, '2026-10-14T13:30:00.000Z')).toMatchObject({ word: 'postponed' });
  expect([mails.length, events.length]).toEqual([0, 1]);
  expect(events[0]).toMatchObject({
    type: 'cut-off-reached',
    detail: {
      coverage: [{ expected: 34, counted: 32, counts: { missing: 2, notDue: 0 }, missingUnits: owingUnits }],
    },
  });
  expect(await run('cut-off', cutOff, '2026-10-15T00:30:00.000Z')).toMatchObject({
    word: 'digest-sent',
    sent: 1,
  });
  expect(mails.map(({ to }) => to)).toEqual(['thu.ky@example.vn']);
  expect(mails[0]?.text).toContain('32/34 đơn vị có báo cáo');
});

test('the cut-off names who has more time as such, and nobody for a form that nobody owes by a day', async () => {
  const extension = { until: '2026-10-16', why: 'bão', by: 'thu.ky', at: '2026-09-24T00:00:00.000Z' };
  const { run, mails, events } = ports({
    meeting: {
      asks: [
        { form: 'qd766', period: '2026-Q3' },
        { form: 'nhiem-vu', period: '2026-Q3' },
      ],
    },
    unreported: (key) =>
      key.unit === 'province:96@2025'
        ? withExtension(key, undefined, extension)
        : key.unit === 'province:91@2025'
          ? emptySlot(key)
          : undefined,
  });
  await run('cut-off', meeting.moments.cutOff, '2026-10-14T10:00:00.000Z');
  expect(events[0]).toMatchObject({
    detail: {
      coverage: [
        {
          form: 'qd766',
          due: '2026-09-25',
          counted: 32,
          counts: { missing: 1, notDue: 1 },
          missingUnits: ['province:91@2025'],
        },
        { form: 'nhiem-vu', due: null, missingUnits: [] },
      ],
    },
  });
  expect(mails[0]?.subject).toContain('còn thiếu 2 báo cáo, trong đó 1 đơn vị được gia hạn');
  expect(mails[0]?.text).toContain('thiếu 2, trong đó chưa đến hạn 1:\n1. Tỉnh An Giang: chưa gửi báo cáo\n');
  expect(mails[0]?.text).toContain('2. Tỉnh Cà Mau: chưa gửi báo cáo; được gia hạn đến hết 16/10/2026\n\n');
});

describe('what a dissolved unit owes', () => {
  const haiDuong = 'province:30@2008';
  const people = (unit: string) => ({
    userName: `o.${unit.slice(9, 11)}`,
    email: `${unit.slice(9, 11)}@example.vn`,
    unit,
  });
  const given: Given = {
    meeting: {
      asks: [
        { form: 'cds', period: '2025-Q2' },
        { form: 'cds', period: '2025-Q1' },
      ],
    },
    unreported: (key) => (key.unit === haiDuong ? emptySlot(key) : undefined),
    ofUnits: [people('province:31@2025'), people('province:91@2025')],
  };
  const decision = {
    allowed: true,
    forms: null,
    why: 'sáp nhập',
    by: 'thu.ky',
    at: '2026-01-05T00:00:00.000Z',
  };
  const allowed = (periods: string[] | null): Succession[] => [
    { schema: 'succession/1', unit: haiDuong, decisions: [{ ...decision, periods }] },
  ];

  test('is told to the people of the successor that was given the right', async () => {
    const { run, mails, addresses } = ports({ ...given, successions: allowed(null) });
    expect(await run('reminder-1', first, due)).toMatchObject({ sent: 1, told: { units: 1, unreached: [] } });
    expect(addresses()).toEqual(['31@example.vn']);
    expect(mails[0]?.text).toContain('Kính gửi: Ủy ban nhân dân thành phố Hải Phòng\n');
    expect(mails[0]?.text).toContain('Các báo cáo này là của Tỉnh Hải Dương');
  });

  test('without the right the secretariat is asked to grant it, and the successor hears nothing', async () => {
    const { run, mails, addresses } = ports(given);
    expect(await run('reminder-1', first, due)).toMatchObject({
      sent: 1,
      told: { units: 0, unreached: [haiDuong] },
    });
    expect(addresses()).toEqual(['thu.ky@example.vn']);
    expect(mails[0]?.text).toContain('cấp quyền kế thừa');
    expect(mails[0]?.text).not.toContain('lập tài khoản');
  });

  test('a right on one period is told of that period, and the rest to the secretariat', async () => {
    const { run, mails, addresses, events } = ports({ ...given, successions: allowed(['2025-Q2']) });
    expect(await run('reminder-1', first, due)).toMatchObject({
      sent: 2,
      told: { units: 0, unreached: [haiDuong] },
    });
    expect(addresses()).toEqual(['31@example.vn', 'thu.ky@example.vn']);
    expect(mails[0]?.subject).toContain('còn thiếu 1 báo cáo');
    expect(events[0]?.detail).toMatchObject({ units: [{ unit: haiDuong, reached: false }] });
  });

  test('where the successor has nobody, accounts are asked for', async () => {
    const { run, mails } = ports({ ...given, ofUnits: [], successions: allowed(null) });
    await run('reminder-1', first, due);
    expect(mails[0]?.text).toContain('lập tài khoản');
    expect(mails[0]?.text).not.toContain('cấp quyền kế thừa');
  });
});

test('behind the cut-off every round is aggregated once more', async () => {
  const { run, asks, events, mails } = ports();
  expect(await run('provisional', meeting.moments.provisional, '2026-10-14T10:05:00.000Z')).toMatchObject({
    word: 'aggregation-asked',
  });
  expect([asks, mails]).toEqual([['qd766/2026-Q3'], []]);
  expect(events.map(({ type }) => type)).toEqual(['figures-provisional']);
  await expect(run('freeze', meeting.moments.freeze, '2026-10-14T10:30:00.000Z')).rejects.toThrow('freeze');
});
