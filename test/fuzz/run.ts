// `npm run fuzz`: many damaged files, each of which must end in a coded verdict. See --help.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeCorpus, readCorpus } from './corpus.ts';
import { askedForms, judge } from './judge.ts';
import { mutantOf } from './mutate.ts';
import { type FuzzResult, longestMs, mostBytes, runFuzz } from './run-fuzz.ts';

const help = `Damaged report files by the thousand: each must end in a coded verdict, soon and in little memory. A file's time is processor time.

  npm run fuzz [-- --files N] [--seed S] [--workers W] [--json]
  npm run fuzz -- --replay FILE

  --files N      how many (100000)
  --seed S       which ones; printed, chosen by the clock when it is left out
  --workers W    processes at once: 1 or 2 (2)
  --replay FILE  checks one file that an earlier run has kept, and says what happens
  --json         the result as JSON

Ctrl-C ends it early, with the result so far. What fails is kept in build/fuzz/. Exit status: 0 no crash, no hang over ${longestMs / 1000} s, at most
${mostBytes / 2 ** 20} MB · 1 otherwise · 2 wrong option
`;
const kept = fileURLToPath(new URL('../../build/fuzz/', import.meta.url));

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { values } = parseArgs({
      options: {
        files: { type: 'string', default: '100000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
        workers: { type: 'string', default: '2' },
        replay: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    if (values.replay !== undefined) return await replay(values.replay);
    const files = wholeOf('--files', values.files, 1, 100_000_000);
    const seed = wholeOf('--seed', values.seed, 0, 2 ** 31);
    return await fuzz({
      files,
      seed,
      workers: wholeOf('--workers', values.workers, 1, 2),
      json: values.json,
    });
  } catch (error) {
    process.stderr.write(`fuzz: ${(error as Error).message}\n`);
    return 2;
  }
}

async function fuzz(ask: { files: number; seed: number; workers: number; json: boolean }): Promise<number> {
  const { files, seed, workers, json } = ask;
  process.stderr.write(`seed ${seed}, ${files} files\n`);
  await makeCorpus();
  const began = performance.now();
  let told = began;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const result = await runFuzz({
    seed,
    files,
    workers,
    signal: stop.signal,
    onProgress(done) {
      const now = performance.now();
      if (now - told < 10_000) return;
      told = now;
      process.stderr.write(`  ${done} files, ${Math.round((done * 1000) / (now - began))} a second\n`);
    },
  });
  const names = keepFailures(result, seed);
  process.stdout.write(
    json ? `${JSON.stringify({ seed, ...result, kept: names }, null, 2)}\n` : textOf(result, names),
  );
  return result.failures.length > 0 || result.peakBytes > mostBytes ? 1 : 0;
}

/** Writes what failed for a replay. @returns the names of the files */
function keepFailures({ failures }: FuzzResult, seed: number): string[] {
  if (failures.length === 0) return [];
  const corpus = readCorpus();
  mkdirSync(kept, { recursive: true });
  return failures.map(({ index, failure }) => {
    const { bytes, from, how } = mutantOf(corpus, seed, index);
    const name = `${kept}${seed}-${index}.bin`;
    writeFileSync(name, bytes);
    writeFileSync(`${name}.txt`, `seed ${seed}, file ${index}: ${from}, ${how}\n\n${failure}\n`);
    return name;
  });
}

function textOf(result: FuzzResult, names: readonly string[]): string {
  const verdicts = Object.entries(result.verdicts).map(([verdict, count]) => `${verdict} ${count}`);
  const crashes = result.failures.length - result.hangs;
  const failures = result.failures.map(
    ({ failure }, at) => `  ${failure.split('\n').slice(0, 4).join('\n    ')}\n    --replay ${names[at]}\n`,
  );
  return [
    `${result.files} files in ${result.seconds.toFixed(0)} s (${Math.round(result.files / result.seconds)} a second)\n`,
    `verdicts: ${verdicts.join(' · ')} · codes seen: ${result.codes.length}\n`,
    `crashes ${crashes} · hangs ${result.hangs} · slowest ${Math.round(result.slowestMs)} ms · `,
    `peak ${Math.round(result.peakBytes / 2 ** 20)} MB of ${mostBytes / 2 ** 20}\n`,
    ...failures,
  ].join('');
}

async function replay(path: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(path));
  let status = 0;
  for (const form of askedForms) {
    const began = performance.now();
    const judgement = await judge(bytes, form, true);
    const tookMs = Math.round(performance.now() - began);
    process.stdout.write(`${JSON.stringify({ form, ...judgement, tookMs }, null, 2)}\n`);
    if ('failure' in judgement || tookMs > longestMs) status = 1;
  }
  return status;
}

function wholeOf(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`${option}: a whole number from ${least} to ${most}`);
  }
  return number;
}
