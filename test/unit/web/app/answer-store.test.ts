import { describe, expect, test } from '@jest/globals';
import { AnswerStore } from '../../../../web/app/answer-store.ts';

const address = '/v1/work';
const never = () => Promise.reject(new Error('asked again'));

describe('answers of a moment ago', () => {
  test('are kept for half a minute, and no longer', async () => {
    let now = 0;
    const store = new AnswerStore(() => now);
    expect(await store.read(address, async () => 'a')).toBe('a');
    now = 30_000;
    expect(store.kept(address)?.value).toBe('a');
    now = 30_001;
    expect(store.kept(address)).toBeNull();
  });

  test('are forgotten one by one or all', async () => {
    const store = new AnswerStore(() => 0);
    await store.read(address, async () => 'a');
    await store.read('/v1/me', async () => 'b');
    store.forget(address);
    expect([store.kept(address), store.kept('/v1/me')?.value]).toEqual([null, 'b']);
    store.forgetAll();
    expect(store.kept('/v1/me')).toBeNull();
  });

  test.each([
    ['all', (store: AnswerStore) => store.forgetAll()],
    ['it', (store: AnswerStore) => store.forget(address)],
  ])(
    'what was asked before %s was forgotten and answered after is given, but not kept',
    async (_what, forget) => {
      const store = new AnswerStore(() => 0);
      const { promise, resolve } = Promise.withResolvers<string>();
      const reading = store.read(address, () => promise);
      forget(store);
      resolve('before');
      expect(await reading).toBe('before');
      expect(store.kept(address)).toBeNull();
      await store.read(address, async () => 'after');
      expect(store.kept(address)?.value).toBe('after');
    },
  );
});

describe('what is being asked', () => {
  test('is asked once, however many want it', async () => {
    const store = new AnswerStore(() => 0);
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = store.read(address, () => promise);
    const others = [store.read(address, never), store.read(address, never)];
    resolve('once');
    expect(await Promise.all([first, ...others])).toEqual(['once', 'once', 'once']);
    expect(store.kept(address)?.value).toBe('once');
  });

  test('is asked anew once it was forgotten: before a change, or for another person', async () => {
    const store = new AnswerStore(() => 0);
    const before = Promise.withResolvers<string>();
    const first = store.read(address, () => before.promise);
    store.forgetAll();
    const second = store.read(address, async () => 'after');
    before.resolve('before');
    expect(await Promise.all([first, second])).toEqual(['before', 'after']);
    expect(store.kept(address)?.value).toBe('after');
  });

  test('is given up when nobody wants it any more, and not before', async () => {
    const store = new AnswerStore(() => 0);
    const readers = [new AbortController(), new AbortController()];
    const signals: AbortSignal[] = [];
    const ask = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => {});
    };
    for (const { signal } of readers) void store.read(address, ask, signal);
    readers[0]?.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    readers[1]?.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(await store.read(address, async () => 'anew')).toBe('anew');
  });

  test('that fails fails who wants it, and is asked again by the next', async () => {
    const store = new AnswerStore(() => 0);
    const { promise, reject } = Promise.withResolvers<string>();
    const readings = [store.read(address, () => promise), store.read(address, never)];
    reject(new Error('no network'));
    for (const reading of readings) await expect(reading).rejects.toThrow('no network');
    expect(store.kept(address)).toBeNull();
    expect(await store.read(address, async () => 'x')).toBe('x');
  });
});
