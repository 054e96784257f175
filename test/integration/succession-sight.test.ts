import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import type { FindingsView } from '../../shared/query/read-submission.ts';
import { cdsFile } from './cds-file.ts';
import { People } from './people.ts';
import { startService } from './service.ts';

/** A right to one quarter of a dissolved unit shows nothing of the quarter before: not in what a file is held against. */

const [old, successor] = ['province:52@2008', 'province:52@2025'];
const form = 'cds';
const why = 'Bổ sung số liệu trước sáp nhập theo công văn của tỉnh.';
let stack: Stack;
let people: People;

const slot = (period: string) => ({ unit: old, form, period });
const fileOf = (quarter: string, note = '') =>
  cdsFile({ name: 'Tỉnh Bình Định', quarter }, { '749-02': ['200', '1000', '', note] });
const decide = (periods: string[]) =>
  people.call(['secretariat', null], `PUT /v1/units/${old}/succession`, { allowed: true, why, periods });
const lastFor = async (who: Parameters<People['call']>[0]) =>
  (await people.call<Context>(who, `GET /v1/contexts/${old}/${form}/2025-Q2`)).body.last?.period ?? null;
const codesOf = async (id: string) => {
  const path = `GET /v1/submissions/${id}/findings`;
  return (await people.call<FindingsView>(['analyst', null], path)).body.groups.map(({ code }) => code);
};

beforeAll(async () => {
  stack = await startService();
  people = new People(stack);
  const { id } = await people.submit(old, slot('2025-Q1'), fileOf('I/2025'));
  expect((await people.sign(old, id)).status).toBe(200);
}, 120_000);
afterAll(() => stack.stop());

test('the unit’s own file is held against the quarter before, a file sent by the limited right is not', async () => {
  expect((await decide(['2025-Q2'])).status).toBe(200);
  expect(await lastFor(['reporter', old])).toBe('2025-Q1');
  expect(await lastFor(['analyst', null])).toBe('2025-Q1');
  expect(await lastFor(['reporter', successor])).toBeNull();
  const own = await people.submit(old, slot('2025-Q2'), fileOf('II/2025'));
  const sent = await people.submit(successor, slot('2025-Q2'), fileOf('II/2025', 'gửi thay'));
  // Every figure is that of the quarter before.
  expect(await codesOf(own.id)).toContain('figure-repeated');
  expect(await codesOf(sent.id)).not.toContain('figure-repeated');
});

test('with a right to both quarters it is', async () => {
  expect((await decide(['2025-Q1', '2025-Q2'])).status).toBe(200);
  expect(await lastFor(['reporter', successor])).toBe('2025-Q1');
  const sent = await people.submit(successor, slot('2025-Q2'), fileOf('II/2025', 'gửi lại'));
  expect(await codesOf(sent.id)).toContain('figure-repeated');
});
