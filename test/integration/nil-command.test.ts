import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nilCommand } from '../../cli/nil.ts';
import { statusCommand } from '../../cli/status.ts';
import { submitCommand } from '../../cli/submit.ts';
import type { Stack } from '../../local/stack.ts';
import { People } from './people.ts';
import { capturePrinted } from './printed.ts';
import { startService } from './service.ts';

/** `npx diem-cau nil`, and what `submit` and `status` say of what stands already, against the stack on this machine. */

const giaLai = 'province:52@2025';
const file = fileURLToPath(new URL('../../local/samples/2026-Q3/52-gia-lai.csv', import.meta.url));
const slot = ['--unit', '52', '--period', '2026-Q3'];
const cds = [...slot, '--form', 'cds'];
const why = 'Trong quý không phát sinh nội dung phải báo cáo.';

let stack: Stack;
let people: People;
let folder: string;
const printed = capturePrinted();
const run = (command: typeof nilCommand, ...args: string[]) => command.run([...args, '--api', stack.url]);
const idIn = (text: string) => /[0-9a-f]{32}/.exec(text)?.[0] ?? '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-nil-'));
  stack = await startService();
  people = new People(stack);
  const who = { subject: 'bao-cao-52', unit: giaLai, roles: ['reporter'] };
  process.env.DIEM_CAU_TOKEN = await stack.mintToken(who);
}, 60_000);
afterAll(async () => {
  delete process.env.DIEM_CAU_TOKEN;
  rmSync(folder, { recursive: true });
  await stack.stop();
});

describe('nothing to report', () => {
  test('is certified without a file; the same command again finds what it made', async () => {
    expect(await run(nilCommand, ...cds, '--why', why)).toBe(0);
    const statement = JSON.parse(printed.stdout);
    expect(statement).toMatchObject({ schema: 'nil-return/1', unit: giaLai, form: 'cds', why });
    expect(printed.stderr).toContain('Đã lập báo cáo không phát sinh của Tỉnh Gia Lai (52).');
    const id = idIn(printed.stderr);
    printed.stdout = '';
    expect(await run(nilCommand, ...cds, '--why', why, '--json')).toBe(0);
    expect(JSON.parse(printed.stdout)).toMatchObject({ id, unit: giaLai });
  });

  test('is told as such, with why', async () => {
    expect(await run(statusCommand, ...cds)).toBe(0);
    expect(printed.stdout).toContain('(không phát sinh, không có tệp)');
    expect(printed.stdout).toContain(`Lý do không phát sinh: ${why}`);
    const id = idIn(printed.stdout);
    printed.stdout = '';
    expect(await run(statusCommand, id, '--lang', 'en')).toBe(0);
    expect(printed.stdout).toContain('(nothing to report, no file)');
    expect(printed.stdout).toContain('passed, waits for a signature');
  });

  test('needs a reason that says something, and every option', async () => {
    expect(await run(nilCommand, ...cds, '--why', 'không')).toBe(1);
    expect(printed.stderr).toContain('422 reason-missing');
    expect(await run(nilCommand, ...cds)).toBe(2);
    expect(printed.stderr).toContain('--why');
    expect(await run(nilCommand, ...slot, '--form', 'khong-co', '--why', why)).toBe(2);
  });
});

describe('a file that stands', () => {
  test('is not sent again under another name; what stands is told', async () => {
    expect(await run(submitCommand, file, ...slot, '--json')).toBe(0);
    const { id } = JSON.parse(printed.stdout).submission;
    expect(await people.sign(giaLai, id)).toMatchObject({ status: 200 });
    const copy = join(folder, 'ten-khac.csv');
    copyFileSync(file, copy);
    printed.stdout = '';
    expect(await run(submitCommand, copy, ...slot, '--json')).toBe(0);
    expect(JSON.parse(printed.stdout)).toMatchObject({ how: 'stands', submission: { id, state: 'signed' } });
  }, 60_000);

  test('is refused where a new version is asked for, with which one stands and since when', async () => {
    expect(await run(submitCommand, file, ...slot, '--again')).toBe(1);
    expect(printed.stderr).toMatch(/409 unchanged-file: .*\(v1, 2026-09-22 \d\d:\d\d:\d\d\)/);
  }, 60_000);
});
