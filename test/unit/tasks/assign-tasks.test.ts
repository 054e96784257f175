import { beforeEach, describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { assignTasks, type TaskAsked } from '../../../shared/tasks/assign-tasks.ts';
import { changeTask } from '../../../shared/tasks/change-task.ts';
import { session, tasksInMemory } from './task-cases.ts';

/** Assigning and changing tasks: who leads, which number, and what a repetition finds. */

const who = { subject: 'thu-ky', unit: null, roles: ['secretariat'] as const };
const at = '2026-10-15T03:00:00.000Z';
const asked = (more: Partial<TaskAsked> = {}): TaskAsked => ({
  text: 'Nhiệm vụ dựng',
  lead: 'ministry:BCA',
  with: [],
  deliverable: 'Đề án',
  measure: 'Đã trình',
  deadline: '2026-12-31',
  constructed: true,
  ...more,
});

let tasks: ReturnType<typeof tasksInMemory>;
let meeting = session(2, { date: '2026-10-15' });
beforeEach(() => {
  tasks = tasksInMemory();
  meeting = session(2, { date: '2026-10-15' });
});
const assign = (list: TaskAsked[], more: { request?: string; content?: string; who?: typeof who } = {}) =>
  assignTasks(
    { meeting: 'thu-2', tasks: list, request: 'one', content: JSON.stringify(list), who, at, ...more },
    { catalog, tasks, session: async (id) => (id === meeting.id ? meeting : undefined) },
  );
const change = (number: number, revision: number, changes: Partial<TaskAsked>, why = 'Đổi đơn vị chủ trì') =>
  changeTask({ meeting: 'thu-2', number, revision, why, changes, who, at }, { catalog, tasks });
const refused = async (work: Promise<unknown>) => {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as Refusal | undefined;
  return error && { code: error.code, fields: error.fields.map(({ field }) => field), about: error.about };
};

describe('assigning', () => {
  test('numbers continue; a code means who bears it on the meeting’s day', async () => {
    // 82 is Đồng Tháp from July 2025; before, it was Tiền Giang.
    const first = await assign([asked({ lead: '82' }), asked({ lead: 'BCA', with: ['82', 'BCA', '82'] })]);
    expect(first.word).toBe('assigned');
    expect(first.tasks.map(({ id, lead, with: others }) => [id, lead, others])).toEqual([
      ['thu-2/1', 'province:82@2025', []],
      ['thu-2/2', 'ministry:BCA', ['province:82@2025']],
    ]);
    expect(first.tasks[0]).toMatchObject({ revision: 1, assignedOn: '2026-10-15', closed: null });
    const second = await assign([asked()], { request: 'two' });
    expect(second.tasks.map(({ number }) => number)).toEqual([3]);
    meeting = session(2, { date: '2022-04-27' });
    const before = await assign([asked({ lead: '82' })], { request: 'three' });
    expect(before.tasks[0]?.lead).toBe('province:82@2008');
  });

  test('nothing is done for it before its meeting, or before it was sent where that came first: the meeting may move', async () => {
    meeting = session(2, { date: '2026-10-29' });
    // Sent on 15 October for the 29th; the meeting is then held on the 20th, and on the 22nd the work is done.
    const [early] = (await assign([asked({ deadline: '2026-11-30' })])).tasks;
    expect(early?.assignedOn).toBe('2026-10-15');
    meeting = session(2, { date: '2026-10-20' });
    expect((await change(1, 1, { deadline: '2026-10-22' })).task).toMatchObject({ deadline: '2026-10-22' });
    expect(await refused(change(1, 2, { deadline: '2026-10-14' }))).toMatchObject({ fields: ['deadline'] });
    meeting = session(2, { date: '2026-10-01' });
    const [late] = (await assign([asked()], { request: 'two' })).tasks;
    expect(late?.assignedOn).toBe('2026-10-01');
    meeting = session(2, { date: '2026-10' });
    const [month] = (await assign([asked()], { request: 'three' })).tasks;
    expect(month?.assignedOn).toBeUndefined();
  });

  test('a unit that was merged passes it to its successor, and that is told', async () => {
    const { tasks: made, passed } = await assign([asked({ lead: 'ministry:BTTTT' })]);
    expect(made[0]?.lead).toBe('ministry:BKHCN');
    expect(passed).toEqual([{ field: 'tasks.0.lead', from: 'ministry:BTTTT', to: 'ministry:BKHCN' }]);
  });

  test('one that was divided is refused, with those that it was divided among', async () => {
    const old = catalog.units.get('ministry:BTTTT');
    if (!old) throw new Error('no BTTTT');
    const successors = ['ministry:BKHCN', 'ministry:BCA'];
    const units = new Map(catalog.units).set(old.id, { ...old, successors });
    const work = assignTasks(
      { meeting: 'thu-2', tasks: [asked({ lead: old.id })], request: 'r', content: 'c', who, at },
      { catalog: { ...catalog, units }, tasks, session: async () => meeting },
    );
    expect(await refused(work)).toEqual({
      code: 'lead-divided',
      fields: ['tasks.0.lead'],
      about: { unit: 'ministry:BTTTT', successors: 'ministry:BKHCN, ministry:BCA' },
    });
  });

  test('every unit that is not known is named, and nothing is kept', async () => {
    const list = [
      asked({ lead: '00' }),
      asked({ with: ['BCA', 'XYZ'] }),
      asked({ lead: 'province:99@2025' }),
    ];
    expect(await refused(assign(list))).toMatchObject({
      code: 'body-malformed',
      fields: ['tasks.0.lead', 'tasks.1.with.1', 'tasks.2.lead'],
    });
    expect(await tasks.tasks()).toEqual([]);
    expect(await tasks.assignments('thu-2')).toBeUndefined();
  });

  test('a request that died between is completed by its repetition, under the same numbers', async () => {
    const list = [asked(), asked({ text: 'Hai' }), asked({ text: 'Ba' })];
    tasks.crashAfter(1);
    await expect(assign(list)).rejects.toThrow('crash');
    tasks.crashAfter(Number.POSITIVE_INFINITY);
    await assign([asked({ text: 'Của người khác' })], { request: 'other' });
    const again = await assign(list);
    expect(again.word).toBe('already-assigned');
    expect(again.tasks.map(({ number, text }) => [number, text])).toEqual([
      [1, 'Nhiệm vụ dựng'],
      [2, 'Hai'],
      [3, 'Ba'],
    ]);
    expect((await tasks.tasks()).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  });

  test('a key that was used for another list, and a meeting that is cancelled or not there', async () => {
    await assign([asked()]);
    expect(await refused(assign([asked({ text: 'Khác' })]))).toMatchObject({
      code: 'idempotency-key-reused',
    });
    meeting = session(2, { state: 'cancelled' });
    expect(await refused(assign([asked()]))).toMatchObject({ code: 'meeting-cancelled' });
    meeting = session(9);
    expect(await refused(assign([asked()]))).toMatchObject({ code: 'not-found' });
  });

  test('is the secretariat’s', async () => {
    const analyst = { ...who, roles: ['analyst'] } as unknown as typeof who;
    expect(await refused(assign([asked()], { who: analyst }))).toMatchObject({ code: 'not-allowed' });
  });
});

describe('changing', () => {
  beforeEach(() => assign([asked({ with: ['ministry:BQP'] })]));

  test('who leads, and by when; what it was is kept with who changed it and why', async () => {
    const { word, task } = await change(1, 1, { lead: 'BQP', deadline: '2027-03-31' });
    expect([word, task]).toEqual([
      'changed',
      expect.objectContaining({ revision: 2, lead: 'ministry:BQP', with: [], deadline: '2027-03-31' }),
    ]);
    expect(await tasks.task('thu-2', 1)).toMatchObject({
      change: { by: 'thu-ky', why: 'Đổi đơn vị chủ trì', at },
    });
    expect((await change(1, 1, { lead: 'BQP', deadline: '2027-03-31' })).word).toBe('already-so');
  });

  test('somebody else’s change since is not overwritten', async () => {
    await change(1, 1, { deadline: '2027-03-31' });
    expect(await refused(change(1, 1, { deadline: '2027-06-30' }))).toMatchObject({
      code: 'somebody-was-first',
    });
  });

  test('what a meeting closed is changed no more; what is not there is not found', async () => {
    const before = await tasks.task('thu-2', 1);
    if (!before) throw new Error('no task');
    const task = { ...before.task, revision: 2, closed: { meeting: 'thu-3' } };
    await tasks.putTask({ task, change: { ...before.change, by: null } }, before);
    expect(await refused(change(1, 2, { deadline: '2027-06-30' }))).toMatchObject({
      code: 'task-closed',
      about: { meeting: 'thu-3' },
    });
    expect(await refused(change(7, 1, {}))).toMatchObject({ code: 'not-found' });
    expect(await refused(change(1, 2, { lead: '00' }))).toMatchObject({ fields: ['lead'] });
  });
});
