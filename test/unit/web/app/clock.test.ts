import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { businessNow, followBusinessTime } from '../../../../web/app/clock.ts';

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

describe('business time that is followed', () => {
  const page = new EventTarget();
  beforeAll(() => {
    Object.assign(globalThis, { document: page });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'document');
  });
  // The stack's clock is behind this machine's by 39 days: it is 14 October there.
  const times = (told: number[]) => told.map((now) => new Date(now).toISOString().slice(8, 19));

  test('is told at once and at each whole minute, until it is let go', async () => {
    jest.setSystemTime(Date.parse('2026-11-22T09:59:30Z'));
    const told: number[] = [];
    const end = followBusinessTime((now) => told.push(now));
    await jest.advanceTimersByTimeAsync(0);
    expect(times(told)).toEqual(['14T09:59:30']);
    await jest.advanceTimersByTimeAsync(29_999);
    expect(told).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(60_001);
    expect(times(told).slice(1)).toEqual(['14T10:00:00', '14T10:01:00']);
    end();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(told).toHaveLength(3);
  });

  test('is told when the page is looked at again after a sleep', async () => {
    jest.setSystemTime(Date.parse('2026-11-22T09:59:00Z'));
    const told: number[] = [];
    const end = followBusinessTime((now) => told.push(now));
    await jest.advanceTimersByTimeAsync(0);
    jest.setSystemTime(Date.parse('2026-11-22T18:30:00Z'));
    page.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(0);
    expect(times(told)).toEqual(['14T09:59:00', '14T18:30:00']);
    end();
  });
});
