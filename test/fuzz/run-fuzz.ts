import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
  /** Ends the run after the ranges that are under way; the result is of the files until then. */
  signal?: AbortSignal;
  /** The program of the child processes, and how long it may take for a file. */
  worker?: { program: URL; longestMs: number };
};

export const longestMs = 5_000;
export const mostBytes = 512 * 2 ** 20;
const batch = 250;
/** So many times as long as it may work, a file is waited for. */
const patience = 20;
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
  signal,
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
      for (let task = tasks.pop(); task; task = tasks.pop()) {
        if (signal?.aborted || result.failures.length >= failuresAtMost) break;
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
  result.files = done;
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
    const watch = (cpuMs: number, waitMs = most, waitedMs = 0) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const left = most - (cpuMsOf(child) - cpuMs);
        // On a busy machine a second of work takes many; a process that sleeps works no second ever.
        if (left > 0 && waitedMs < patience * most)
          return watch(cpuMs, Math.max(left, 100), waitedMs + waitMs);
        result.hangs += 1;
        child.kill('SIGKILL');
        fail(`no verdict within ${most / 1000} s`);
      }, waitMs);
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
        watch(word.cpuMs);
      } else {
        addTo(result, word);
        settle({ ended: false });
      }
    });
    child.send(task);
  });
}

/** The processor time that a process has had, in milliseconds; where that is not told, all the time there is. */
function cpuMsOf({ pid }: ChildProcess): number {
  try {
    // proc(5): fields 14 and 15 behind the name in brackets, in ticks of 10 ms.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function addTo(result: FuzzResult, word: Extract<Word, { word: 'done' }>): void {
  for (const [verdict, count] of Object.entries(word.verdicts)) {
    result.verdicts[verdict] = (result.verdicts[verdict] ?? 0) + count;
  }
  result.codes.push(...word.codes);
  result.peakBytes = Math.max(result.peakBytes, word.peakBytes);
  result.slowestMs = Math.max(result.slowestMs, word.slowestMs);
}
