import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { businessNow } from '../../../../web/app/clock.ts';

const realFetch = globalThis.fetch;
beforeAll(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') });
});
afterAll(() => {
  jest.useRealTimers();
  globalThis.fetch = realFetch;
});

test('a clock that could not be asked is asked again, and then no more', async () => {
  const answers = [
    () => Promise.reject(new TypeError('no network')),
    async () => new Response(JSON.stringify({ now: '2026-10-14T10:00:00Z' })),
  ];
  globalThis.fetch = () => (answers.shift() ?? (() => Promise.reject(new Error('asked too often'))))();
  await expect(businessNow()).rejects.toThrow('no network');
  expect(await businessNow()).toBe(Date.parse('2026-10-14T10:00:00Z'));
  jest.advanceTimersByTime(60_000);
  expect(await businessNow()).toBe(Date.parse('2026-10-14T10:01:00Z'));
});
