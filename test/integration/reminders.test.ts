import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Mail } from '../../local/mail/outbox.ts';
import type { Stack } from '../../local/stack.ts';
import { scheduleName } from '../../shared/aws/keys.ts';
import type { StepName } from '../../shared/meetings/meeting.ts';
import type { StepView } from '../../shared/meetings/read-calendar-records.ts';
import { remind } from '../../shared/meetings/remind.ts';
import { AccountsClient, firstSecretariat } from './accounts-client.ts';
import { People } from './people.ts';
import { remindPartsOf } from './remind-parts.ts';
import { startService } from './service.ts';

/** A meeting from its opening to its provisional figures, by moving the clock: who is told what, and how often. */

const giaLai = 'province:52@2025';
const dongThap = 'province:82@2025';
const anGiang = 'province:91@2025';
const slot = { form: 'qd766', period: '2026-Q3' };
const sample = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../local/samples/2026-Q3/${name}`, import.meta.url)));
const moments = {
  opening: '2026-09-22T10:00:00',
  reminders: ['2026-09-24T08:30:00', '2026-10-12T08:30:00', '2026-10-14T08:30:00'],
  cutOff: '2026-10-14T17:00:00',
  provisional: '2026-10-14T17:02:00',
  freeze: '2026-10-14T17:15:00',
};

let stack: Stack;
let people: People;
let accounts: AccountsClient;
let secretariat: string;

beforeAll(async () => {
  stack = await startService();
  accounts = new AccountsClient(stack);
  people = new People(stack);
  secretariat = await firstSecretariat(accounts);
  await makeAccount('bao.cao.52', giaLai, 'reporter');
  await makeAccount('bao.cao.82', dongThap, 'reporter');
  await makeAccount('ky.82', dongThap, 'approver');
  await makeAccount('bao.cao.91', anGiang, 'reporter');
  await makeAccount('nghi.viec.91', anGiang, 'reporter');
  await done('PUT', '/v1/users/nghi.viec.91', { enabled: false, why: 'nghỉ hưu' });
  await done('POST', '/v1/meetings', {
    body: 'UBQG',
    number: 12,
    date: '2026-10-15',
    theme: { vi: 'Quý III năm 2026', en: 'The third quarter of 2026' },
    asks: [slot],
    moments,
    constructed: true,
  });
}, 240_000);
afterAll(() => stack.stop());

async function done(method: string, path: string, body: object): Promise<void> {
  const answer = await accounts.ask(method, path, body, secretariat);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
}

function makeAccount(userName: string, unit: string, role: string): Promise<void> {
  const account = { userName, email: `${userName}@example.vn`, unit, roles: [role], why: 'phân công' };
  return done('POST', '/v1/users', account);
}

/** Moves the clock; what was sent on the way, in the order of sending. */
async function sentUntil(to: string): Promise<Mail[]> {
  const before = stack.mails().length;
  await stack.clock.moveTo(to);
  await stack.idle();
  return stack
    .mails()
    .slice(0, stack.mails().length - before)
    .reverse();
}

const addresses = (mails: readonly Mail[]) => mails.map(({ to }) => to.join());
const told = (type: string) => stack.events().filter((event) => event['detail-type'] === type);
async function stateOf(step: StepName): Promise<Partial<StepView> | undefined> {
  const { body } = await accounts.ask<{ items: StepView[] }>(
    'GET',
    '/v1/meetings/ubqg-12/steps',
    undefined,
    secretariat,
  );
  return body.items.find((one) => one.step === step);
}

function scheduler(): SchedulerClient {
  const { region, accessKeyId, secretAccessKey } = stack.aws;
  const endpoint = `${stack.url}/_local/scheduler`;
  return new SchedulerClient({ region, endpoint, credentials: { accessKeyId, secretAccessKey } });
}

/** Has a step start once more at a local time, as if the Scheduler delivered it twice or late. */
async function startAt(step: StepName, due: string, at: string): Promise<void> {
  const client = scheduler();
  const GroupName = 'diem-cau-dev-meetings';
  const freeze = { GroupName, Name: scheduleName('ubqg-12', 'cut-off') };
  const like = await client.send(new GetScheduleCommand(freeze));
  const Name = scheduleName('ubqg-12', step);
  await client.send(new DeleteScheduleCommand({ GroupName, Name })).catch(() => undefined);
  const input = {
    ...JSON.parse(like.Target?.Input ?? '{}'),
    step,
    due,
  };
  await client.send(
    new CreateScheduleCommand({
      GroupName,
      Name,
      ScheduleExpression: `at(${at})`,
      ScheduleExpressionTimezone: like.ScheduleExpressionTimezone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        ...like.Target,
        Arn: like.Target?.Arn,
        RoleArn: like.Target?.RoleArn,
        Input: JSON.stringify(input),
      },
    }),
  );
}

test('at the opening everybody who is to report is told, each in a mail of their own', async () => {
  const mails = await sentUntil('2026-09-22T03:00:00.000Z');
  expect(addresses(mails)).toEqual([
    'bao.cao.52@example.vn',
    'bao.cao.82@example.vn',
    'ky.82@example.vn',
    'bao.cao.91@example.vn',
    'thu.ky@example.vn',
  ]);
  expect(mails.every(({ to, cc, bcc }) => to.length === 1 && cc.length + bcc.length === 0)).toBe(true);
  expect(mails[0]?.subject).toContain('Tỉnh Gia Lai: đã mở đợt báo cáo, gồm 1 báo cáo');
  expect(mails[4]?.subject).toContain('31 đơn vị không có người nhận thư nhắc');
  expect(told('meeting-opened')).toMatchObject([
    { source: 'diem-cau', bus: 'diem-cau-dev', detail: { meeting: 'ubqg-12', asks: [slot] } },
  ]);
  expect(await stateOf('opening')).toMatchObject({
    state: 'done',
    word: 'opened',
    told: { units: 3, unreached: { length: 31 } },
  });
}, 120_000);

test('who reported is told nothing more, who did not exactly what is missing', async () => {
  const signed = await people.submit(giaLai, { ...slot, unit: giaLai }, sample('52-gia-lai.csv'));
  expect(await people.sign(giaLai, signed.id)).toMatchObject({ status: 200 });
  await people.submit(dongThap, { ...slot, unit: dongThap }, sample('82-dong-thap.xlsx'));
  const mails = await sentUntil('2026-09-24T01:30:00.000Z');
  expect(addresses(mails)).toEqual([
    'bao.cao.82@example.vn',
    'ky.82@example.vn',
    'bao.cao.91@example.vn',
    'thu.ky@example.vn',
  ]);
  const named = 'Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg) – quý III/2026';
  expect(mails[1]?.text).toContain(
    `Báo cáo:\n1. ${named}: đã kiểm tra xong, chờ người có thẩm quyền ký xác nhận; còn 1 ngày, đến hết 25/9/2026.\n   http://127.0.0.1:4800/bao-cao/${dongThap}/qd766/2026-Q3\n\nSố liệu`,
  );
  expect(mails[2]?.text).toContain(
    `Báo cáo:\n1. ${named}: chưa gửi báo cáo; còn 1 ngày, đến hết 25/9/2026.\n`,
  );
  expect(mails.map(({ text, html }) => text + html).join('')).not.toMatch(/X-Amz-|token=/);
  const [event] = told('reports-owed');
  expect(event?.detail).toMatchObject({ step: 'reminder-1', units: { length: 33 } });
  expect(event?.detail.units).toContainEqual({
    unit: dongThap,
    code: '82',
    reports: [{ ...slot, state: 'unsigned', due: '2026-09-25', late: false }],
    tasks: [],
    reached: true,
  });
}, 120_000);

test('a reminder that goes off twice is sent once', async () => {
  await startAt('reminder-1', moments.reminders[0] as string, '2026-09-24T09:00:00');
  expect(addresses(await sentUntil('2026-09-24T02:00:00.000Z'))).toEqual([]);
  expect(told('reports-owed')).toHaveLength(1);
}, 120_000);

test('one that dies in the middle goes on where it stopped, and one that comes in the night waits for the morning', async () => {
  await startAt('reminder-2', moments.reminders[1] as string, '2026-10-12T20:30:00');
  const due = '2026-10-12T01:30:00.000Z';
  expect(addresses(await sentUntil(due))).toEqual([]);
  const parts = remindPartsOf(stack);
  const before = stack.mails().length;
  let sent = 0;
  const post: typeof parts.post = async (to, letter) => {
    if (sent === 2) throw new Error('the process dies');
    sent += 1;
    return parts.post(to, letter);
  };
  const meeting = await parts.meetings.meeting('ubqg-12');
  if (!meeting) throw new Error('no meeting');
  const run = { meeting, step: 'reminder-2' as const, due: moments.reminders[1] as string, at: due, by: 'x' };
  await expect(remind(run, { ...parts, post })).rejects.toThrow('dies');
  expect(addresses(stack.mails().slice(0, stack.mails().length - before))).toEqual([
    'ky.82@example.vn',
    'bao.cao.82@example.vn',
  ]);

  expect(addresses(await sentUntil('2026-10-12T13:30:00.000Z'))).toEqual([]);
  expect(await stateOf('reminder-2')).toMatchObject({
    state: 'waiting-late',
    scheduledFor: '2026-10-13T07:30:00',
  });
  const mails = await sentUntil('2026-10-13T00:30:00.000Z');
  expect(addresses(mails)).toEqual(['bao.cao.91@example.vn', 'thu.ky@example.vn']);
  expect(mails[0]?.text).toContain('quá hạn 18 ngày, hạn là hết 25/9/2026');
  expect(await stateOf('reminder-2')).toMatchObject({
    state: 'done-late',
    lateMinutes: 23 * 60,
    word: 'reminded',
  });
  expect(told('reports-owed')).toHaveLength(2);
}, 120_000);

test('a step that one start runs is left alone by another, until that one is old', async () => {
  const { told } = remindPartsOf(stack);
  const step = { schema: 'step-run/1', meeting: 'ubqg-12', kind: 'opening', due: moments.cutOff } as const;
  const abandoned = '2026-10-13T00:40:00.000Z';
  const first = { ...step, by: 'first', at: '2026-10-13T01:00:00.000Z' };
  const second = { ...step, by: 'second', at: '2026-10-13T01:00:00.001Z' };
  expect(await told.claimRun(first, abandoned)).toBe('claimed');
  expect(await told.claimRun(second, abandoned)).toBe('held');
  expect(await told.claimRun(first, abandoned)).toBe('claimed');
  expect(await told.claimRun(second, first.at)).toBe('claimed');
  expect(await told.claimRun(first, abandoned)).toBe('held');
}, 120_000);

test('an extension is counted', async () => {
  await done('POST', `/v1/slots/${anGiang}/qd766/2026-Q3/extension`, {
    until: '2026-10-16',
    why: 'Bão số 10 gây mất điện kéo dài.',
  });
  const mails = await sentUntil('2026-10-14T01:30:00.000Z');
  const own = mails.find(({ to }) => to.includes('bao.cao.91@example.vn'));
  expect(own?.text).toContain('chưa gửi báo cáo; còn 2 ngày, đến hết 16/10/2026.');
}, 120_000);

test('at the cut-off the secretariat alone is told who is missing, then the figures are aggregated', async () => {
  const mails = await sentUntil('2026-10-14T10:02:00.000Z');
  expect(addresses(mails)).toEqual(['thu.ky@example.vn']);
  expect(mails[0]?.subject).toBe(
    '[Điểm Cầu] (giả định) Phiên họp lần thứ 12: đã khóa số liệu, còn thiếu 33 báo cáo, trong đó 1 đơn vị được gia hạn',
  );
  expect(mails[0]?.text).toContain(
    '1/34 đơn vị có báo cáo (đúng hạn 1, muộn 0; trong đó không có phát sinh 0); thiếu 33, trong đó chưa đến hạn 1:',
  );
  expect(mails[0]?.text).toContain('Tỉnh Đồng Tháp: đã kiểm tra xong, chờ người có thẩm quyền ký xác nhận\n');
  expect(mails[0]?.text).not.toContain('Tỉnh Gia Lai');
  const [event] = told('cut-off-reached');
  expect(event?.detail).toMatchObject({
    cutOff: '2026-10-14T10:00:00.000Z',
    coverage: [
      {
        ...slot,
        due: '2026-09-25',
        expected: 34,
        counted: 1,
        counts: { onTime: 1, notDue: 1, missing: 32 },
        missingUnits: { length: 32 },
      },
    ],
  });
  expect(told('figures-provisional')).toMatchObject([{ detail: { meeting: 'ubqg-12', asks: [slot] } }]);
  expect(await stateOf('provisional')).toMatchObject({ state: 'done', word: 'aggregation-asked' });
}, 120_000);

test('when the figures are frozen, other systems hear which snapshot they are in', async () => {
  expect(addresses(await sentUntil('2026-10-14T10:15:00.000Z'))).toEqual([]);
  const [event, ...others] = told('figures-frozen');
  expect(others).toEqual([]);
  const path = '/v1/meetings/ubqg-12';
  const { body } = await accounts.ask<{ snapshot: { hash: string } }>('GET', path, undefined, secretariat);
  expect(event?.detail).toEqual({
    schema: 'figures-frozen/1',
    meeting: 'ubqg-12',
    snapshot: body.snapshot.hash,
    cutOff: '2026-10-14T10:00:00.000Z',
    at: '2026-10-14T10:15:00.000Z',
  });
}, 120_000);

describe('what cannot be told', () => {
  const letter = { subject: 'Thử', text: 'Thử', html: '<p>Thử</p>' };

  test.each(['khong-co-a-cong', 'a@example.vn, b@example.vn', 'a@example.vn\r\nBcc: b@example.vn', ''])(
    'an address that is none is rejected: %j',
    async (address) => {
      const before = stack.mails().length;
      expect(await remindPartsOf(stack).post(address, letter)).toBe('rejected');
      expect(stack.mails()).toHaveLength(before);
    },
  );

  test('a sender that is not verified is a fault, and nobody counts as told', async () => {
    const { post } = remindPartsOf(stack, { from: 'ai-do@example.org' });
    await expect(post('a@example.vn', letter)).rejects.toThrow('not verified');
  });

  test('an event that one bus does not take is a fault', async () => {
    const { announce } = remindPartsOf(stack, { bus: 'khong-co' });
    const detail = { schema: 'figures-provisional/1' as const, meeting: 'x', due: '', at: '', asks: [] };
    const told = announce({ type: 'figures-provisional', detail }, '2026-10-14T10:02:00.000Z');
    await expect(told).rejects.toThrow('figures-provisional was not taken: InvalidArgument');
  });
});
