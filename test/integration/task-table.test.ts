import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import dynalite from 'dynalite';
import { Table } from '../../shared/aws/table.ts';
import { taskTable } from '../../shared/aws/task-table.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { type Slot, slotName, withSigned } from '../../shared/submissions/slot.ts';
import { closeDone } from '../../shared/tasks/close-tasks.ts';
import { gatherTasks } from '../../shared/tasks/gather-tasks.ts';
import type { Task, TaskStore } from '../../shared/tasks/task.ts';
import { report, session, task, tasksInMemory } from '../unit/tasks/task-cases.ts';

/** Tasks as they stood at an instant, in the table itself and in the double of the unit tests: they say the same. */

const TableName = 'tasks-trial';
const server = dynalite({ createTableMs: 0 });
let client: DynamoDBClient;

beforeAll(async () => {
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'trial', secretAccessKey: 'trial' };
  client = new DynamoDBClient({ region: 'local', endpoint, credentials });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  );
});
afterAll(() => {
  client.destroy();
  return new Promise((closed) => void server.close(closed));
});

const cutOff = '2022-08-05T10:00:00.000Z';
const between = '2022-08-05T10:05:00.000Z';
const key = { unit: 'ministry:BCA', form: 'mau-a', period: '2022-Q2' };
const signedAt = '2022-08-01T00:00:00.000Z';
const stood: Slot = withSigned(key, undefined, {
  submission: 'said',
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
const submissions = { slots: async () => new Map([[slotName(key), stood]]) };
const sessions = new Map([1, 2, 3].map((number) => [`thu-${number}`, session(number)]));

async function put(tasks: TaskStore, next: Task, at: string): Promise<void> {
  const before = await tasks.task(next.meeting, next.number);
  const revision = (before?.task.revision ?? 0) + 1;
  const change = { schema: 'task-change/1' as const, by: 'thu-ky', at, why: 'x' };
  expect(await tasks.putTask({ task: { ...next, revision }, change }, before)).toBe('put');
}

describe.each([
  ['the table', () => taskTable(new Table(client, TableName))],
  ['the double', () => tasksInMemory()],
])('%s', (_, storeOf) => {
  test('changed after the cut-off, closed, read again: as it was at the cut-off', async () => {
    const tasks = storeOf();
    const parts = { catalog, tasks, submissions, session: async (id: string) => sessions.get(id) };
    const read = (at: string) => gatherTasks({ meeting: session(3), at }, parts);
    await put(tasks, task(1), '2022-04-27T03:00:00.000Z');
    await put(tasks, task(1, { measure: 'Đã trình' }), '2022-05-10T03:00:00.000Z');
    await put(tasks, task(2), '2022-04-27T03:00:00.000Z');
    await tasks.putTaskReports('said', [report('thu-2/1', 'done'), report('thu-2/2', 'continuing')]);
    const first = await read(cutOff);
    expect(first.tasks.map(({ id, measure, state }) => [id, measure, state])).toEqual([
      ['thu-2/1', 'Đã trình', 'done'],
      ['thu-2/2', 'Đã ban hành', 'continuing'],
    ]);
    await put(tasks, task(1, { text: 'Sửa sau khi chốt', lead: 'ministry:BQP' }), between);
    expect(await read(cutOff)).toEqual(first);
    // A freeze that runs late, and dies after its marks.
    await closeDone({ document: first, at: cutOff }, { tasks });
    expect(await read(cutOff)).toEqual(first);
    await closeDone({ document: await read(cutOff), at: cutOff }, { tasks });
    expect(await tasks.task('thu-2', 1)).toMatchObject({
      task: { revision: 4, text: 'Sửa sau khi chốt', closed: { meeting: 'thu-3' } },
      change: { by: null, at: cutOff },
    });
    const told = async (at: string) =>
      (await tasks.tasksAt(at))
        .map(({ number, text, closed }) => [number, text, closed?.meeting ?? null])
        .sort();
    expect(await told(cutOff)).toEqual([
      [1, 'Nhiệm vụ dựng số 1', 'thu-3'],
      [2, 'Nhiệm vụ dựng số 2', null],
    ]);
    expect(await told(between)).toEqual([
      [1, 'Sửa sau khi chốt', 'thu-3'],
      [2, 'Nhiệm vụ dựng số 2', null],
    ]);
    expect(await told('2022-05-01T00:00:00.000Z')).toEqual([
      [1, 'Nhiệm vụ dựng số 1', null],
      [2, 'Nhiệm vụ dựng số 2', null],
    ]);
    expect(await told('2022-04-01T00:00:00.000Z')).toEqual([]);
  });
});
