import { expect, test } from '@jest/globals';
import { ApiProblem } from '../../../../web/app/api.ts';
import type { Answer } from '../../../../web/app/use-answer.ts';
import { reading } from '../../../../web/app/use-reading.ts';

/** Answers by hand, in whichever order a line may bring them. */
function desk() {
  const waiting = new Map<string, (value: string) => void>();
  const given: AbortSignal[] = [];
  const told: Answer<string>[] = [];
  const read = (asked: string, signal: AbortSignal) => {
    given.push(signal);
    return new Promise<string>((answer) => waiting.set(asked, answer));
  };
  const begin = (asked: string) => reading(asked, { read }, (answer) => told.push(answer));
  return { begin, given, told, answer: (asked: string) => waiting.get(asked)?.(asked) };
}
const settled = () => new Promise(setImmediate);

test('an older answer that comes last is not told, and its asking is given up', async () => {
  const { begin, given, told, answer } = desk();
  const giveUp = begin('first');
  giveUp();
  begin('second');
  answer('second');
  answer('first');
  await settled();
  expect(told).toEqual([{ state: 'ready', value: 'second' }]);
  expect(given.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('what goes wrong is told as a problem, and not once it was given up', async () => {
  const told: Answer<string>[] = [];
  const read = async () => {
    throw new ApiProblem(401, {});
  };
  reading('x', { read }, (answer) => told.push(answer));
  reading('x', { read }, (answer) => told.push(answer))();
  await settled();
  expect(told).toEqual([{ state: 'failed', problem: expect.objectContaining({ status: 401 }) }]);
});
