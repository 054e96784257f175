import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meetingsCommand } from '../../cli/meetings.ts';
import type { Stack } from '../../local/stack.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { wanted } from './meeting-calendar.ts';
import { capturePrinted } from './printed.ts';
import { startService } from './service.ts';

/** `npx diem-cau meetings …`, as it is run, against the stack on this machine. */

let stack: Stack;
let folder: string;
const printed = capturePrinted();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-meetings-'));
  stack = await startService();
  process.env.DIEM_CAU_TOKEN = await stack.mintToken({ subject: 'thu-ky', roles: ['secretariat'] });
}, 60_000);
afterAll(async () => {
  delete process.env.DIEM_CAU_TOKEN;
  rmSync(folder, { recursive: true });
  await stack.stop();
});

/** Runs it with nothing printed before. */
async function run(...args: string[]): Promise<number> {
  Object.assign(printed, { stdout: '', stderr: '' });
  return meetingsCommand.run([...args, '--api', stack.url]);
}
const file = (name: string, content: object | string) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const cutOffOnly = { ...wanted, moments: { cutOff: wanted.moments.cutOff } };

test('plans a meeting and says what was computed; again, it is the same one', async () => {
  const path = file('phien-11.json', cutOffOnly);
  expect(await run('plan', path)).toBe(0);
  // At once is the next whole minute but one, however long the start took.
  expect(printed.stdout.replace(/2026-09-22 09:\d\d/, '2026-09-22 09:…')).toBe(
    `ubqg-11  Ủy ban Quốc gia về chuyển đổi số · phiên 11 · 2026-10-15 · đã lập
  Đánh giá quý III/2026
  Yêu cầu báo cáo: qd766 2026-Q3
  Mở kỳ báo cáo: 2026-09-22 09:…  (hệ thống tính)
  Nhắc: 2026-09-24 08:30 · 2026-10-05 08:30 · 2026-10-09 08:30 · 2026-10-13 08:30  (hệ thống tính)
  Khóa số liệu: 2026-10-14 17:00
  Tổng hợp tạm thời: 2026-10-14 17:02  (hệ thống tính)
  Chốt số liệu: 2026-10-14 17:15  (hệ thống tính)
`,
  );
  expect(await run('plan', path)).toBe(0);
  expect(await run('list', '--lang', 'en')).toBe(0);
  const [first, second] = printed.stdout.split('\n');
  expect([first, second?.slice(0, 31)]).toEqual([
    '2026-10-15  ubqg-11   planned    Review of the third quarter of 2026',
    '2025-09-24  bcdcp-04  held       34 tỉnh'.slice(0, 31),
  ]);
});

test('shows what waits, moves it, and tells who did and why', async () => {
  const path = file('doi.json', wanted);
  expect(await run('move', 'ubqg-11', path, '--why', 'Dời ngày mở kỳ')).toBe(0);
  expect(await run('show', 'ubqg-11', '--lang', 'en')).toBe(0);
  expect(printed.stdout).toContain('  2026-09-23 08:00  Opening              scheduled\n');
  expect(printed.stdout).toContain('  2026-10-14 17:15  Freeze               scheduled\n');
  expect(printed.stdout).toMatch(/\n {2}2 {2}2026-09-22 09:\d\d {2}changed {2}thu-ky {2}Dời ngày mở kỳ\n/);
  expect(await run('schedule', 'ubqg-11')).toBe(0);
  expect(await run('show', 'ubqg-11', '--json')).toBe(0);
  const shown = JSON.parse(printed.stdout) as MeetingView & { steps: unknown[]; changes: unknown[] };
  expect([shown.revision, shown.steps.length, shown.changes.length]).toEqual([2, 6, 2]);
  expect(await run('show', 'ubqg-10')).toBe(0);
  expect(printed.stdout).toContain('phiên 10 · 2025-02-06 · đã họp');
});

test('a change that was made from an earlier revision than the present one is refused', async () => {
  const seen = file('da-xem.json', { ...wanted, revision: 1 });
  expect(await run('move', 'ubqg-11', seen, '--why', 'Sửa từ bản cũ')).toBe(0);
  // The same as it is: nothing is overwritten. Another meeting from revision 1 would be.
  const theme = { vi: 'Khác', en: 'Other' };
  const old = file('cu.json', { ...wanted, theme, revision: 1 });
  expect(await run('move', 'ubqg-11', old, '--why', 'Sửa từ bản cũ')).toBe(1);
  expect(printed.stderr).toContain('409 somebody-was-first');
  const without = file('khong-so.json', { ...wanted, theme });
  expect(await run('move', 'ubqg-11', without, '--why', 'Sửa', '--revision', '1')).toBe(1);
  expect(printed.stderr).toContain('409 somebody-was-first');
  expect(await run('move', 'ubqg-11', old, '--why', 'Sửa', '--revision', '2')).toBe(0);
  expect(await run('move', 'ubqg-11', file('nhu-cu.json', wanted), '--why', 'Như cũ')).toBe(0);
});

test('steps are told in the language that is asked for', async () => {
  expect(await run('show', 'ubqg-11')).toBe(0);
  expect(printed.stdout).toContain('  2026-09-23 08:00  Mở kỳ báo cáo      đã đặt lịch\n');
  expect(printed.stdout).toContain('  2026-09-24 08:30  Nhắc lần thứ nhất  đã đặt lịch\n');
  expect(printed.stdout).toContain('  2026-10-13 08:30  Nhắc lần thứ hai   đã đặt lịch\n');
  expect(printed.stdout).toContain('  2026-10-14 17:15  Chốt số liệu       đã đặt lịch\n');
});

test('says who follows where another is to be put in between, and how', async () => {
  const later = {
    ...wanted,
    number: 13,
    date: '2026-12-10',
    moments: { cutOff: '2026-12-09T17:00:00' },
  };
  expect(await run('plan', file('phien-13.json', later))).toBe(0);
  const between = {
    ...wanted,
    number: 12,
    date: '2026-11-20',
    moments: { cutOff: '2026-11-19T17:00:00' },
  };
  const path = file('phien-12.json', between);
  expect(await run('plan', path)).toBe(1);
  expect(printed.stderr).toContain('  ✗ previous: Phiên được nêu làm phiên trước đã có phiên kế tiếp');
  expect(printed.stderr).toContain('  followedBy: ubqg-13\n');
});

test('a meeting that assigned a task is not cancelled', async () => {
  const task = {
    text: 'Nhiệm vụ giả định',
    lead: 'ministry:BCA',
    deliverable: 'Báo cáo',
    measure: 'Đã ban hành',
    deadline: '2027-03-31',
    constructed: true,
  };
  const assigned = await fetch(`${stack.url}/v1/meetings/ubqg-13/tasks`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.DIEM_CAU_TOKEN}`,
      'content-type': 'application/json',
      'idempotency-key': 'giao-mot-lan-01',
    },
    body: JSON.stringify({ tasks: [task] }),
  });
  expect(assigned.status).toBe(201);
  expect(await run('cancel', 'ubqg-13', '--why', 'Hoãn họp', '--lang', 'en')).toBe(1);
  expect(printed.stderr).toContain('409 meeting-has-open-tasks: Tasks that the meeting assigned are open');
  expect(printed.stderr).toContain('  tasks: 1\n');
});

test('says everything that is wrong with a meeting, and ends in 1', async () => {
  const moments = { ...wanted.moments, reminders: ['2026-10-11T08:30:00'], freeze: '2026-10-14T17:01:00' };
  const path = file('sai.json', { ...wanted, number: 12, previous: null, moments });
  expect(await run('plan', path)).toBe(1);
  expect(printed.stderr).toContain('  ✗ moments.reminders.0: Không gửi thư trước 7 giờ 30');
  expect(printed.stderr).toContain('  ✗ moments.freeze: Thời điểm chốt phải sau thời điểm khóa số liệu');
  expect(printed.stderr).toContain('meetings: 422 meeting-not-valid: Lịch phiên họp chưa hợp lệ');
  expect(await run('plan', file('thieu.json', { body: 'UBQG' }), '--lang', 'en')).toBe(1);
  expect(printed.stderr).toContain('  ✗ date: This field is missing.');
  expect(await run('show', 'ubqg-99')).toBe(1);
  const other = file('khac.json', { ...wanted, theme: { vi: 'Khác', en: 'Other' } });
  expect(await run('plan', other)).toBe(1);
  expect(printed.stderr).toContain('409 meeting-number-taken');
});

test('cancels a meeting; a session that was held is nobody’s to cancel', async () => {
  expect(await run('cancel', 'ubqg-11', '--why', 'Hoãn họp')).toBe(0);
  expect(printed.stdout).toContain('đã hủy');
  expect(await run('cancel', 'ubqg-11', '--why', 'Hoãn họp')).toBe(0);
  expect(await run('move', 'ubqg-11', file('lai.json', wanted), '--why', 'Họp lại')).toBe(1);
  expect(printed.stderr).toContain('409 meeting-was-cancelled');
  expect(await run('cancel', 'ubqg-10', '--why', 'Hoãn họp')).toBe(2);
});

test.each([
  ['nothing', []],
  ['another word', ['xoa']],
  ['no meeting', ['show']],
  ['what is no meeting', ['show', '../x']],
  ['no file', ['plan', 'khong-co.json']],
  ['no reason to move', ['move', 'ubqg-11', 'a.json']],
  ['no number of a revision', ['move', 'ubqg-11', 'a.json', '--why', 'Sửa', '--revision', 'x']],
  ['no reason to cancel', ['cancel', 'ubqg-11', '--why', ' ']],
  ['one word too many', ['list', 'ubqg-11']],
])('with %s it ends in 2', async (_name, args) => {
  expect(await run(...args)).toBe(2);
  expect(printed.stderr).not.toBe('');
});

test('explains itself', async () => {
  expect(await run('--help')).toBe(0);
  expect(printed.stdout).toContain('Mã thoát: 0 xong');
  expect(printed.stdout).toMatch(/meetings cancel ID --why TEXT +hủy · cancel it/);
});
