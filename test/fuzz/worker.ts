import process from 'node:process';
import { readCorpus } from './corpus.ts';
import { type Judgement, judge } from './judge.ts';
import { mutantOf } from './mutate.ts';

/** A worker is told a range of files; it says each one's number before it checks it. */
export type Task = { seed: number; from: number; to: number };
export type Word =
  | { word: 'at'; index: number; cpuMs: number }
  | { word: 'failed'; index: number; failure: string }
  | { word: 'done'; verdicts: Record<string, number>; codes: string[]; peakBytes: number; slowestMs: number };

// Ctrl-C is for who started us: the range under way is finished.
process.on('SIGINT', () => {});

const corpus = readCorpus();
/** One file in so many is checked twice, with both inflaters. */
const twiceEach = 8;

process.on('message', async (task: Task) => {
  const verdicts: Record<string, number> = {};
  const codes = new Set<string>();
  let slowestMs = 0;
  for (let index = task.from; index < task.to; index += 1) {
    const { bytes, form } = mutantOf(corpus, task.seed, index);
    const began = cpuMs();
    await say({ word: 'at', index, cpuMs: began });
    const judgement = await judge(bytes, form, index % twiceEach === 0);
    slowestMs = Math.max(slowestMs, cpuMs() - began);
    if ('failure' in judgement) await say({ word: 'failed', index, failure: judgement.failure });
    else note(judgement, verdicts, codes);
  }
  // Kilobytes, as the kernel counts them, from the start of the process.
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  await say({ word: 'done', verdicts, codes: [...codes], peakBytes, slowestMs });
});

/** Processor time, not the clock's: other programs of the machine are not the file's fault. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function note(
  { verdict, codes: found }: Exclude<Judgement, { failure: string }>,
  verdicts: Record<string, number>,
  codes: Set<string>,
): void {
  verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  for (const code of found) codes.add(code);
}

/** Said before the file is checked, so that who waits knows which one never ends. */
function say(word: Word): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(word, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
