import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GetScheduleCommandOutput } from '@aws-sdk/client-scheduler';
import { afterEach, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { slotKey } from '../../shared/aws/keys.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { Calendar, wanted } from './meeting-calendar.ts';
import { startService } from './service.ts';

/** Meetings whose steps come late: at short notice, after a standstill, after failures. Each ends in the right state, and says so. */

let stack: Stack | undefined;
const folders: string[] = [];
afterEach(async () => {
  await stack?.stop();
  stack = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Frozen = MeetingView & { snapshot: { hash: string; frozenAt: string } | null };
const snapshotOf = async (calendar: Calendar) =>
  (await calendar.call<Frozen>('GET /v1/meetings/ubqg-11')).body.snapshot;
const late = async (calendar: Calendar) =>
  (await calendar.views()).map(
    ({ step, state, lateMinutes, attempt }) => `${step} ${state} ${lateMinutes} ${attempt}`,
  );

test('planned at short notice, what was due runs at once: of the reminders the last, and says how late', async () => {
  stack = await startService({ now: instantOf('2026-10-13T09:00:00') });
  const calendar = new Calendar(stack);
  const { status, body } = await calendar.call('POST /v1/meetings', wanted);
  expect(status).toBe(201);
  expect(body.schedules.map(({ step }) => step)).toEqual([
    'opening',
    'reminder-2',
    'cut-off',
    'provisional',
    'freeze',
  ]);
  expect((await calendar.steps()).slice(0, 3)).toEqual([
    'opening 2026-09-23T08:00:00 waiting-late',
    'reminder-1 2026-09-24T08:30:00 missed',
    'reminder-2 2026-10-13T08:30:00 waiting-late',
  ]);
  await calendar.until('2026-10-14T17:15:00');
  const steps = await late(calendar);
  // From 23 September, 08:00, to 13 October, 09:01 and a little: twenty days, one hour and one minute.
  expect(steps.map((step) => step.replace(/ 2886[12] /, ' 28861 ').replace(/ 3[12] /, ' 31 '))).toEqual([
    'opening done-late 28861 1',
    'reminder-1 missed null null',
    'reminder-2 done-late 31 1',
    'cut-off done 0 1',
    'provisional done 0 1',
    'freeze done 0 1',
  ]);
});

test('what fell due while the stack stood still runs when it starts again, in order, for what stood at the cut-off', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-meetings-'));
  folders.push(dataDir);
  stack = await startService({ dataDir });
  await new Calendar(stack).call('POST /v1/meetings', wanted);
  await stack.stop();
  // A week behind its freeze: business time is kept with the data, and went on elsewhere.
  const kept = join(dataDir, 'stack.json');
  const state = JSON.parse(readFileSync(kept, 'utf8')) as { now: string };
  writeFileSync(kept, JSON.stringify({ ...state, now: instantOf('2026-10-21T09:00:00') }));
  stack = await startService({ dataDir });
  const calendar = new Calendar(stack);
  await calendar.until('2026-10-21T09:30:00');
  expect((await calendar.steps()).at(-1)).toBe('freeze 2026-10-14T17:15:00 done');
  expect((await snapshotOf(calendar))?.frozenAt).toBe(instantOf('2026-10-14T17:00:00'));
  expect(await calendar.deadLetters()).toEqual([]);
  for (const step of ['opening', 'cut-off', 'freeze'] as const)
    expect(await calendar.schedule(step)).toBeUndefined();
}, 60_000);

test('a step that the Scheduler could not start three times starts once its schedule is set again', async () => {
  stack = await startService();
  const calendar = new Calendar(stack);
  await calendar.call('POST /v1/meetings', wanted);
  await calendar.until('2026-10-14T17:10:00');
  const schedule = (await calendar.schedule('freeze')) as GetScheduleCommandOutput;
  const right = schedule.Target?.Arn as string;
  await calendar.retarget(schedule, `${right}-gone`);
  // At 17:15, 17:16 and 17:18: three attempts that fail.
  const failed = await calendar.until('2026-10-14T17:19:00');
  expect([failed.length, await snapshotOf(calendar), await calendar.deadLetters()]).toEqual([3, null, []]);
  const { body: read } = await calendar.call<MeetingView>('GET /v1/meetings/ubqg-11');
  const same = { ...wanted, revision: read.revision, why: 'Đặt lại lịch' };
  expect((await calendar.call('PUT /v1/meetings/ubqg-11', same)).status).toBe(200);
  expect((await calendar.schedule('freeze'))?.Target?.Arn).toBe(right);
  expect(await calendar.until('2026-10-14T17:30:00')).toEqual(['ubqg-11_freeze succeeded']);
  expect((await late(calendar)).at(-1)).toMatch(/^freeze done-late [567] 1$/);
  expect(await calendar.schedule('freeze')).toBeUndefined();
  expect((await snapshotOf(calendar))?.frozenAt).toBe(instantOf('2026-10-14T17:00:00'));
});

test('a step that fails three times is kept for a person; its schedule set again, it does its work, late', async () => {
  stack = await startService();
  const calendar = new Calendar(stack);
  await calendar.call('POST /v1/meetings', wanted);
  const { pk, sk } = slotKey({ unit: 'province:82@2025', form: 'qd766', period: '2026-Q3' });
  await calendar.until('2026-10-14T17:10:00');
  await calendar.spoil(pk, sk, true);
  expect(await calendar.until('2026-10-14T17:20:00')).toEqual(['ubqg-11_freeze dead-lettered']);
  expect(await snapshotOf(calendar)).toBeNull();
  expect((await calendar.deadLetters()).map(({ step }) => step)).toHaveLength(1);
  expect((await calendar.steps()).at(-1)).toBe('freeze 2026-10-14T17:15:00 missed');
  await calendar.spoil(pk, sk, false);

  // Nothing of it changes, though its cut-off is over: its schedules are set again.
  const { body: read } = await calendar.call<MeetingView>('GET /v1/meetings/ubqg-11');
  const same = { ...wanted, revision: read.revision, why: 'Chạy lại' };
  const { status, body } = await calendar.call('PUT /v1/meetings/ubqg-11', same);
  expect([status, body.revision, body.schedules.map(({ step }) => step)]).toEqual([200, 1, ['freeze']]);
  expect((await calendar.steps()).at(-1)).toBe('freeze 2026-10-14T17:15:00 waiting-late');
  expect(await calendar.until('2026-10-14T17:30:00')).toEqual(['ubqg-11_freeze succeeded']);
  expect((await late(calendar)).at(-1)).toMatch(/^freeze done-late [67] 1$/);
  expect((await snapshotOf(calendar))?.frozenAt).toBe(instantOf('2026-10-14T17:00:00'));
});
