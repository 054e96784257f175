import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiClient, type Person, type SubmissionAnswer } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import { Bucket } from '../../shared/aws/bucket.ts';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { recordBucket } from '../../shared/aws/record-bucket.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { contextFrom } from '../../shared/normalisation/context.ts';
import type { FindingsView } from '../../shared/query/read-submission.ts';
import { csvText, figures, formRows, indicatorRows, titleRows } from '../unit/normalisation/form-files.ts';
import { startService } from './service.ts';

/** A report, mended and sent again, and the next quarter's: what the service holds each against, over HTTP. */

const unit = 'province:82@2025';
const form = 'qd766';
let stack: Stack;
let api: ApiClient;
let reporter: Person;
let approver: Person;

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter-82' });
  approver = await api.signIn({ unit, roles: ['approver'], subject: 'approver-82' });
}, 60_000);
afterAll(() => stack.stop());

function report(period: string, changed: Record<string, string[]>): Uint8Array {
  const title = [...titleRows.slice(0, 2), [`Kỳ báo cáo: ${period}`]];
  return new TextEncoder().encode(csvText(formRows({ title, rows: indicatorRows(changed) })));
}

/** Sends a file and waits until it was read. */
async function send(key: string, period: string, body: Uint8Array): Promise<string> {
  const file = { unit, form, period, fileName: `${key}.csv`, contentType: 'text/csv', body };
  const ticket = await api.open(reporter, key, file);
  await api.put(ticket, file.body);
  await stack.idle();
  return ticket.id;
}

const contextOf = (period: string) => api.get<object>(`/v1/contexts/82/${form}/${period}`, reporter);
const findingsOf = (id: string) => api.get<FindingsView>(`/v1/submissions/${id}/findings`, reporter);

/** What a check on one's own machine says, with the context that the service gives. */
async function checked(context: object, period: string, body: Uint8Array) {
  const request = { fileName: 'a', sha256: '0'.repeat(64), unit, form, period };
  const parts = { inflateRaw, catalog, context: contextFrom(context) };
  return (await checkFile(bytesInMemory(body), request, parts)).report;
}

const faulty = report('Quý III/2026', {
  ...figures('766.PUBLISH_ON_TIME', '3', '2', ''),
  ...figures('766.TDGQ', '-358660', '405424', ''),
});
const mended = report('Quý III/2026', figures('766.TDGQ', '358660', '405424', ''));
let first: string;
let second: string;

test('the first attempt is held against nothing', async () => {
  expect(await contextOf('2026-Q3')).toMatchObject({
    schema: 'context/2',
    tasks: [],
    last: null,
    previous: null,
  });
  first = await send('first', '2026-Q3', faulty);
  const view = await findingsOf(first);
  expect(view.changes).toBeNull();
  expect(view.groups.map(({ code, count }) => [code, count])).toEqual([
    ['numerator-over-denominator', 1],
    ['negative', 1],
  ]);
});

test('the second says what was mended, and is the same as a check before sending', async () => {
  const context = await contextOf('2026-Q3');
  expect(context).toMatchObject({ previous: { submission: first, whole: true } });
  const before = await checked(context, '2026-Q3', mended);
  second = await send('second', '2026-Q3', mended);
  const view = await findingsOf(second);
  expect(view.verdict).toBe('passed');
  expect(view.changes).toMatchObject({ previous: first, new: [], same: 0, whole: true });
  expect(view.changes?.mended.map(({ code, about, cell }) => [code, about, cell])).toEqual([
    ['numerator-over-denominator', '766.PUBLISH_ON_TIME', 'E5'],
    ['negative', '766.TDGQ', 'E9'],
  ]);
  expect(view.changes?.mended.map(({ message }) => message?.vi.slice(0, 12))).toEqual([
    'Tử số (a) kh',
    'Tử số, mẫu s',
  ]);
  expect(view.context).toMatch(/^[0-9a-f]{64}$/);
  expect(view).toMatchObject({
    context: before.context,
    changes: before.changes,
    notRun: before.notRun,
    groups: before.groups,
    findings: before.findings,
    counts: before.counts,
  });
});

test('the next quarter is held against what stands, and not against what does not', async () => {
  expect(await contextOf('2026-Q4')).toMatchObject({ last: null });
  const submission = await api.get<SubmissionAnswer>(`/v1/submissions/${second}`, approver);
  await api.sign(approver, submission, {});
  const context = await contextOf('2026-Q4');
  expect(context).toMatchObject({ last: { period: '2026-Q3', submission: second }, previous: null });
  const next = report('Quý IV/2026', figures('766.TDGQ', '35866', '40542', ''));
  const view = await findingsOf(await send('next', '2026-Q4', next));
  expect(view.notRun).toEqual([]);
  // 40,542 − 405,424.
  expect(view.findings.map(({ code, about, difference }) => [code, about, difference])).toEqual([
    ['jump', '766.TDGQ', '-364882'],
  ]);
  expect(view.context).toBe((await checked(context, '2026-Q4', next)).context);
});

test('what a file was held against is kept once: whoever comes later finds the first', async () => {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const s3 = new S3Client({ region, endpoint: endpoints.s3, credentials: { accessKeyId, secretAccessKey } });
  const name = stack.resources
    .list('AWS::S3::Bucket')
    .find(({ logicalId }) => logicalId.startsWith('Records'));
  const records = recordBucket(new Bucket(s3, name?.physicalId as string));
  const context = contextFrom(await contextOf('2026-Q3'));
  const id = 'e'.repeat(32);
  const known = async (version: string) => version === context.catalog;
  expect(await records.keepContext(id, context, known)).toEqual(context);
  expect(await records.keepContext(id, { ...context, rules: {} }, known)).toEqual(context);
  // A catalogue that was published meanwhile changes nothing about a reading that had begun …
  const later = { ...context, catalog: '2099.1' };
  expect(await records.keepContext(id, later, known)).toEqual(context);
  // … unless the one under which it had begun is held no more.
  expect(await records.keepContext('d'.repeat(32), later, known)).toEqual(later);
  expect(await records.keepContext('d'.repeat(32), context, known)).toEqual(context);
  // What was begun before a new engine was deployed is begun anew, and not stuck for ever.
  const newer = { ...context, engine: 'next', rules: {} };
  expect(await records.keepContext(id, newer, known)).toEqual(newer);
  expect(await records.keepContext(id, { ...newer, rules: context.rules }, known)).toEqual(newer);
  s3.destroy();
});

test('findings are read as CSV too, and as nothing else', async () => {
  const read = (format: string) =>
    fetch(`${stack.url}/v1/submissions/${first}/findings?format=${format}`, {
      headers: { authorization: `Bearer ${reporter.token}` },
    });
  const answer = await read('csv');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="findings-${first}.csv"`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('Lỗi / Error,negative,,E9,766.TDGQ,-358660');
  const refused = await read('xml');
  expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'parameter-malformed' }]);
});

test('a context is asked for by the unit’s own people, analysts and the secretariat', async () => {
  const stranger = await api.signIn({
    unit: 'province:14@2008',
    roles: ['reporter'],
    subject: 'reporter-14',
  });
  await expect(api.get(`/v1/contexts/82/${form}/2026-Q3`, stranger)).rejects.toMatchObject({ status: 404 });
  await expect(api.get(`/v1/contexts/82/${form}/2026-H1`, reporter)).rejects.toMatchObject({ status: 422 });
  const analyst = await api.signIn({ roles: ['analyst'], subject: 'analyst' });
  expect(await api.get(`/v1/contexts/82/${form}/2026-Q3`, analyst)).toMatchObject({ unit });
});
