import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tasksCommand } from '../../cli/tasks.ts';
import { ApiClient } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import { capturePrinted } from './printed.ts';
import { startService } from './service.ts';

/** `npx diem-cau tasks …`, as it is run, against the stack on this machine. */

let stack: Stack;
let folder: string;
const printed = capturePrinted();
const meeting = 'ubqg-30';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-tasks-'));
  stack = await startService();
  const api = new ApiClient(stack.url);
  const secretariat = await api.signIn({ subject: 'thu-ky', roles: ['secretariat'] });
  for (const [number, day] of [
    [30, '2026-10-01'],
    [31, '2026-10-22'],
  ] as const) {
    await api.post('/v1/meetings', secretariat, {
      body: 'UBQG',
      number,
      date: day,
      theme: { vi: 'Phiên dựng', en: 'A constructed session' },
      asks: [{ form: 'qd766', period: '2026-Q3' }],
      moments: { cutOff: `${day}T08:00:00` },
      constructed: true,
    });
  }
}, 120_000);
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
  return tasksCommand.run([...args, '--api', stack.url]);
}
function file(name: string, tasks: object[]): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(tasks));
  return path;
}
const task = (lead: string, text: string) => ({
  text,
  lead,
  with: ['BTP'],
  deliverable: 'Báo cáo',
  measure: 'Đã gửi',
  deadline: '2026-12-31',
  constructed: true,
});

test('a list is assigned once, and a unit that was merged is told', async () => {
  await as('secretariat');
  const path = file('nhiem-vu.json', [task('82', 'Việc một'), task('ministry:BTTTT', 'Việc hai')]);
  expect(await run('assign', meeting, path)).toBe(0);
  expect(printed.stdout).toContain(`${meeting}/1 · v1 · Tỉnh Đồng Tháp · phối hợp: Bộ Tư pháp`);
  expect(printed.stdout).toContain('ministry:BTTTT không còn, đơn vị kế thừa ministry:BKHCN chủ trì');
  const { stdout } = printed;
  expect(await run('assign', meeting, path)).toBe(0);
  expect(printed.stdout).toBe(stdout);
  expect(await run('list', '--json')).toBe(0);
  expect(JSON.parse(printed.stdout)).toMatchObject({ items: [{ number: 1 }, { number: 2 }], next: null });
});

test('a task is changed from what it is now, or from what was seen', async () => {
  const change = ['change', `${meeting}/2`, '--why', 'Chuyển việc.'];
  expect(await run(...change, '--lead', 'BCA', '--alone')).toBe(0);
  expect(printed.stdout).toContain(`${meeting}/2 · v2 · Bộ Công an · thời hạn 2026-12-31`);
  expect(await run(...change, '--revision', '1', '--deadline', '2027-01-31')).toBe(1);
  expect(printed.stderr).toContain('somebody-was-first');
  expect(await run('change', `${meeting}/9`, '--why', 'Không có.', '--deadline', '2027-01-31')).toBe(2);
  expect(printed.stderr).toContain('không có nhiệm vụ này');
});

test('a meeting’s reconciliation is told, to a unit its own', async () => {
  expect(await run('meeting', 'ubqg-31')).toBe(0);
  expect(printed.stdout).toContain(
    'chuyển tiếp 0 + giao mới 2 = hoàn thành 0 + đang thực hiện 2 (chưa báo cáo 2)',
  );
  expect(await run('meeting', 'ubqg-31', '--lang', 'en')).toBe(0);
  expect(printed.stdout).toContain('carried 0 + assigned 2 = done 0 + continuing 2 (not reported 2)');
  await as('reporter', { unit: 'province:82@2025' });
  expect(await run('list', '--state', 'open')).toBe(0);
  expect(printed.stdout).toContain('Việc một');
  expect(printed.stdout).not.toContain('Việc hai');
  expect(await run('list', '--state', 'closed')).toBe(0);
  expect(printed.stdout).toBe('Không có nhiệm vụ nào.\n');
});

test('what is refused is 1, what is wrong is 2, with where help is', async () => {
  const path = file('sai.json', [task('00', 'Việc ba')]);
  expect(await run('assign', meeting, path)).toBe(1);
  expect(printed.stderr).toContain('not-allowed');
  await as('secretariat');
  expect(await run('assign', meeting, path)).toBe(1);
  expect(printed.stderr).toContain('body-malformed');
  expect(await run('meeting', 'ubqg-99')).toBe(1);
  for (const wrong of [
    [],
    ['list', 'x'],
    ['assign', meeting],
    ['assign', meeting, join(folder, 'khong-co.json')],
    ['change', meeting, '--why', 'x', '--lead', 'BCA'],
    ['change', `${meeting}/1`, '--lead', 'BCA'],
    ['change', `${meeting}/1`, '--why', 'x'],
    ['change', `${meeting}/1`, '--why', 'x', '--lead', 'BCA', '--revision', 'một'],
    ['list', '--why', 'x'],
    ['meeting', meeting, '--state', 'open'],
  ]) {
    expect([wrong, await run(...wrong)]).toEqual([wrong, 2]);
  }
  expect(await run('--help')).toBe(0);
  expect(printed.stdout).toContain('tasks assign MEETING FILE.json');
});
