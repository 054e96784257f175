import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import type { CalendarView } from '../../shared/query/read-calendar.ts';
import type { ProgressView } from '../../shared/query/read-progress.ts';
import { startService } from './service.ts';

let stack: Stack;
let token: string;
beforeAll(async () => {
  stack = await startService();
  const answer = await post('/_local/token', { subject: 'analyst', roles: ['analyst'] });
  token = ((await answer.json()) as { token: string }).token;
}, 240_000);
afterAll(() => stack.stop());

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(stack.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function get<T>(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: T }> {
  const answer = await fetch(stack.url + path, { headers });
  return { status: answer.status, body: (await answer.json()) as T };
}

test('the calendar is public, and moves with the business clock', async () => {
  const path = 'calendar?from=2026-Q3&to=2026-Q4&form=qd766';
  await post('/_local/clock', { to: '2026-09-24T03:00:00.000Z' });
  const { status, body } = await get<CalendarView>(`/v1/public/${path}`);
  expect(status).toBe(200);
  expect(body.items).toMatchObject([
    { period: '2026-Q3', due: '2026-09-25', state: 'open', workingDaysLeft: 1 },
    { period: '2026-Q4', due: '2026-12-25', state: 'open' },
  ]);
  expect((await get(`/v1/${path}`)).status).toBe(401);
  const known = await get<CalendarView>(`/v1/${path}`, { authorization: `Bearer ${token}` });
  expect(known.body.items.map(({ due }) => due)).toEqual(['2026-09-25', '2026-12-25']);
  expect(await get(`/v1/public/calendar?from=2026-Q3&to=2026-H1`)).toMatchObject({
    status: 400,
    body: { code: 'parameter-malformed' },
  });
}, 60_000);

test('progress says whom it counts, and needs a token', async () => {
  const path = '/v1/progress?form=qd766&period=2026-Q3&indicator=766.TDGQ';
  expect((await get(path)).status).toBe(401);
  const { status, body } = await get<ProgressView>(path, { authorization: `Bearer ${token}` });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    coverage: { expected: 34, counted: 0 },
    national: { value: null, state: 'not-a-number', reason: 'missing' },
    units: [],
  });
  expect(await get(`${path}&unit=99`, { authorization: `Bearer ${token}` })).toMatchObject({
    status: 422,
    body: { code: 'unit-unknown' },
  });
}, 60_000);
