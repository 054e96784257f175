import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ApiClient, type Person } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import type { MeetingCoverage } from '../../shared/aggregation/meeting-coverage.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { taskTable } from '../../shared/aws/task-table.ts';
import type { Snapshot } from '../../shared/briefing/snapshot.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import { unitsOn } from '../../shared/catalog/unit.ts';
import type { TaskView } from '../../shared/query/read-tasks.ts';
import { withSigned, withWithdrawn } from '../../shared/submissions/slot.ts';
import type { TaskReport, TasksDocument } from '../../shared/tasks/task.ts';
import { startService } from './service.ts';

/**
 * The tasks of three meetings on the stack of this machine: the first assigns 27, of which the second finds 15 done;
 * the third opens with the 12. Texts and reports are constructed; one is sent as a sheet, the others are put where its
 * reading puts them.
 */

let stack: Stack;
let api: ApiClient;
let dynamodb: DynamoDBClient;
let table: Table;
let secretariat: Person;
const period = '2026-Q3';
const leads = unitsOn(catalog, 'province', '2026-10-01').slice(0, 27);
const [first, second, third] = ['ubqg-20', 'ubqg-21', 'ubqg-22'];

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const credentials = { accessKeyId, secretAccessKey };
  dynamodb = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials });
  table = new Table(dynamodb, stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string);
  secretariat = await api.signIn({ subject: 'thu-ky', roles: ['secretariat'] });
  await plan(20, '2026-10-01', '2026-09-30T17:00:00');
  await plan(21, '2026-10-22', '2026-10-21T17:00:00');
  await plan(22, '2026-11-12', '2026-11-11T17:00:00');
}, 120_000);
afterAll(async () => {
  dynamodb.destroy();
  await stack.stop();
});

async function plan(number: number, date: string, cutOff: string): Promise<void> {
  await api.post('/v1/meetings', secretariat, {
    body: 'UBQG',
    number,
    date,
    theme: { vi: 'Phiên dựng', en: 'A constructed session' },
    asks: [
      { form: 'qd766', period },
      { form: 'cds', period },
    ],
    moments: { cutOff },
    constructed: true,
  });
}
const asked = (lead: string, number: number, more: object = {}) => ({
  text: `Nhiệm vụ dựng số ${number}`,
  lead,
  deliverable: 'Báo cáo kết quả',
  measure: 'Đã gửi',
  deadline: '2026-10-20',
  constructed: true,
  ...more,
});
const list = () => leads.map(({ code }, index) => asked(code, index + 1));
type Answer = { status: number; body: Record<string, unknown> & { code?: string; tasks: TaskView[] } };

async function send(method: string, path: string, person: Person, body: object, key = ''): Promise<Answer> {
  const answer = await fetch(`${stack.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': 'application/json',
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}
const tasksOf = (meeting: string, person = secretariat) =>
  api.get<TasksDocument & { provisional: boolean; snapshot?: string }>(
    `/v1/meetings/${meeting}/tasks`,
    person,
  );
const counts = ({ carried, assigned, done, continuing, notReported }: TasksDocument) => ({
  carried,
  assigned,
  done,
  continuing,
  notReported,
});

test('27 tasks are assigned once, however often the request comes; codes are resolved on the meeting’s day', async () => {
  const before = await send('POST', `/v1/meetings/${first}/tasks`, secretariat, { tasks: list() }, 'mot');
  expect(before.status).toBe(201);
  expect(before.body.tasks.map(({ id, lead }) => [id, lead])).toEqual(
    leads.map(({ id }, index) => [`${first}/${index + 1}`, id]),
  );
  const again = await send('POST', `/v1/meetings/${first}/tasks`, secretariat, { tasks: list() }, 'mot');
  expect(again).toEqual({ status: 200, body: before.body });
  const other = { tasks: list().slice(1) };
  expect(await send('POST', `/v1/meetings/${first}/tasks`, secretariat, other, 'mot')).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-reused' },
  });
  const { items, next } = await api.get<{ items: TaskView[]; next: null }>('/v1/tasks', secretariat);
  expect([items.length, next]).toEqual([27, null]);
});

test('every fault of a list is named, and nothing of it is kept', async () => {
  const tasks = [
    asked('00', 1),
    asked('01', 2, { with: ['XYZ'] }),
    asked('01', 3, { deadline: '2026-09-01' }),
  ];
  const answer = await send('POST', `/v1/meetings/${first}/tasks`, secretariat, { tasks });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toMatch(/tasks\.0\.lead.*tasks\.1\.with\.0.*tasks\.2\.deadline/);
  const none = await send('POST', `/v1/meetings/${first}/tasks`, secretariat, { tasks: [] });
  expect(none.status).toBe(400);
  const many = { tasks: Array.from({ length: 101 }, (_, index) => asked('01', index)) };
  expect((await send('POST', `/v1/meetings/${first}/tasks`, secretariat, many)).status).toBe(400);
  expect((await api.get<{ items: [] }>(`/v1/tasks?meeting=${first}`, secretariat)).items).toHaveLength(27);
});

test('a task is changed by who saw it last, and a unit is told of its own alone', async () => {
  const path = `/v1/tasks/${first}/27`;
  const change = { revision: 1, why: 'Địa phương đề nghị.', deadline: '2026-11-30', with: ['BTP'] };
  expect(await send('PUT', path, secretariat, change)).toMatchObject({
    status: 200,
    body: { revision: 2, deadline: '2026-11-30', withNames: ['Bộ Tư pháp'] },
  });
  const late = { ...change, deadline: '2026-12-31' };
  expect((await send('PUT', path, secretariat, late)).body.code).toBe('somebody-was-first');
  const own = leads[26]?.id as string;
  const reporter = await api.signIn({ subject: 'can-bo', roles: ['reporter'], unit: own });
  const ministry = await api.signIn({ subject: 'bo', roles: ['reporter'], unit: 'ministry:BTP' });
  for (const person of [reporter, ministry]) {
    const { items } = await api.get<{ items: TaskView[] }>('/v1/tasks', person);
    expect(items.map(({ id }) => id)).toEqual([`${first}/27`]);
    expect((await tasksOf(second, person)).tasks.map(({ id }) => id)).toEqual([`${first}/27`]);
  }
  const other = await api.get<{ items: [] }>(`/v1/tasks?unit=${leads[0]?.id}`, reporter);
  expect(other.items).toEqual([]);
  expect((await send('PUT', path, reporter, change)).status).toBe(403);
  expect((await fetch(`${stack.url}/v1/tasks`)).status).toBe(401);
});

test('the first meeting has none: what it assigns is the next one’s', async () => {
  await api.moveClock(instantOf('2026-09-30T17:15:00'));
  const frozen = await tasksOf(first);
  expect(counts(frozen)).toEqual({ carried: 0, assigned: 0, done: 0, continuing: 0, notReported: 0 });
  expect(frozen).toMatchObject({ provisional: false, previous: null });
});

test('the leads report: on forms that the meeting asks for, on that of tasks, and by a sheet that is really sent', async () => {
  await api.moveClock('2026-10-10T02:00:00.000Z');
  for (const [index, { id }] of leads.entries()) {
    const number = index + 1;
    if (number <= 15) await report(id, number, 'done', index % 2 === 0 ? 'qd766' : 'nhiem-vu');
    // Continuing with a cause, by a sheet that is really sent, and taken back.
    else if (number <= 25) await report(id, number, 'continuing', 'cds');
    else if (number === 27) await report(id, number, 'done', 'cds', 'withdrawn');
  }
  await sendSheet(leads[25]?.id as string, 26);
  // The form that the meeting asks for first is believed: its word is that task 16 continues.
  await report(leads[15]?.id as string, 16, 'done', 'nhiem-vu');
  expect(await tasksOf(second)).toMatchObject({ assigned: 27, done: 15, provisional: true });
});

test('the second finds 15 done and 12 continuing, as they stood at its cut-off', async () => {
  const provisional = await tasksOf(second);
  expect(provisional.provisional).toBe(true);
  await expect(api.get(`/v1/public/meetings/${second}/tasks`)).rejects.toThrow('404');
  await api.moveClock(instantOf('2026-10-21T17:15:00'));
  const frozen = await tasksOf(second);
  expect(counts(frozen)).toEqual({ carried: 0, assigned: 27, done: 15, continuing: 12, notReported: 1 });
  expect(frozen.tasks[15]).toMatchObject({
    state: 'continuing',
    cause: 'Chưa đủ kinh phí',
    told: { form: 'cds' },
  });
  expect(frozen.tasks[25]).toMatchObject({
    state: 'continuing',
    cause: 'Chờ bố trí kinh phí',
    told: { unit: leads[25]?.id, form: 'nhiem-vu', period, version: 1, at: { sheet: 'Nhiệm vụ' } },
  });
  expect(frozen).toMatchObject({ provisional: false, snapshot: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { provisional: _, snapshot: __, ...content } = frozen;
  const { provisional: ___, ...before } = provisional;
  expect(content).toEqual(before);
  expect(await api.get(`/v1/public/meetings/${second}/tasks`)).toEqual(frozen);
  // Tasks 2, 4 … 14 and 16 by hand, 26 by its sheet: what was read of them is named as every other input is.
  const { manifest } = await api.get<Snapshot>(`/v1/meetings/${second}/snapshot`, secretariat);
  expect(manifest.inputs.filter(({ form }) => form === 'nhiem-vu')).toHaveLength(9);
  const closed = await api.get<{ items: TaskView[] }>('/v1/tasks?state=closed', secretariat);
  expect(closed.items.map(({ number, closed: at }) => [number, at?.meeting])).toEqual(
    Array.from({ length: 15 }, (_, index) => [index + 1, second]),
  );
  const change = { revision: 2, why: 'Sửa.', deadline: '2027-01-31' };
  expect((await send('PUT', `/v1/tasks/${first}/1`, secretariat, change)).body.code).toBe('task-closed');
});

test('the third opens with the 12, before what the second assigned', async () => {
  const tasks = [asked('BCA', 1, { deadline: '2026-12-31' }), asked('BTP', 2, { deadline: '2026-12-31' })];
  await send('POST', `/v1/meetings/${second}/tasks`, secretariat, { tasks });
  const opens = await tasksOf(third);
  expect(counts(opens)).toMatchObject({ carried: 12, assigned: 2, continuing: 14 - opens.done });
  expect(opens.tasks.map(({ id }) => id)).toEqual([
    ...Array.from({ length: 12 }, (_, index) => `${first}/${index + 16}`),
    `${second}/1`,
    `${second}/2`,
  ]);
});

test('coverage of a meeting adds its forms up: frozen as it was, provisional as it is, public both', async () => {
  const coverageOf = (meeting: string) =>
    api.get<MeetingCoverage & { provisional: boolean }>(`/v1/meetings/${meeting}/coverage`, secretariat);
  const [one, two] = [await coverageOf(first), await coverageOf(second)];
  expect(one).toMatchObject({ provisional: false, totals: { expected: 68, counted: 0, missing: 68 } });
  // Eight of qd766 (odd numbers up to 15), ten of cds; one of cds was withdrawn. All came after 25 September.
  expect(two.totals).toMatchObject({ expected: 68, counted: 18, late: 18, missing: 50, revised: 0 });
  expect(two.asks.map(({ form, rule }) => [form, rule?.regime])).toEqual([
    ['qd766', 'government'],
    ['cds', 'government'],
  ]);
  expect(await api.get(`/v1/public/meetings/${second}/coverage`)).toEqual(two);
  expect(await coverageOf(third)).toMatchObject({ provisional: true, totals: { expected: 68 } });
});

/** The unit's template, filled in, sent and signed by its people: the task continues, with its cause. */
async function sendSheet(unit: string, number: number): Promise<void> {
  const reporter = await api.signIn({ subject: 'can-bo-26', roles: ['reporter'], unit });
  const approver = await api.signIn({ subject: 'lanh-dao-26', roles: ['approver'], unit });
  const template = await api.file(`/v1/forms/nhiem-vu/template.xlsx?unit=${unit}&period=${period}`, reporter);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(template) as unknown as ArrayBuffer);
  const rows: number[] = [];
  workbook.getWorksheet('Nhiệm vụ')?.eachRow((row) => {
    if (row.getCell(2).value !== `${first}/${number}`) return;
    rows.push(row.number);
    for (const [at, value] of ['Chưa hoàn thành', null, null, 'Chờ bố trí kinh phí'].entries())
      row.getCell(6 + at).value = value;
  });
  expect(rows).toHaveLength(1);
  const body = new Uint8Array(await workbook.xlsx.writeBuffer());
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const file = { unit, form: 'nhiem-vu', period, fileName: 'nhiem-vu.xlsx', contentType, body };
  const ticket = await api.open(reporter, 'nhiem-vu-26', file);
  await api.put(ticket, body);
  await stack.idle();
  const submission = await api.submission(approver, ticket.id);
  expect(submission.state).toBe('checked');
  await api.sign(approver, submission, {});
  await stack.idle();
}

/** A standing report of a unit that says one thing of one task, put beside the sheet's reading. */
async function report(
  unit: string,
  number: number,
  state: TaskReport['state'],
  form: string,
  then?: 'withdrawn',
): Promise<void> {
  const submission = `${number}${form}`.replace(/\W/g, '').padEnd(32, '0');
  const done = state === 'done';
  await taskTable(table).putTaskReports(submission, [
    {
      task: `${first}/${number}`,
      state,
      doneOn: done ? '2026-10-09' : null,
      result: done ? 'Đã gửi' : null,
      cause: done ? null : 'Chưa đủ kinh phí',
      at: { sheet: 'Nhiệm vụ', cell: `C${number}` },
    },
  ]);
  const key = { unit, form, period };
  const at = '2026-10-10T02:00:00.000Z';
  const signed = withSigned(key, undefined, {
    submission,
    sha256: 'a'.repeat(64),
    receivedAt: at,
    signedAt: at,
    signedBy: 'nguoi-ky',
    explanations: {},
    pages: [],
    why: null,
    nil: false,
    onBehalfOf: null,
  });
  const submissions = submissionTable(table);
  await submissions.moveSlot(signed);
  if (then)
    await submissions.moveSlot(withWithdrawn(key, signed, submission, { at, by: 'nguoi-ky', why: 'Sai.' }));
}
