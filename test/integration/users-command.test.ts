import process from 'node:process';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { usersCommand } from '../../cli/users.ts';
import type { Stack } from '../../local/stack.ts';
import { AccountsClient } from './accounts-client.ts';
import { startService } from './service.ts';

/** `npx diem-cau users`, as it is run, against the stack on this machine. */

let stack: Stack;
const printed = { stdout: '', stderr: '' };
const before = { stdout: process.stdout.write, stderr: process.stderr.write };

beforeAll(async () => {
  stack = await startService();
  for (const stream of ['stdout', 'stderr'] as const) {
    process[stream].write = ((text: string) => {
      printed[stream] += text;
      return true;
    }) as typeof process.stdout.write;
  }
}, 60_000);
beforeEach(() => {
  Object.assign(printed, { stdout: '', stderr: '' });
});
afterAll(async () => {
  process.stdout.write = before.stdout;
  process.stderr.write = before.stderr;
  delete process.env.DIEM_CAU_TOKEN;
  await stack.stop();
});

const run = (...args: string[]) => usersCommand.run([...args, '--url', stack.url]);
const first = () => run('first', 'thu.ky', '--email', 'thu.ky@example.vn');

test('the first account, then those that it makes', async () => {
  expect(await first()).toBe(0);
  expect(printed.stdout).toMatch(
    /^Tài khoản .*\nthu\.ky +thu\.ky@example\.vn +– +secretariat +đang dùng +chưa\n$/,
  );
  expect(await first()).toBe(1);
  expect(printed.stderr).toContain('thu.ky');

  expect(await run('list')).toBe(2);
  expect(printed.stderr).toContain('DIEM_CAU_TOKEN');
  process.env.DIEM_CAU_TOKEN = await new AccountsClient(stack).signIn('thu.ky');
  const account = ['le.b', '--email', 'le.b@example.vn', '--unit', 'province:82@2025'];
  expect(await run('add', ...account, '--role', 'reporter', '--role', 'approver', '--why', 'mới')).toBe(0);
  expect(await run('set', 'le.b', '--role', 'reporter', '--disable', '--why', 'nghỉ')).toBe(0);
  printed.stdout = '';
  expect(await run('list', '--unit', 'province:82@2025', '--json')).toBe(0);
  expect(JSON.parse(printed.stdout)).toMatchObject([
    { userName: 'le.b', unit: 'province:82@2025', roles: ['reporter'], enabled: false, mfa: false },
  ]);
  await new AccountsClient(stack).setTotp('le.b');
  printed.stdout = '';
  expect(await run('reset-factor', 'le.b', '--why', 'mất điện thoại')).toBe(0);
  expect(printed.stdout).toBe('le.b: đã đặt lại xác thực hai yếu tố\n');
  expect(await run('reset-factor', 'le.b', '--why', 'mất điện thoại')).toBe(1);
  expect(printed.stderr).toContain('409 nothing-to-reset');
  expect(await run('remove', 'le.b', '--why', 'thôi việc')).toBe(0);
  printed.stdout = '';
  expect(await run('history', 'le.b', '--lang', 'en')).toBe(0);
  const lines = printed.stdout.trim().split('\n');
  expect(lines.map((line) => / {2}(made|changed|second factor reset|removed) {2}/.exec(line)?.[1])).toEqual([
    'removed',
    'second factor reset',
    'changed',
    'made',
  ]);
  expect(lines[1]).toContain('[province:82@2025; reporter; disabled]  mất điện thoại');
  expect(lines[2]).toContain('[province:82@2025; reporter; disabled]  nghỉ');
}, 30_000);

test('what the service refuses is told with its fields', async () => {
  const token = await stack.mintToken({ subject: 'x', roles: ['secretariat'] });
  const more = ['--role', 'analyst', '--unit', '82', '--why', 'thử', '--token', token, '--lang', 'en'];
  expect(await run('add', 'sai', '--email', 'sai@example.vn', ...more)).toBe(1);
  expect(printed.stderr).toMatch(/422 account-not-valid.*\n {2}unit: There is no such unit/);
  expect(await run('remove', 'thu.ky', '--why', 'thử', '--token', token)).toBe(1);
  expect(printed.stderr).toContain('409 last-secretariat');
});

test.each<[string, string[]]>([
  ['no action', []],
  ['an unknown action', ['drop', 'le.b']],
  ['no name', ['history']],
  ['no reason', ['remove', 'le.b']],
  ['no reason for a reset', ['reset-factor', 'le.b']],
  ['no address', ['first', 'thu.ky']],
  ['both ways at once', ['set', 'le.b', '--enable', '--disable', '--why', 'x']],
  ['an unknown option', ['list', '--colour', 'red']],
  ['a token over plain text', ['list', '--token', 'x', '--url', 'http://diemcau.example.vn']],
  ['nobody who answers', ['list', '--token', 'x', '--url', 'http://127.0.0.1:1']],
])('%s is exit status 2', async (_what, args) => {
  expect(await usersCommand.run(args)).toBe(2);
  expect(printed.stderr).toMatch(/^users: /);
});

test('helps', async () => {
  expect(await usersCommand.run(['--help'])).toBe(0);
  expect(printed.stdout).toContain('users first NAME');
});
