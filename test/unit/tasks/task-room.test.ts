import { describe, expect, test } from '@jest/globals';
import { documentAttributes } from '../../../shared/aws/document.ts';
import { frozenDocument } from '../../../shared/briefing/freeze-meeting.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { unitsOn } from '../../../shared/catalog/unit.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { assignTasks, type TaskAsked } from '../../../shared/tasks/assign-tasks.ts';
import { changeTask } from '../../../shared/tasks/change-task.ts';
import { inForceAt, reconcile } from '../../../shared/tasks/reconcile.ts';
import { fitted, longestTask, longestTold } from '../../../shared/tasks/task-room.ts';
import { report, session, statement, tasksInMemory } from './task-cases.ts';

/** The tasks of a freeze are one item of the table: 400 KB at most (DynamoDB), with its keys and their names. */

const largestItem = 400 * 1024;
const day = '2026-10-15';
const at = '2026-10-15T03:00:00.000Z';
const who = { subject: 'thu-ky', unit: null, roles: ['secretariat'] as const };
const units = [...unitsOn(catalog, 'province', day), ...unitsOn(catalog, 'ministry', day)].map(
  ({ id }) => id,
);

let state = 1;
/** Letters of three bytes in no order (xorshift, Marsaglia 2003): nothing packs them well. */
function noise(length: number): string {
  return Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return String.fromCodePoint(0x4e00 + ((state >>> 0) % 20_000));
  }).join('');
}

const asked = (length: number, others: readonly string[] = []): TaskAsked => ({
  text: noise(Math.min(length, longestTask.text)),
  lead: 'ministry:BCA',
  with: others.filter((id) => id !== 'ministry:BCA'),
  deliverable: noise(Math.min(length, longestTask.deliverable)),
  measure: noise(Math.min(length, longestTask.measure)),
  deadline: '2026-12-31',
  constructed: true,
});

const meeting = session(2, { date: day });
async function assignUntilRefused(next: TaskAsked) {
  const tasks = tasksInMemory();
  const assign = (request: string, list: TaskAsked[]) =>
    assignTasks(
      { meeting: 'thu-2', tasks: list, request, content: request, who, at },
      { catalog, tasks, session: async () => meeting },
    );
  for (let count = 0; count < 999; count += 1) {
    try {
      await assign(`r${count}`, [next]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { code: error.code, count, tasks, assign };
    }
  }
  throw new Error('never refused');
}

const itemOf = (document: object) => documentAttributes(frozenDocument(document, 'a'.repeat(64)));
const bytesOfItem = (document: object) =>
  Object.entries(itemOf(document)).reduce(
    (sum, [name, value]) => sum + name.length + (value.B?.length ?? value.S?.length ?? 0),
    1_000,
  );

describe('as many tasks as may be assigned, all reported at the greatest length, fit in one item', () => {
  test.each([
    ['of the greatest length', 2_000, []],
    ['of the greatest length with every unit', 2_000, units],
    ['short ones with every unit', 30, units],
    ['short ones', 30, []],
  ] as const)('%s', async (_, length, others) => {
    const { code, count, tasks } = await assignUntilRefused(asked(length, others));
    expect(code).toBe('too-many-tasks');
    expect(count).toBeGreaterThan(length === 30 && others.length === 0 ? 150 : 15);
    const all = await tasks.tasks();
    const reports = all.map(({ id }) => {
      const said = { ...report(id, 'continuing'), result: noise(longestTold), cause: noise(longestTold) };
      return { ...said, at: { sheet: noise(31), cell: 'XFD1048576' } };
    });
    const document = reconcile(inForceAt('thu-3', ['thu-2'], all), [statement(reports)], { catalog, day });
    const kept = fitted(document);
    expect(kept.tasks).toHaveLength(count);
    expect(bytesOfItem(kept)).toBeLessThan(largestItem);
    // Without the cuts it would not.
    if (length === 30 && others.length === 0) expect(bytesOfItem(document)).toBeGreaterThan(largestItem);
  });

  test('a unit’s id and name take less than is reserved for them', () => {
    for (const { id, names } of catalog.units.values()) {
      for (const { full } of names) expect(Buffer.byteLength(JSON.stringify([id, full]))).toBeLessThan(250);
    }
  });
});

test('eighty tasks of ordinary length, all told at the greatest length in Vietnamese: nothing is cut', () => {
  const words = 'Chưa hoàn thành do chưa được bố trí kinh phí và chờ hướng dẫn của bộ chủ quản; ';
  const told = words.repeat(20).slice(0, longestTold);
  const all = Array.from({ length: 80 }, (_, index) => ({
    ...report(`thu-2/${index + 1}`, 'continuing'),
    cause: told,
  }));
  const tasks = all.map(({ task: id }, index) => ({
    schema: 'task/1' as const,
    id,
    revision: 1,
    meeting: 'thu-2',
    number: index + 1,
    closed: null,
    ...asked(0),
    text: words.repeat(3),
  }));
  const document = reconcile(inForceAt('thu-3', ['thu-2'], tasks), [statement(all)], { catalog, day });
  expect(fitted(document)).toBe(document);
});

test('what is cut says so, and leaves states, counts and places as they are', async () => {
  const { tasks } = await assignUntilRefused(asked(30));
  const all = await tasks.tasks();
  const reports = all.map(({ id }, index) =>
    index === 0
      ? { ...report(id, 'continuing'), cause: 'Chờ vốn' }
      : { ...report(id, 'continuing'), result: noise(1_000), cause: noise(1_000) },
  );
  const document = reconcile(inForceAt('thu-3', ['thu-2'], all), [statement(reports)], { catalog, day });
  const kept = fitted(document);
  expect(kept.tasks[0]).toEqual(document.tasks[0]);
  for (const [index, { result, cause, ...rest }] of kept.tasks.entries()) {
    const { result: whole, cause: reason, ...other } = document.tasks[index] as (typeof kept.tasks)[0];
    expect(rest).toEqual(other);
    if (index === 0) continue;
    expect(result?.endsWith('… (rút gọn)') && whole?.startsWith(result.slice(0, -11))).toBe(true);
    expect(cause?.endsWith('… (rút gọn)') && reason?.startsWith(cause.slice(0, -11))).toBe(true);
  }
});

test('a change that would make it too long is refused; a repeated request, and one that shortens, is not', async () => {
  const { tasks, assign, count } = await assignUntilRefused(asked(30));
  const change = (changes: Partial<TaskAsked>) =>
    changeTask(
      { meeting: 'thu-2', number: 1, revision: 1, why: 'Sửa nội dung', changes, who, at },
      { catalog, tasks },
    );
  await expect(change({ text: noise(2_000) })).rejects.toMatchObject({ code: 'too-many-tasks' });
  expect((await assign('r0', [asked(30)])).word).toBe('already-assigned');
  expect((await change({ text: 'Ngắn' })).word).toBe('changed');
  expect((await tasks.tasks()).length).toBe(count);
});
