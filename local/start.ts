// `npm start`: the whole service on this machine, and the main job done on it. See --help.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { synthesise } from '../infra/synthesise.ts';
import { buildWeb } from '../tools/web/build-web.ts';
import { demoNow, type JobResult, type Progress, runJob } from './job/run-job.ts';
import { scoreboard } from './job/scoreboard.ts';
import { type Language, words } from './job/words.ts';
import { type Stack, startStack } from './stack.ts';

const help = `Điểm Cầu trên một máy: dựng mẫu CloudFormation, chạy đúng mẫu đó, và làm trọn công việc chính:
34 tỉnh, thành phố nộp tệp bằng URL đã ký, hệ thống kiểm tra, ký, tổng hợp, chốt cho phiên họp, in bảng điểm;
sau đó phục vụ API và cổng thông tin.

Điểm Cầu on one machine: synthesises the CloudFormation templates, runs just those, and does the main job:
34 provinces put their files by signed URL; the service checks, signs, aggregates, freezes for the meeting and
prints the scoreboard; then it serves the API and the portal.

  npm start [-- OPTION ...]

  --once         stop after the job; exit 0 only if every figure holds
  --json         print the result as one JSON document on standard output
  --port N       where the API and the page are served (4800)
  --data DIR     keep tables, objects and queues in DIR; without it they are gone at the end
  --lang vi|en   the language of what is printed (vi)
  --help         this text

Exit status: 0 done · 1 a figure does not hold, or the job failed · 2 wrong option · 3 Node is too old`;

type Options = { once: boolean; json: boolean; port: number; data?: string; lang: Language };

/** An option that the command does not take: exit status 2. */
class UsageError extends Error {}

const controller = new AbortController();

try {
  const options = optionsOf(process.argv.slice(2));
  process.exitCode = options === 'help' ? say(help) : await start(options);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
// Everything of ours has been stopped: whatever a library still holds open, this process ends once what it
// printed is out.
process.stdout.write('', () => process.exit());

function optionsOf(args: string[]): Options | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        once: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        port: { type: 'string', default: '4800' },
        data: { type: 'string' },
        lang: { type: 'string', default: 'vi' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const { once, json, lang, data } = values;
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65535) throw new Error('--port: a number from 0 to 65535');
    if (lang !== 'vi' && lang !== 'en') throw new Error('--lang: vi or en');
    return { once, json, port, lang, ...(data === undefined ? {} : { data }) };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}

/** @returns the exit status */
async function start(options: Options): Promise<number> {
  const began = performance.now();
  const text = words[options.lang];
  const line = (what: string) => process.stderr.write(`[${seconds(began)}] ${what}\n`);
  line(text.synthesis);
  const { directory } = await synthesise({
    outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
    // A browser may upload from where the page is served, and from nowhere else.
    settings: { portalOrigin: `http://127.0.0.1:${options.port || 4800}` },
  });
  line(text.portal);
  const web = await buildWeb();
  line(text.stack);
  // Until here there is nothing to put away, and Ctrl-C simply ends the process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  const stack = await startStack({
    assembly: directory,
    port: options.port,
    now: demoNow,
    web: web.directory,
    ...(options.data === undefined ? {} : { dataDir: options.data }),
  });
  try {
    const result = await untilStopped(runJob(stack.url, progressLines(options.lang, line)));
    if (result === 'stopped') return 130;
    print(result, options);
    if (options.once) return result.comparison.holds ? 0 : 1;
    await serve(stack, options.lang, line);
    return 0;
  } finally {
    await stack.stop();
  }
}

function print(result: JobResult, { json, lang }: Options): void {
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : `\n${scoreboard(result, lang)}\n\n`);
}

async function serve(stack: Stack, lang: Language, line: (what: string) => void): Promise<void> {
  line(`${words[lang].serving}: ${stack.url}/ · API ${stack.url}/v1/public/scorecards/qd766/2026-Q3`);
  line(`${words[lang].outbox}: ${stack.url}/_local/outbox.html`);
  line(words[lang].stop);
  await untilStopped(new Promise(() => {}));
}

/** The promise's value, or 'stopped' when somebody presses Ctrl-C first. */
function untilStopped<T>(promise: Promise<T>): Promise<T | 'stopped'> {
  const stopped = new Promise<'stopped'>((resolve) => {
    if (controller.signal.aborted) resolve('stopped');
    controller.signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  return Promise.race([promise, stopped]);
}

/** One line a step and, while provinces submit, one for each fifth of them. */
function progressLines(lang: Language, line: (what: string) => void): Progress {
  let last = '';
  return (step, done, of, what) => {
    const fifth = Math.floor((done * 5) / of);
    const key = `${step} ${fifth}`;
    if (key === last) return;
    last = key;
    line(`${words[lang].steps[step]}: ${done}/${of} ${what}`);
  };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1).padStart(5)} s`;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
