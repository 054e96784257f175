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

  test('what was asked before a change and answered after it is given, but not kept', async () => {
    const store = new AnswerStore(() => 0);
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = store.read(address, () => promise);
    store.forgetAll();
    resolve('before');
    expect(await reading).toBe('before');
    expect(store.kept(address)).toBeNull();
    await store.read(address, async () => 'after');
    expect(store.kept(address)?.value).toBe('after');
  });
});

describe('what is asked for ahead', () => {
  test('is read once', async () => {
    const store = new AnswerStore(() => 0);
    store.putAhead(address, Promise.resolve('ahead'));
    expect(await store.read(address, never)).toBe('ahead');
    expect(await store.read(address, async () => 'anew')).toBe('anew');
  });

  test('is nobody’s once all is forgotten', async () => {
    const store = new AnswerStore(() => 0);
    store.putAhead(address, Promise.resolve('of the one before'));
    store.forgetAll();
    expect(await store.read(address, async () => 'anew')).toBe('anew');
  });

  test('that fails fails its reader', async () => {
    const store = new AnswerStore(() => 0);
    store.putAhead(address, Promise.reject(new Error('no network')));
    await expect(store.read(address, async () => 'x')).rejects.toThrow('no network');
    expect(store.kept(address)).toBeNull();
  });
});
