import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobResult } from '../../local/job/run-job.ts';

/** `npm start`, as a person runs it: the command itself, in a process of its own. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

type Ended = { status: number | null; out: string; err: string };

/** Starts the command; `when` is called with what it has printed on standard error so far. */
function start(
  args: string[],
  options: { node?: string[]; when?: (err: string, child: ChildProcess) => void } = {},
) {
  const command = [...(options.node ?? []), 'tools/node24.mjs', 'local/start.ts', ...args];
  // Another folder than `cdk.out`, which somebody's own stack may be running from.
  const env = { ...process.env, CDK_OUTDIR: 'build/start-assembly' };
  const child = spawn(process.execPath, command, { cwd: root, env });
  running.push(child);
  return new Promise<Ended>((resolve) => {
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      options.when?.(err, child);
    });
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

test('--once --json does the job, prints the result and nothing else, and exits 0', async () => {
  const { status, out, err } = await start(['--once', '--json', '--port', '0']);
  const result = JSON.parse(out) as JobResult;
  expect({ status, holds: result.comparison.holds }).toEqual({ status: 0, holds: true });
  expect(result.scorecard.units).toHaveLength(34);
  expect(err).toContain('Chốt số liệu cho phiên họp: 1/1');
}, 120_000);

test('serves until Ctrl-C, and leaves no process behind', async () => {
  let pids: number[] = [];
  let asked: Promise<void> | undefined;
  const { status } = await start(['--port', '0', '--lang', 'en'], {
    when: (err, child) => {
      const url = /Serving: (http:\/\/127\.0\.0\.1:\d+)\//.exec(err)?.[1];
      if (!url || asked) return;
      asked = workersOf(url).then((found) => {
        pids = found;
        child.kill('SIGINT');
      });
    },
  });
  expect(status).toBe(0);
  expect(pids.length).toBeGreaterThan(0);
  expect(pids.filter(isAlive)).toEqual([]);
}, 120_000);

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

/** The processes in which functions run. */
async function workersOf(url: string): Promise<number[]> {
  const answer = await fetch(`${url}/_local/status`);
  const { functions } = (await answer.json()) as { functions: Record<string, { pids: number[] }> };
  return Object.values(functions).flatMap(({ pids }) => pids);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('what goes wrong is said, with a way out', () => {
  let taken: Server | undefined;
  afterEach(() => {
    taken?.close();
  });

  test('a port in use', async () => {
    taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken?.listen(0, '127.0.0.1', () => resolve(portOf(taken as Server)));
    });
    const { status, err } = await start(['--once', '--port', String(port)]);
    expect(status).toBe(1);
    expect(err).toContain(String(port));
    expect(err).toContain('--port');
  }, 60_000);

  test.each([
    [['--port', '70000'], '--port'],
    [['--lang', 'fr'], '--lang'],
    [['--nonsense'], '--nonsense'],
  ])('a wrong option: %j', async (args, named) => {
    const { status, err } = await start(args);
    expect(status).toBe(2);
    expect(err).toContain(named);
    expect(err).toContain('npm start [-- OPTION ...]');
  });

  test('an old Node, or a missing platform package, which leaves the old one', async () => {
    const old = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
    const { status, err } = await start(['--once'], { node: ['--import', `data:text/javascript,${old}`] });
    expect(status).toBe(3);
    expect(err).toContain('20.20.2');
    expect(err).toContain('npm ci');
  });
});

test('--help explains every option, in both languages', async () => {
  const { status, out } = await start(['--help']);
  expect(status).toBe(0);
  for (const option of ['--once', '--json', '--port', '--data', '--lang']) expect(out).toContain(option);
  expect(out).toContain('Điểm Cầu trên một máy');
  expect(out).toContain('on one machine');
});
