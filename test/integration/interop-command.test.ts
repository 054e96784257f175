import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

/** `npm run interop` where the other programs are not: it is a comparison beside the tests, and says so. */

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const command = [process.execPath, ['tools/interop/run.ts']] as const;

test('what is missing is named, with the way to get it, and exit status 2', () => {
  const empty = mkdtempSync(`${tmpdir()}/diem-cau-no-programs-`);
  const { status, stderr, stdout } = spawnSync(...command, { cwd, env: { PATH: empty }, encoding: 'utf8' });
  rmSync(empty, { recursive: true });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('soffice');
  expect(stderr).toContain('apt install libreoffice-calc-nogui');
});

test('helps', () => {
  const out = execFileSync(command[0], [...command[1], '--help'], { cwd, encoding: 'utf8' });
  expect(out).toContain('npm run interop');
});
