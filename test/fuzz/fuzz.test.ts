import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { type FuzzResult, mostBytes, runFuzz } from './run-fuzz.ts';

/** A part of `npm run fuzz`, with a seed that stays, and that its guards are no ornament. */

test('2,000 damaged files: each ends in a coded verdict, soon and in little memory', async () => {
  const args = ['test/fuzz/run.ts', '--files', '2000', '--seed', '20261010', '--json'];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { status, out, err } = await new Promise<{ status: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, args, { cwd }, (error, out, err) =>
      resolve({ status: error?.code ?? 0, out, err }),
    );
  });
  expect(err).toContain('seed 20261010');
  const result = JSON.parse(out) as FuzzResult;
  expect(result.failures).toEqual([]);
  expect(status).toBe(0);
  expect(result.peakBytes).toBeLessThanOrEqual(mostBytes);
  const judged = Object.values(result.verdicts).reduce((sum, count) => sum + count, 0);
  expect(judged).toBe(2_000);
  // A fuzz that is refused at the door every time would say nothing of what lies behind.
  expect(result.verdicts.passed).toBeGreaterThan(20);
  expect(result.codes.length).toBeGreaterThan(25);
}, 240_000);

test('a crash, a hang and the end of a process are each noticed, and the rest is gone on with', async () => {
  const worker = { program: new URL('broken-worker.ts', import.meta.url), longestMs: 1_000 };
  const result = await runFuzz({ seed: 1, files: 7, workers: 1, onProgress() {}, worker });
  expect(result.failures).toEqual([
    { index: 1, failure: 'a thrown error' },
    { index: 2, failure: 'no verdict within 1 s' },
    { index: 4, failure: expect.stringMatching(/^the process ended: 1\n[\s\S]*last words/) },
  ]);
  expect(result.hangs).toBe(1);
  expect(result.verdicts).toEqual({ returned: 2 });
});
