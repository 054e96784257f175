import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task, Word } from './worker.ts';

export type FuzzFailure = { index: number; failure: string };
export type FuzzResult = {
  files: number;
  verdicts: Record<string, number>;
  /** Every code that some file was answered with. */
  codes: string[];
  failures: FuzzFailure[];
  hangs: number;
  /** The most that any worker ever held, in bytes. */
  peakBytes: number;
  slowestMs: number;
  seconds: number;
};
export type FuzzOptions = {
  seed: number;
  files: number;
  workers: number;
  onProgress(done: number): void;
  /** The program of the child processes, and how long it may take for a file. */
  worker?: { program: URL; longestMs: number };
};

export const longestMs = 5_000;
export const mostBytes = 512 * 2 ** 20;
const batch = 250;
/** Enough to see what is wrong. */
const failuresAtMost = 50;
/** A heap that grows beyond this ends the worker, which is a failure. */
const heapMegabytes = 384;

/** Checks the files 0 … `files` - 1 of a seed in child processes, which are killed when a file takes too long. */
export async function runFuzz({
  seed,
  files,
  workers,
  onProgress,
  worker = usual,
}: FuzzOptions): Promise<FuzzResult> {
  const began = performance.now();
  const result: FuzzResult = {
    files,
    verdicts: {},
    codes: [],
    failures: [],
    hangs: 0,
    peakBytes: 0,
    slowestMs: 0,
    seconds: 0,
  };
  const tasks: Task[] = [];
  for (let from = 0; from < files; from += batch)
    tasks.push({ seed, from, to: Math.min(files, from + batch) });
  tasks.reverse();
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      let child: ChildProcess | undefined;
      for (let task = tasks.pop(); task && result.failures.length < failuresAtMost; task = tasks.pop()) {
        child ??= startWorker(worker.program);
        const { left, ended } = await runTask({ child, task, longestMs: worker.longestMs }, result);
        if (ended) child = undefined;
        if (left) tasks.push(left);
        done += (left?.from ?? task.to) - task.from;
        onProgress(done);
      }
      child?.kill();
    }),
  );
  result.codes = [...new Set(result.codes)].sort();
  result.seconds = (performance.now() - began) / 1000;
  return result;
}

const usual = { program: new URL('worker.ts', import.meta.url), longestMs };

function startWorker(program: URL): ChildProcess {
  return fork(fileURLToPath(program), {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** One range in one worker. @returns what is left of it when a file ended the worker */
function runTask(
  { child, task, longestMs: most }: { child: ChildProcess; task: Task; longestMs: number },
  result: FuzzResult,
): Promise<{ left?: Task; ended: boolean }> {
  return new Promise((resolve) => {
    let at = task.from;
    let lastWords = '';
    let timer: NodeJS.Timeout | undefined;
    const settle = (outcome: { left?: Task; ended: boolean }) => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('close');
      child.stderr?.removeAllListeners('data');
      child.stderr?.resume();
      resolve(outcome);
    };
    const fail = (failure: string) => {
      result.failures.push({ index: at, failure });
      settle({ ended: true, ...(at + 1 < task.to ? { left: { ...task, from: at + 1 } } : {}) });
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        result.hangs += 1;
        child.kill('SIGKILL');
        fail(`no verdict within ${most / 1000} s`);
      }, most);
    };
    child.stderr?.on('data', (text) => {
      lastWords = (lastWords + text).slice(-2_000);
    });
    // `close` comes after the last words; `exit` may come before them.
    child.on('close', (code, signal) => fail(`the process ended: ${signal ?? code}\n${lastWords}`));
    child.on('message', (word: Word) => {
      if (word.word === 'failed') result.failures.push({ index: word.index, failure: word.failure });
      else if (word.word === 'at') {
        at = word.index;
        watch();
      } else {
        addTo(result, word);
        settle({ ended: false });
      }
    });
    child.send(task);
  });
}

function addTo(result: FuzzResult, word: Extract<Word, { word: 'done' }>): void {
  for (const [verdict, count] of Object.entries(word.verdicts)) {
    result.verdicts[verdict] = (result.verdicts[verdict] ?? 0) + count;
  }
  result.codes.push(...word.codes);
  result.peakBytes = Math.max(result.peakBytes, word.peakBytes);
  result.slowestMs = Math.max(result.slowestMs, word.slowestMs);
}
