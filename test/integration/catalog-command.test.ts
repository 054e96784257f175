import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogCommand } from '../../cli/catalog.ts';
import { checkCommand } from '../../cli/check.ts';
import { submitCommand } from '../../cli/submit.ts';
import { ApiClient, type SubmissionAnswer } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import { capturePrinted } from './printed.ts';
import { startService } from './service.ts';

/**
 * `npx diem-cau catalog …`, as it is run, against the stack on this machine. Gia Lai has 9.14 points for its group
 * ONLINE (test/data/qd766/groups.csv): above a bound of 9, below the 12 of QĐ 766.
 */

let stack: Stack;
let folder: string;
const printed = capturePrinted();
const giaLai = fileURLToPath(new URL('../../local/samples/2026-Q3/52-gia-lai.csv', import.meta.url));
const slot = ['--unit', '52', '--period', '2026-Q3'];
const province = { unit: 'province:52@2025' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-catalog-'));
  stack = await startService();
}, 60_000);
afterAll(async () => {
  delete process.env.DIEM_CAU_TOKEN;
  rmSync(folder, { recursive: true });
  await stack.stop();
});

async function as(role: string, who: { unit?: string } = {}): Promise<void> {
  process.env.DIEM_CAU_TOKEN = await stack.mintToken({ subject: role, roles: [role], ...who });
}
/** Runs it with nothing printed before. */
async function run(...args: string[]): Promise<number> {
  Object.assign(printed, { stdout: '', stderr: '' });
  return catalogCommand.run([...args, '--api', stack.url]);
}
const file = (name: string, content: object) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
type Document = {
  version: string;
  scorecards: { scorecards: { form: string; max: string; groups: { code: string; max: string }[] }[] };
};
/** The exported catalogue with at most 9 points for ONLINE, as a file. */
async function tightened(): Promise<string> {
  expect(await run('export')).toBe(0);
  const document = JSON.parse(printed.stdout) as Document;
  const scorecard = document.scorecards.scorecards.find(({ form }) => form === 'qd766');
  if (!scorecard) throw new Error('no scorecard of qd766');
  const stricter = { ...structuredClone(scorecard), code: 'chat-hon', version: 1, max: '97' };
  for (const group of stricter.groups) if (group.code === 'ONLINE') group.max = '9';
  document.scorecards.scorecards.push(stricter);
  return file('chat-hon.json', { ...document, version: '2099.1' });
}

test('shows the catalogue, that of the service and that of the code', async () => {
  await as('analyst');
  expect(await run('show')).toBe(0);
  const shown = printed.stdout;
  expect(shown).toMatch(/^Danh mục \d{4}\.\d+\n/);
  expect(shown).toContain('qd766 v1  2026-Q3 →');
  expect(await run('show', '--built-in')).toBe(0);
  expect(printed.stdout).toBe(shown);
  expect(await run('versions')).toBe(1);
  expect(printed.stderr).toContain('403 not-allowed');
});

test('a wrong option is told, with where help is', async () => {
  for (const wrong of [
    [],
    ['draft'],
    ['publish', 'x', '--why', 'y'],
    ['publish', 'a'.repeat(64)],
    ['show', 'x'],
  ]) {
    expect([wrong, await run(...wrong)]).toEqual([wrong, 2]);
    expect(printed.stderr).toContain('npx diem-cau catalog --help');
  }
  expect(await run('--help')).toBe(0);
  expect(printed.stdout).toContain('catalog publish ID --why');
  await as('secretariat');
  expect(await run('draft', join(folder, 'khong-co.json'))).toBe(2);
  expect(await run('preview', 'a'.repeat(64))).toBe(1);
});

test('a file is checked under another catalogue', async () => {
  const catalog = await tightened();
  expect(await checkCommand.run([giaLai, ...slot])).toBe(0);
  expect(await checkCommand.run([giaLai, ...slot, '--catalog', catalog])).toBe(1);
  expect(printed.stdout).toContain('score-out-of-bounds');
  expect(await checkCommand.run([giaLai, ...slot, '--catalog', giaLai])).toBe(2);
  expect(printed.stderr).toContain('--catalog');
});

test('a faulty draft is told its faults', async () => {
  expect(await run('export')).toBe(0);
  const path = file('khong-doi.json', JSON.parse(printed.stdout) as object);
  expect(await run('draft', path)).toBe(1);
  expect(printed.stdout).toContain('có lỗi, không công bố được');
  expect(printed.stdout).toContain('✗ catalog version: Số phiên bản phải lớn hơn');
});

test('a draft names what it would break; it is published with each accepted, and files follow it', async () => {
  const submission = await standing();
  await as('secretariat');
  expect(await run('draft', await tightened())).toBe(1);
  const draft = /[0-9a-f]{64}/.exec(printed.stdout)?.[0] ?? '';
  expect(printed.stdout).toContain('Đã kiểm tra lại 1/1 báo cáo đang có hiệu lực.');
  expect(printed.stdout).toContain('✗ Tỉnh Gia Lai (52) · qd766 · 2026-Q3 · 52-gia-lai.csv · 1 lỗi');
  expect(printed.stdout).toContain(`--accept ${submission}`);
  expect(printed.stdout).toContain('Bộ chỉ số chat-hon v1');
  expect(await run('publish', draft, '--why', 'Siết điểm.')).toBe(1);
  expect(printed.stderr).toContain('✗ Tỉnh Gia Lai (52)');
  expect(printed.stderr).toContain('failures-not-accepted');
  expect(await run('publish', draft, '--why', 'Siết điểm.', '--accept', submission)).toBe(0);
  expect(printed.stdout).toContain('Đang công bố: 2099.1');
  expect(await run('preview', draft, '--json')).toBe(1);
  expect(JSON.parse(printed.stdout)).toMatchObject({ state: 'published' });
  expect(await run('versions', '--lang', 'en')).toBe(0);
  expect(printed.stdout).toContain('[1 failing reports accepted]  Siết điểm.');

  // The check before sending is under the service's catalogue, not under the one that this command brings.
  await stack.idle();
  // Within 30 s of its last reading, a warm function may still answer under the old one.
  await new ApiClient(stack.url).moveClock('2026-09-22T03:00:00.000Z');
  await as('reporter', province);
  const again = join(folder, '52-gia-lai-2.csv');
  writeFileSync(again, `${readFileSync(giaLai, 'utf8')}\n`);
  expect(await submitCommand.run([again, ...slot, '--api', stack.url])).toBe(1);
  expect(printed.stdout).toContain('score-out-of-bounds');
  expect(printed.stderr).toContain('chưa gửi gì');
}, 60_000);

/** Gia Lai's report, sent and signed. @returns its id */
async function standing(): Promise<string> {
  await as('reporter', province);
  expect(await submitCommand.run([giaLai, ...slot, '--api', stack.url])).toBe(0);
  const id = /[0-9a-f]{32}/.exec(printed.stdout + printed.stderr)?.[0] ?? '';
  const api = new ApiClient(stack.url);
  const approver = await api.signIn({ ...province, roles: ['approver'], subject: 'approver' });
  const submission: SubmissionAnswer = await api.submission(approver, id);
  const why = Object.fromEntries(submission.warnings.map((code) => [code, 'Đúng như nguồn công bố.']));
  await api.sign(approver, submission, why);
  await stack.idle();
  return id;
}
