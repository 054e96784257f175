import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ApiClient, type Person, type SubmissionAnswer } from '../../local/job/api-client.ts';
import { readSamples } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import { startService } from './service.ts';

/** The workbooks that people get from the service: their own with its findings marked, and the one to fill in. */

const unit = 'province:82@2025';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { form, period } = readSamples();
let stack: Stack;
let reporter: Person;

beforeAll(async () => {
  stack = await startService();
  reporter = await new ApiClient(stack.url).signIn({ unit, roles: ['reporter'], subject: 'reporter-82' });
}, 60_000);
afterAll(() => stack.stop());

function get(path: string, redirect: RequestRedirect = 'follow'): Promise<Response> {
  return fetch(stack.url + path, { headers: { authorization: `Bearer ${reporter.token}` }, redirect });
}

async function submit(fileName: string, body: Uint8Array): Promise<SubmissionAnswer> {
  const api = new ApiClient(stack.url);
  const ticket = await api.open(reporter, `workbooks-${fileName.length}`, {
    unit,
    form,
    period,
    fileName,
    contentType: xlsxType,
    body,
  });
  await api.put(ticket, body);
  await stack.idle();
  return api.submission(reporter, ticket.id);
}

async function loaded(bytes: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

async function template(): Promise<ExcelJS.Workbook> {
  const answer = await get(`/v1/forms/${form}/template.xlsx?unit=82&period=${period}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, xlsxType]);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  // RFC 8187: "Biểu QĐ 766 quý III-2026 - Đồng Tháp" in UTF-8, percent-encoded.
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''Bi%E1%BB%83u%20Q%C4%90%20766%20qu%C3%BD%20III-2026%20-%20%C4%90%E1%BB%93ng%20Th%C3%A1p.xlsx`,
  );
  return loaded(await answer.arrayBuffer());
}

/** Every ratio as a of b, and 5 points for every score. */
async function filled(workbook: ExcelJS.Workbook, a: number, b: number): Promise<Uint8Array> {
  workbook.getWorksheet('Biểu mẫu')?.eachRow((row) => {
    const isOpen = (column: number) => row.getCell(column).protection?.locked === false;
    if (isOpen(5)) [row.getCell(5).value, row.getCell(6).value] = [a, b];
    else if (isOpen(7)) row.getCell(7).value = 5;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('the template', () => {
  test('filled in, it is sent and passes; nothing was found, so there is no marked workbook', async () => {
    const sent = await submit('Đúng.xlsx', await filled(await template(), 1, 2));
    expect([sent.state, sent.counts]).toMatchObject(['checked', { errors: 0, warnings: 0 }]);
    // Nobody has signed it: no browser may keep what it says.
    for (const told of ['figures', 'findings']) {
      const { status, headers } = await get(`/v1/submissions/${sent.id}/${told}`);
      expect([told, status, headers.get('cache-control')]).toEqual([told, 200, 'private, no-store']);
    }
    const answer = await get(`/v1/submissions/${sent.id}/workbook`, 'manual');
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'no-workbook']);
  });

  test.each([
    [`/v1/forms/khong-co/template.xlsx?unit=82&period=${period}`, 422, 'form-unknown'],
    [`/v1/forms/${form}/template.xlsx?unit=82&period=2020-Q1`, 422, 'period-unknown'],
    [`/v1/forms/${form}/template.xlsx?unit=82`, 400, 'parameter-malformed'],
    [`/v1/forms/${form}/template.xlsx?unit=82&period=${period}&x=1`, 400, 'parameter-malformed'],
    [`/v1/forms/${form}/template.xlsx?unit=01&period=${period}`, 404, 'not-found'],
  ])('%s is %i %s', async (path, status, code) => {
    const answer = await get(path);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });
});

test('a returned file is handed back with its findings marked, under its own name', async () => {
  const sent = await submit('Biểu 766 (sai).xlsx', await filled(await template(), 3, 2));
  expect(sent.state).toBe('returned');
  const redirect = await get(`/v1/submissions/${sent.id}/workbook`, 'manual');
  const location = new URL(redirect.headers.get('location') ?? '');
  expect([redirect.status, location.pathname.endsWith(`/marked/${sent.id}.xlsx`)]).toEqual([302, true]);
  // S3 takes no token beside a signature: a client that follows must leave it behind.
  const file = await fetch(location);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, xlsxType]);
  expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toBe(
    "attachment; filename*=UTF-8''Biểu 766 (sai) (đã kiểm tra).xlsx",
  );
  const workbook = await loaded(await file.arrayBuffer());
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Biểu mẫu', 'Hướng dẫn', 'Kết quả kiểm tra']);
  const { findings } = await new ApiClient(stack.url).get<{
    findings: { at: { cell: string } | null; message: { vi: string } }[];
  }>(`/v1/submissions/${sent.id}/findings`, reporter);
  expect(findings.length).toBeGreaterThanOrEqual(19);
  for (const { at, message } of findings) {
    const cell = at && workbook.getWorksheet('Biểu mẫu')?.getCell(at.cell);
    if (cell) expect(JSON.stringify(cell.note)).toContain(message.vi);
  }
});
