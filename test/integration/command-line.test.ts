import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { diemCau } from './command.ts';

/** `npx diem-cau`, as far as it does nothing yet. */

const oldNode = [
  '--import',
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})",
];

test('--help lists every command in both languages', async () => {
  const { status, out } = await diemCau(['--help']);
  expect(status).toBe(0);
  expect(out).toContain('npx diem-cau LỆNH');
  expect(out).toContain('doctor');
  expect(out).toContain('kiểm tra một hệ thống đang chạy');
  expect(out).toContain('looks whether a running service is well');
});

test.each([
  [[], /npx diem-cau COMMAND/],
  [['nonsense'], /no such command: nonsense/],
  [['doctor', '--nonsense'], /--nonsense/],
  [['doctor'], /--url or --stage/],
  [['doctor', '--url', 'http://127.0.0.1:1', '--stage', 'dev'], /--url or --stage/],
  [['doctor', '--url', 'ftp://x'], /--url: an http/],
  [['doctor', '--url', 'http://127.0.0.1:1', '--lang', 'fr'], /--lang/],
])('what is wrong is said, with exit status 2: %j', async (args, named) => {
  const { status, err } = await diemCau(args);
  expect([status, err]).toEqual([2, expect.stringMatching(named)]);
});

test('under an older Node it starts itself again with the Node that the project ships', async () => {
  const { status, out } = await diemCau(['--help'], { node: oldNode });
  expect(status).toBe(0);
  expect(out).toContain('npx diem-cau LỆNH');
});

test('under an older Node, with nothing installed, it says what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-old-'));
  const file = join(folder, 'diem-cau.mjs');
  copyFileSync(fileURLToPath(new URL('../../cli/diem-cau.mjs', import.meta.url)), file);
  const { status, err } = await diemCau(['--help'], { node: oldNode, file });
  rmSync(folder, { recursive: true });
  expect(status).toBe(3);
  expect(err).toContain('20.20.2');
  expect(err).toContain('npm ci');
});
