import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiClient } from '../../local/job/api-client.ts';
import { type Cast, tellProvinceStory } from '../../local/job/province-story.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import { reportOf, unitIds } from '../../local/job/unit-sample.ts';
import type { Stack } from '../../local/stack.ts';
import { startService } from '../integration/service.ts';
import { castFrom } from './cast.ts';

/**
 * One province's story against a base URL. With DIEM_CAU_URL and DIEM_CAU_TOKENS it is told against that
 * stage; without, against the one-machine stack, with tokens of its issuer and by the same calls.
 */

const stage = process.env.DIEM_CAU_URL;
const samples = readSamples();
const sample = samples.files.find(({ unitCode }) => unitCode === '82') as Sample;
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'diem-cau-journey-'));
let stack: Stack | undefined;
let url: string;
let cast: Cast;

beforeAll(async () => {
  if (stage !== undefined) {
    url = stage;
    cast = castFrom(process.env.DIEM_CAU_TOKENS ?? '');
    return;
  }
  stack = await startService();
  url = stack.url;
  const token = async (role: string) => ({
    token: (await stack?.mintToken({
      subject: `${role}-82`,
      unit: 'province:82@2025',
      roles: [role],
    })) as string,
  });
  cast = { reporter: await token('reporter'), approver: await token('approver') };
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stack?.stop();
});

test('from ticket to the cell that a figure came from; told again, it finds the same', async () => {
  const service = new ApiClient(url);
  const report = reportOf(samples, sample, await unitIds(service));
  const steps: string[] = [];
  const first = await tellProvinceStory(service, cast, report, (step) => steps.push(step));
  expect(steps).toEqual(['signed', 'covered', 'traced']);
  expect(first.submission).toMatchObject({ state: 'signed', file: { name: sample.fileName } });
  expect(first.covered).toMatchObject({ code: '82', name: 'Tỉnh Đồng Tháp' });
  const again = await tellProvinceStory(service, cast, report);
  expect(again.lineage).toEqual(first.lineage);
}, 120_000);

type Ended = { status: number; out: string; err: string };

/** The command, as a deployer runs it. */
function journey(args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ['tools/node24.mjs', 'test/journeys/run-journey.ts', ...args];
    execFile(process.execPath, command, { cwd: root }, (error, out, err) =>
      resolve({ status: Number(error?.code ?? 0), out, err }),
    );
  });
}

describe('npm run journey', () => {
  test('tells the story with tokens from a file, and prints where a figure came from', async () => {
    const file = join(folder, 'tokens.json');
    writeFileSync(file, JSON.stringify({ reporter: cast.reporter.token, approver: cast.approver.token }));
    const { status, out } = await journey(['--url', url, '--tokens', file, '--unit', '82']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ unit: 'Tỉnh Đồng Tháp', file: { name: sample.fileName } });
    expect(out).not.toContain(cast.reporter.token);
  }, 120_000);

  test('with the tokens of another unit it fails, and says which step was refused', async () => {
    const file = join(folder, 'others.json');
    writeFileSync(file, JSON.stringify({ reporter: cast.reporter.token, approver: cast.approver.token }));
    const { status, err } = await journey(['--url', url, '--tokens', file, '--unit', '14']);
    expect(status).toBe(1);
    expect(err).toMatch(/POST \/v1\/submissions: 403 not-allowed/);
  }, 60_000);

  test.each([
    ['no address', ['--tokens', 'x'], /--url/],
    ['no tokens', ['--url', 'http://127.0.0.1:1'], /--tokens/],
    ['a file that is not there', ['--url', 'http://127.0.0.1:1', '--tokens', 'none.json'], /none\.json/],
    ['a token missing', ['--url', 'http://127.0.0.1:1', '--tokens', '{"reporter":"a.b.c"}'], /approver/],
    ['an unknown option', ['--nonsense'], /--nonsense/],
  ])('%s: exit 2 and the help', async (_what, args, named) => {
    const { status, err } = await journey(args);
    expect(status).toBe(2);
    expect(err).toMatch(named);
    expect(err).toContain('npm run journey -- --url URL');
  });
});
