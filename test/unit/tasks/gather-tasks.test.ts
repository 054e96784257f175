import { expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Slot, slotName, withSigned, withWithdrawn } from '../../../shared/submissions/slot.ts';
import { closeDone } from '../../../shared/tasks/close-tasks.ts';
import { gatherTasks, sessionsBefore } from '../../../shared/tasks/gather-tasks.ts';
import type { Session } from '../../../shared/tasks/reconcile.ts';
import { report, session, task, tasksInMemory } from './task-cases.ts';

/** What stood at the cut-off counts: not what was signed or withdrawn later, and not what was not signed. */

const cutOff = '2022-08-05T10:00:00.000Z';
const key = { unit: 'ministry:BCA', form: 'mau-a', period: '2022-Q2' };
const signed = (submission: string, signedAt: string) => ({
  submission,
  sha256: 'a'.repeat(64),
  receivedAt: signedAt,
  signedAt,
  signedBy: 'approver',
  explanations: {},
  pages: [],
  why: null,
  nil: false,
  onBehalfOf: null,
});

async function gathered(slots: Slot[], at = cutOff) {
  const tasks = tasksInMemory();
  const change = { schema: 'task-change/1' as const, by: 'thu-ky', at: '2022-04-27T03:00:00.000Z', why: 'x' };
  await tasks.putTask({ task: task(1), change }, undefined);
  await tasks.putTaskReports('not-yet', [report('thu-2/1', 'continuing')]);
  await tasks.putTaskReports('done', [report('thu-2/1', 'done')]);
  const sessions = new Map([1, 2, 3].map((number) => [`thu-${number}`, session(number)]));
  const parts = {
    catalog,
    tasks,
    submissions: {
      slots: async (keys: readonly (typeof key)[]) => {
        const names = keys.map(slotName);
        return new Map(
          slots
            .filter((slot) => names.includes(slotName(slot.key)))
            .map((slot) => [slotName(slot.key), slot]),
        );
      },
    },
    session: async (id: string) => sessions.get(id),
  };
  return { parts, document: await gatherTasks({ meeting: session(3), at }, parts) };
}

const first = withSigned(key, undefined, signed('not-yet', '2022-08-01T00:00:00.000Z'));
const late = withSigned(key, first, signed('done', '2022-08-05T10:00:00.001Z'));

test('a report that says done and was signed after the cut-off does not count', async () => {
  const { document } = await gathered([late]);
  expect(document.tasks[0]).toMatchObject({ state: 'continuing', reported: true, told: { version: 1 } });
  const { document: next } = await gathered([late], '2022-08-05T10:00:00.001Z');
  expect(next.tasks[0]).toMatchObject({ state: 'done', told: { version: 2 } });
});

test('a report that was withdrawn leaves nothing; withdrawn later, it counts', async () => {
  const stands = withSigned(key, undefined, signed('done', '2022-08-01T00:00:00.000Z'));
  const taken = (at: string) => withWithdrawn(key, stands, 'done', { at, by: 'approver', why: 'sai' });
  const { document } = await gathered([taken('2022-08-04T00:00:00.000Z')]);
  expect(document).toMatchObject({ done: 0, continuing: 1, notReported: 1 });
  const { document: later } = await gathered([taken('2022-08-06T00:00:00.000Z')]);
  expect(later).toMatchObject({ done: 1, continuing: 0 });
});

test('a nil return says nothing of tasks', async () => {
  const nil = withSigned(key, undefined, { ...signed('done', '2022-08-01T00:00:00.000Z'), nil: true });
  expect((await gathered([nil])).document.notReported).toBe(1);
});

test('the freeze closes what is done, once; the next meeting begins without it, this one is told the same', async () => {
  const done = withSigned(key, undefined, signed('done', '2022-08-01T00:00:00.000Z'));
  const { parts, document } = await gathered([done]);
  await closeDone({ document, at: cutOff }, parts);
  await closeDone({ document, at: cutOff }, parts);
  const closed = await parts.tasks.task('thu-2', 1);
  expect(closed).toMatchObject({
    task: { revision: 2, closed: { meeting: 'thu-3' } },
    change: { by: null, why: 'freeze thu-3' },
  });
  expect(await gatherTasks({ meeting: session(3), at: cutOff }, parts)).toEqual(document);
  const fourth = session(4, { date: '2022-12-25' });
  const at = '2022-12-20T00:00:00.000Z';
  const withThird = {
    ...parts,
    session: async (id: string) => (id === 'thu-3' ? session(3) : parts.session(id)),
  };
  expect(await gatherTasks({ meeting: fourth, at }, withThird)).toMatchObject({ carried: 0, tasks: [] });
});

test('what was assigned or changed after the cut-off is not in it', async () => {
  const { parts } = await gathered([]);
  const at = '2022-08-05T12:00:00.000Z';
  const change = { schema: 'task-change/1' as const, by: 'thu-ky', at, why: 'gia hạn' };
  const before = await parts.tasks.task('thu-2', 1);
  const next = { ...task(1), revision: 2, deadline: '2022-12-31' };
  await parts.tasks.putTask({ task: next, change }, before);
  await parts.tasks.putTask({ task: task(2), change }, undefined);
  const document = await gatherTasks({ meeting: session(3), at: cutOff }, parts);
  expect(document.tasks.map(({ id, deadline }) => [id, deadline])).toEqual([['thu-2/1', '2022-07-31']]);
  const now = await gatherTasks({ meeting: session(3), at }, parts);
  expect(now.tasks.map(({ id, deadline }) => [id, deadline])).toEqual([
    ['thu-2/1', '2022-12-31'],
    ['thu-2/2', '2022-07-31'],
  ]);
});

test('a cancelled meeting is passed over; meetings in a circle and ones that are not there are faults', async () => {
  const of = (...all: Session[]) => ({
    session: async (id: string) => all.find((each) => each.id === id),
  });
  const third = session(3, { state: 'cancelled' });
  const chain = of(third, session(2), session(1));
  expect(await sessionsBefore(session(4), chain)).toEqual(['thu-2', 'thu-1']);
  await expect(sessionsBefore(session(4), of(session(3)))).rejects.toThrow('thu-2, which is not there');
  const circle = of(session(3, { previous: 'thu-4' }), session(4));
  await expect(sessionsBefore(session(4), circle)).rejects.toThrow('follows itself');
});
