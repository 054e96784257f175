import { expect, test } from '@jest/globals';
import { ApiProblem } from '../../../../web/app/api.ts';
import type { WorkerLike } from '../../../../web/engine/check-desk.ts';
import type { Asking, Said } from '../../../../web/engine/check-messages.ts';
import { FileCheck, type SlotAsked } from '../../../../web/pages/check/file-check.ts';
import { KeptCheck } from '../../../../web/pages/check/kept-check.ts';

/** Which file's result is shown when files are chosen faster than they are read. */

const slot = { unit: 'province:52@2025', form: 'qd766', period: '2026-Q3' };

/** A worker that answers when it is told to. */
class Hand {
  readonly asked: Asking[] = [];
  isEnded = false;
  #hear: (event: { data: Said }) => void = () => {};
  #break: (event: { message: string }) => void = () => {};
  readonly worker = {
    postMessage: (asking: Asking) => this.asked.push(asking),
    terminate: () => {
      this.isEnded = true;
    },
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') this.#hear = listener;
      if (type === 'error') this.#break = listener;
    },
  } as unknown as WorkerLike;

  say(said: Said): void {
    this.#hear({ data: said });
  }

  breakDown(): void {
    this.#break({ message: 'its script did not come' });
  }
}

function given(ask: (address: string) => Promise<unknown>) {
  const hands: Hand[] = [];
  const start = () => {
    const hand = new Hand();
    hands.push(hand);
    return hand.worker;
  };
  const check = new FileCheck(slot, { start, ask: ask as never });
  return { check, hands };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const summary = (name: string) => ({ contextUsed: true, name });

test('a file that is chosen while another is read takes its place, and the other says nothing any more', async () => {
  const { check, hands } = given(async () => ({ catalog: '2026.4' }));
  void check.choose(new File(['1'], 'one.csv'));
  hands[0]?.say({ said: 'ready', catalog: '2026.4' });
  await settled();
  void check.choose(new File(['2'], 'two.csv'));
  hands[1]?.say({ said: 'ready', catalog: '2026.4' });
  await settled();
  expect(hands[0]?.isEnded).toBe(true);
  hands[0]?.say({ said: 'answer', id: 1, answer: summary('one') });
  expect(check.state).toMatchObject({ step: 'reading', file: { name: 'two.csv' } });
  hands[1]?.say({ said: 'answer', id: 1, answer: summary('two') });
  await settled();
  expect(check.state).toMatchObject({ step: 'checked', summary: { name: 'two' }, without: null });
});

test('the catalogue is asked for only where it is another than the worker brings', async () => {
  const asked: string[] = [];
  const { check, hands } = given(async (address) => {
    asked.push(address);
    return { catalog: '2026.5' };
  });
  void check.choose(new File(['1'], 'one.csv'));
  hands[0]?.say({ said: 'ready', catalog: '2026.4' });
  await settled();
  expect(asked).toEqual(['/v1/contexts/province:52@2025/qd766/2026-Q3', '/v1/catalog/versions/2026.5']);
  expect(hands[0]?.asked[0]?.ask).toMatchObject({ catalog: { catalog: '2026.5' } });
});

test('without an answer of the service the file is read all the same, and it is said', async () => {
  const { check, hands } = given(async () => {
    throw new ApiProblem(0, {});
  });
  void check.choose(new File(['1'], 'one.csv'));
  await settled();
  expect(hands[0]?.asked[0]?.ask).toMatchObject({ context: null, catalog: null });
  hands[0]?.say({ said: 'answer', id: 1, answer: summary('one') });
  await settled();
  expect(check.state).toMatchObject({ step: 'checked', without: { why: 'problem', problem: { status: 0 } } });
});

test('a worker that breaks while the service is asked is told as broken, and the next file has its own', async () => {
  const context = Promise.withResolvers<unknown>();
  const { check, hands } = given(() => context.promise);
  const reading = check.choose(new File(['1'], 'one.csv'));
  hands[0]?.breakDown();
  context.reject(new ApiProblem(0, {}));
  await reading;
  expect(check.state).toMatchObject({ step: 'failed', trouble: 'broken' });
  void check.choose(new File(['2'], 'two.csv'));
  expect(hands).toHaveLength(2);
});

test('a worker that broke before there was a file is started again for it', async () => {
  const { check, hands } = given(async () => {
    throw new ApiProblem(0, {});
  });
  hands[0]?.breakDown();
  await settled();
  void check.choose(new File(['1'], 'one.csv'));
  await settled();
  expect(hands).toHaveLength(2);
  hands[1]?.say({ said: 'answer', id: 1, answer: summary('one') });
  await settled();
  expect(check.state).toMatchObject({ step: 'checked', summary: { name: 'one' } });
});

test('a file that is not what it was is told so; stopping forgets it', async () => {
  const { check, hands } = given(async () => {
    throw new ApiProblem(0, {});
  });
  void check.choose(new File(['1'], 'one.csv'));
  await settled();
  hands[0]?.say({ said: 'trouble', id: 1, trouble: 'changed', detail: 'NotReadableError' });
  await settled();
  expect(check.state).toMatchObject({ step: 'failed', trouble: 'changed' });
  check.drop();
  expect(check.state).toEqual({ step: 'empty' });
  expect(hands[0]?.isEnded).toBe(true);
});

test('a check is kept for its slot, and its file goes with the slot or with the person', async () => {
  const hands: Hand[] = [];
  const start = () => {
    const hand = new Hand();
    hands.push(hand);
    return hand.worker;
  };
  const ask = (async () => ({ catalog: '2026.4' })) as never;
  const kept = new KeptCheck((of: SlotAsked) => new FileCheck(of, { start, ask }));
  const first = kept.of(slot);
  void first.choose(new File(['1'], 'one.csv'));
  expect(kept.of({ ...slot })).toBe(first);
  kept.drop();
  expect(hands.map(({ isEnded }) => isEnded)).toEqual([true]);
  const second = kept.of(slot);
  expect(second.state).toEqual({ step: 'empty' });
  expect(kept.of({ ...slot, period: '2026-Q2' })).not.toBe(second);
  expect(hands.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
});

test('a file larger than what is taken is told so before anything of it is read; one of just the most is read', async () => {
  const { check, hands } = given(async () => ({ catalog: '2026.4' }));
  const sized = (size: number) => Object.defineProperty(new File([], 'big.csv'), 'size', { value: size });
  hands[0]?.say({ said: 'ready', catalog: '2026.4' });
  await check.choose(sized(150_000_001));
  expect(check.state).toMatchObject({ step: 'failed', trouble: 'too-large' });
  expect(hands.map(({ asked }) => asked)).toEqual([[]]);
  void check.choose(sized(150_000_000));
  await settled();
  expect(hands[0]?.asked.map(({ question }) => question)).toEqual(['check']);
});
