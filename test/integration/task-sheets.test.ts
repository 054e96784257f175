import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ApiClient, type Person, type SubmissionAnswer } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import { Table } from '../../shared/aws/table.ts';
import { taskTable } from '../../shared/aws/task-table.ts';
import type { FindingsView } from '../../shared/query/read-submission.ts';
import type { Task, TaskStore } from '../../shared/tasks/task.ts';
import { startService } from './service.ts';

/** A ministry tells how its tasks stand, over HTTP: template, file, findings, signature. The tasks are made up. */

const unit = 'ministry:BNV';
const slot = { unit, form: 'nhiem-vu', period: '2026-Q3' };
let stack: Stack;
let api: ApiClient;
let client: DynamoDBClient;
let store: TaskStore;
let reporter: Person;
let approver: Person;

const task = (number: number, text: string, more: Partial<Task> = {}): Task => ({
  schema: 'task/1',
  id: `ubqg-10/${number}`,
  revision: 1,
  meeting: 'ubqg-10',
  number,
  text,
  lead: unit,
  with: [],
  deliverable: 'Báo cáo',
  measure: 'Có báo cáo',
  assignedOn: '2025-02-06',
  deadline: '2026-12-31',
  closed: null,
  constructed: true,
  ...more,
});
const tasks = [
  task(1, 'Kết nối cơ sở dữ liệu cán bộ, công chức'),
  task(2, 'Công bố danh mục dữ liệu mở'),
  task(3, 'Rà soát thủ tục hành chính', { lead: 'province:82@2025', with: [unit] }),
  task(4, 'Bồi dưỡng kỹ năng số', { closed: { meeting: 'ubqg-11' } }),
];

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter-bnv' });
  approver = await api.signIn({ unit, roles: ['approver'], subject: 'approver-bnv' });
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const credentials = { accessKeyId, secretAccessKey };
  client = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials });
  const name = stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string;
  store = taskTable(new Table(client, name));
  const change = {
    schema: 'task-change/1',
    by: null,
    at: '2025-02-06T02:00:00.000Z',
    why: 'assigned',
  } as const;
  for (const each of tasks) await store.putTask({ task: each, change }, undefined);
}, 60_000);
afterAll(async () => {
  client.destroy();
  await stack.stop();
});

async function send(key: string, body: Uint8Array, form = slot.form, from = unit): Promise<string> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const file = { ...slot, form, unit: from, fileName: `${key}.xlsx`, contentType: type, body };
  const ticket = await api.open(reporter, key, file);
  await api.put(ticket, body);
  await stack.idle();
  return ticket.id;
}

const template = () => api.file(`/v1/forms/nhiem-vu/template.xlsx?unit=BNV&period=2026-Q3`, reporter);
const findings = (id: string) => api.get<FindingsView>(`/v1/submissions/${id}/findings`, reporter);

/** The template with the cells of the rows of tasks filled in: state, day, result, cause. */
async function filled(...rows: (string | null)[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await template()) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('Nhiệm vụ') as ExcelJS.Worksheet;
  let at = 0;
  sheet.eachRow((row) => {
    if (!String(row.getCell(2).value).startsWith('ubqg-10/')) return;
    for (const [column, value] of (rows[at] ?? []).entries()) row.getCell(6 + column).value = value;
    at += 1;
  });
  expect(at).toBe(2);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('the context names the tasks that the ministry leads or works with', async () => {
  const context = await api.get<{ day: string; tasks: object[] }>(
    '/v1/contexts/BNV/nhiem-vu/2026-Q3',
    reporter,
  );
  expect(context.tasks).toEqual([
    { ...shown(1), role: 'lead', open: true },
    { ...shown(2), role: 'lead', open: true },
    { ...shown(4), role: 'lead', open: false },
    { ...shown(3), role: 'with', open: true },
  ]);
});

const shown = (number: number) => {
  const { id, text, deadline, assignedOn } = tasks[number - 1] as Task;
  return { id, text, deadline, assignedOn };
};

test('what is not told right is returned, at its cell, and nothing of it is kept', async () => {
  const id = await send('first', await filled(['Hoàn thành'], ['Chưa hoàn thành']));
  const view = await findings(id);
  expect(view.findings.map(({ code, about, at }) => [code, about, at?.sheet])).toEqual([
    ['task-cause-missing', 'ubqg-10/2', 'Nhiệm vụ'],
  ]);
  expect(view.verdict).toBe('returned');
  expect(await store.taskReportsOf([id])).toEqual(new Map());
  const marked = await api.file(`/v1/submissions/${id}/workbook`, reporter);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(marked) as unknown as ArrayBuffer);
  const at = view.findings[0]?.at?.cell as string;
  expect(JSON.stringify(workbook.getWorksheet('Nhiệm vụ')?.getCell(at).note)).toContain('nguyên nhân');
});

test('the filled template passes, is signed and is kept by its submission', async () => {
  const id = await send(
    'second',
    await filled(
      ['Hoàn thành', '15/8/2026', 'Đã kết nối', null],
      ['Chưa hoàn thành', null, null, 'Chờ kinh phí'],
    ),
  );
  const view = await findings(id);
  expect(view).toMatchObject({ verdict: 'passed', findings: [] });
  expect(view.changes?.mended.map(({ code }) => code)).toEqual(['task-cause-missing']);
  const submission = await api.get<SubmissionAnswer>(`/v1/submissions/${id}`, approver);
  expect(submission.state).toBe('checked');
  await api.sign(approver, submission, {});
  await stack.idle();
  expect((await api.get<SubmissionAnswer>(`/v1/submissions/${id}`, approver)).standingVersion).toBe(1);
  const reports = (await store.taskReportsOf([id])).get(id);
  expect(reports?.map(({ at: _, ...rest }) => rest)).toEqual([
    { task: 'ubqg-10/1', state: 'done', doneOn: '2026-08-15', result: 'Đã kết nối', cause: null },
    { task: 'ubqg-10/2', state: 'continuing', doneOn: null, result: null, cause: 'Chờ kinh phí' },
  ]);
  expect(view.tasks).toEqual(reports);
});

test('a round without figures is told: who reported, and nobody who owes', async () => {
  const analyst = await api.signIn({ roles: ['analyst'], subject: 'analyst' });
  const coverage = await api.get<{ counts: Record<string, number>; units: { id?: string; unit?: string }[] }>(
    '/v1/periods/2026-Q3/coverage?form=nhiem-vu',
    analyst,
  );
  expect(coverage.counts).toMatchObject({ reported: 1, late: 0 });
  expect(JSON.stringify(coverage)).toContain(unit);
});

test('a unit without tasks has a sheet without rows', async () => {
  const person = await api.signIn({ unit: 'province:52@2025', roles: ['reporter'], subject: 'reporter-52' });
  const bytes = await api.file('/v1/forms/nhiem-vu/template.xlsx?unit=52&period=2026-Q3', person);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Nhiệm vụ']);
  const figures = await api.file('/v1/forms/qd766/template.xlsx?unit=52&period=2026-Q3', person);
  await workbook.xlsx.load(Buffer.from(figures) as unknown as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Biểu mẫu', 'Hướng dẫn']);
});
