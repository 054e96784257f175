import { expect, test } from '@jest/globals';
import { oneAtATime } from '../../../../web/app/one-at-a-time.ts';

test('what is asked for again before it is done is done once; afterwards again, also after a fault', async () => {
  const once = oneAtATime();
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = once(async () => {
    await promise;
    done.push('first');
  });
  await once(async () => void done.push('a double click'));
  resolve();
  await first;
  expect(done).toEqual(['first']);
  await expect(once(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  await once(async () => void done.push('again'));
  expect(done).toEqual(['first', 'again']);
});
