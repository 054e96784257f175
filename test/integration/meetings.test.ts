import type { GetScheduleCommandOutput } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack, StackLogLine } from '../../local/stack.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { Calendar, wanted } from './meeting-calendar.ts';
import { startService, tableContent } from './service.ts';

/** Meetings on the local Scheduler, by moving the clock: each ends in the right state, whatever happens in between. */

let stack: Stack;
let calendar: Calendar;
const lines: StackLogLine[] = [];
/** What steps have told of themselves since the last time that one looked: `stale`, `already-done`. */
function words(): string[] {
  const found = lines
    .splice(0)
    .flatMap(({ text }) => /"word":"(stale|already-done|frozen)"/.exec(text)?.[1] ?? []);
  return found;
}

beforeAll(async () => {
  stack = await startService({ log: (line) => void lines.push(line) });
  calendar = new Calendar(stack);
}, 240_000);
afterAll(() => stack.stop());

/** The ARN of the one resource whose logical id starts so; the local account is all zeros. */
const arn = (service: string, type: string, start: string, kind = '') => {
  const found = stack.resources.list(type).find(({ logicalId }) => logicalId.startsWith(start));
  const region = service === 'iam' ? '' : 'ap-southeast-1';
  return `arn:aws:${service}:${region}:000000000000:${kind}${found?.physicalId.split('/').at(-1)}`;
};
const functionArn = (start: string) => arn('lambda', 'AWS::Lambda::Function', start, 'function:');
const second = { ...wanted, body: 'BCDCP', number: 5, date: '2026-10-16' };
const dueSteps = [
  'opening 2026-09-23T08:00:00',
  'reminder-1 2026-09-24T08:30:00',
  'reminder-2 2026-10-13T08:30:00',
  'cut-off 2026-10-14T17:00:00',
  'provisional 2026-10-14T17:02:00',
  'freeze 2026-10-14T17:15:00',
];
const all = (state: string) => dueSteps.map((step) => `${step} ${state}`);
let freezeSchedule: GetScheduleCommandOutput;

describe('a meeting that is planned', () => {
  test('has one schedule a step: local time, once, retried, its failures kept, with the role of the group', async () => {
    const { status, body } = await calendar.call('POST /v1/meetings', wanted);
    expect([status, body.id, body.computed]).toEqual([201, 'ubqg-11', ['previous']]);
    expect(body.schedules.map(({ step, isSet }) => [step, isSet])).toEqual(
      dueSteps.map((step) => [step.split(' ')[0], true]),
    );
    freezeSchedule = (await calendar.schedule('freeze')) as GetScheduleCommandOutput;
    expect(freezeSchedule).toMatchObject({
      Name: 'ubqg-11_freeze',
      GroupName: 'diem-cau-dev-meetings',
      ScheduleExpression: 'at(2026-10-14T17:15:00)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: functionArn('FreezeFunction'),
        RoleArn: arn('iam', 'AWS::IAM::Role', 'MeetingSchedulesRole', 'role/'),
        RetryPolicy: { MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 60 },
        DeadLetterConfig: { Arn: arn('sqs', 'AWS::SQS::Queue', 'FreezeDeadLetters') },
      },
    });
    expect(JSON.parse(freezeSchedule.Target?.Input ?? '')).toEqual({
      meeting: 'ubqg-11',
      step: 'freeze',
      due: '2026-10-14T17:15:00',
      scheduledTime: '<aws.scheduler.scheduled-time>',
      attempt: '<aws.scheduler.attempt-number>',
    });
    const reminder = await calendar.schedule('reminder-2');
    expect([reminder?.ScheduleExpression, reminder?.Target?.Arn]).toEqual([
      'at(2026-10-13T08:30:00)',
      functionArn('RemindFunction'),
    ]);
    expect(await calendar.schedule('reminder-3')).toBeUndefined();
    expect(await calendar.steps()).toEqual(all('waiting'));
  });

  test('is public at once, and its changes are not', async () => {
    const answer = await fetch(`${stack.url}/v1/public/meetings/ubqg-11`);
    const meeting = (await answer.json()) as MeetingView;
    expect([meeting.state, meeting.cutOff, meeting.freezeAt, meeting.periods, meeting.scorecards]).toEqual([
      'planned',
      '2026-10-14T17:00:00',
      '2026-10-14T17:15:00',
      ['2026-Q3'],
      ['qd766'],
    ]);
    expect(JSON.stringify(meeting)).not.toContain('secretariat');
    const { items } = (await (await fetch(`${stack.url}/v1/public/meetings`)).json()) as {
      items: MeetingView[];
    };
    expect(items.map(({ id }) => id).slice(0, 2)).toEqual(['ubqg-11', 'bcdcp-04']);
    expect((await fetch(`${stack.url}/v1/meetings/ubqg-11/changes`)).status).toBe(401);
  });

  test('is planned once, though it is asked for twice at once, and one number is one meeting', async () => {
    const other = { ...second, theme: { vi: 'Khác', en: 'Other' } };
    const answers = await Promise.all(
      [second, other, second].map((one) => calendar.call('POST /v1/meetings', one)),
    );
    const [first, different, same] = answers.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim());
    if (different === '201') expect([first, same]).toEqual(Array(2).fill('409 meeting-number-taken'));
    else
      expect([different, [first, same].every((one) => one === '201' || one === '200')]).toEqual([
        '409 meeting-number-taken',
        true,
      ]);
    expect((await calendar.steps('bcdcp-05')).every((step) => step.endsWith('waiting'))).toBe(true);
    expect(await calendar.steps()).toEqual(all('waiting'));
  });
});

describe('a meeting that is changed', () => {
  test('is moved with its schedules: nothing happens when it was due before', async () => {
    const moments = { ...wanted.moments, opening: '2026-09-25T08:00:00', reminders: ['2026-10-13T08:30:00'] };
    const body = { ...wanted, moments, revision: 1, why: 'Dời ngày mở kỳ' };
    const { status, body: moved } = await calendar.call('PUT /v1/meetings/ubqg-11', body);
    expect([status, moved.revision]).toEqual([200, 2]);
    expect((await calendar.schedule('opening'))?.ScheduleExpression).toBe('at(2026-09-25T08:00:00)');
    expect(await calendar.schedule('reminder-2')).toBeUndefined();
    expect(await calendar.until('2026-09-24T12:00:00')).toEqual([
      'bcdcp-05_opening succeeded',
      'bcdcp-05_reminder-1 succeeded',
    ]);
    expect((await calendar.steps())[0]).toBe('opening 2026-09-25T08:00:00 waiting');
  });

  test('by two at once, one does and the other is told', async () => {
    const { body: read } = await calendar.call<MeetingView>('GET /v1/meetings/ubqg-11');
    const change = (hour: number) =>
      calendar.call('PUT /v1/meetings/ubqg-11', {
        ...wanted,
        moments: { ...read.moments, freeze: `2026-10-14T${hour}:00:00` },
        revision: read.revision,
        why: `Chốt lúc ${hour} giờ`,
      });
    const answers = await Promise.all([18, 19, 20].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { body: kept } = await calendar.call<MeetingView>('GET /v1/meetings/ubqg-11');
    expect(kept.revision).toBe(3);
    // The schedule is the record's, whoever was last.
    expect((await calendar.schedule('freeze'))?.ScheduleExpression).toBe(`at(${kept.freezeAt})`);
    const { body } = await calendar.call<{ items: { revision: number; by: string; why: string | null }[] }>(
      'GET /v1/meetings/ubqg-11/changes',
    );
    expect(body.items.map(({ revision, why }) => [revision, why?.slice(0, 8) ?? null])).toEqual([
      [3, 'Chốt lúc'],
      [2, 'Dời ngày'],
      [1, null],
    ]);
    const back = {
      ...wanted,
      moments: { ...read.moments, freeze: '2026-10-14T17:15:00' },
      revision: 3,
      why: 'Như cũ',
    };
    expect((await calendar.call('PUT /v1/meetings/ubqg-11', back)).status).toBe(200);
  });

  test('and cancelled, has nothing that waits, and nothing of it happens any more', async () => {
    const { body: read } = await calendar.call<MeetingView>('GET /v1/meetings/bcdcp-05');
    const { status, body } = await calendar.call('PUT /v1/meetings/bcdcp-05', {
      ...second,
      revision: read.revision,
      state: 'cancelled',
      why: 'Ghép vào phiên của Ủy ban',
    });
    expect([status, body.state, body.freezeAt, body.schedules]).toEqual([200, 'cancelled', null, []]);
    expect(await calendar.schedule('freeze', 'bcdcp-05')).toBeUndefined();
    const steps = await calendar.steps('bcdcp-05');
    expect(steps.every((step) => step.endsWith('of-an-earlier-plan'))).toBe(true);
  });

  test('an old schedule that still goes off does nothing, and the schedules are as they should be', async () => {
    await stack.idle();
    const before = await tableContent(stack);
    const opening = (await calendar.schedule('opening')) as GetScheduleCommandOutput;
    await calendar.again(opening, 'left-over', '2026-09-24T13:00:00', '2026-09-23T08:00:00');
    words();
    expect(await calendar.until('2026-09-24T14:00:00')).toEqual(['left-over succeeded']);
    expect(words()).toEqual(['stale']);
    expect(await tableContent(stack)).toBe(before);
    expect((await calendar.schedule('opening'))?.ScheduleExpression).toBe('at(2026-09-25T08:00:00)');
  });
});

describe('when its time comes', () => {
  test('each step runs once, in order, and its schedule is gone', async () => {
    expect(await calendar.until('2026-10-14T17:15:00')).toEqual(
      ['opening', 'reminder-1', 'cut-off', 'provisional', 'freeze'].map(
        (step) => `ubqg-11_${step} succeeded`,
      ),
    );
    expect(await calendar.steps()).toEqual([
      'opening 2026-09-25T08:00:00 done',
      'reminder-1 2026-10-13T08:30:00 done',
      'cut-off 2026-10-14T17:00:00 done',
      'provisional 2026-10-14T17:02:00 done',
      'freeze 2026-10-14T17:15:00 done',
    ]);
    for (const step of ['opening', 'cut-off', 'freeze'] as const)
      expect(await calendar.schedule(step)).toBeUndefined();
    const { body } = await calendar.call<MeetingView & { snapshot: { hash: string } | null }>(
      'GET /v1/meetings/ubqg-11',
    );
    expect(body.snapshot?.hash).toMatch(/^[0-9a-f]{64}$/);
    const { body: other } = await calendar.call<{ snapshot: null }>('GET /v1/meetings/bcdcp-05');
    expect(other.snapshot).toBeNull();
  });

  test('what goes off twice does nothing twice', async () => {
    await stack.idle();
    const before = await tableContent(stack);
    await calendar.again(freezeSchedule, 'twice', '2026-10-14T17:20:00');
    words();
    expect(await calendar.until('2026-10-14T17:30:00')).toEqual(['twice succeeded']);
    expect(words()).toEqual(['already-done']);
    expect(await tableContent(stack)).toBe(before);
  });

  test('and it is frozen, it is changed no more', async () => {
    const { body: read } = await calendar.call<MeetingView>('GET /v1/meetings/ubqg-11');
    const moments = {
      ...wanted.moments,
      cutOff: '2026-10-14T19:00:00',
      provisional: '2026-10-14T19:02:00',
      freeze: '2026-10-14T19:15:00',
    };
    const { status, body } = await calendar.call('PUT /v1/meetings/ubqg-11', {
      ...wanted,
      moments,
      revision: read.revision,
      why: 'Muộn rồi',
    });
    expect([status, body.code]).toEqual([409, 'meeting-frozen']);
  });
});
