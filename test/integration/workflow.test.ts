import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { Lineage } from '../../shared/query/read-lineage.ts';
import type { SubmissionView } from '../../shared/query/read-submission.ts';
import { otherBytes } from './other-bytes.ts';
import { startService, tableContent } from './service.ts';

/** A submission among its people, over HTTP: question, answer, signature, evidence, withdrawal, anew. */

const { form, period, files } = readSamples();
const sample = files.find((file) => file.unitCode === '82') as Sample;
const unit = 'province:82@2025';
const round = `unit=82&form=${form}&period=${period}`;
const evidence = Buffer.from('%PDF-1.7 công văn đã ký');
const evidenceName = 'Công văn 123 (đã ký) 1+2%.pdf';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Ticket = { method: string; url: string; headers: Record<string, string> };
type Answer<T> = { status: number; body: T };
type Problem = { code: string };

let stack: Stack;
const tokens = new Map<string, string>();
let first: string;
let second: string;

beforeAll(async () => {
  stack = await startService();
  const people: [string, string[], string?][] = [
    ['reporter', ['reporter'], unit],
    ['approver', ['approver'], unit],
    ['both', ['reporter', 'approver'], unit],
    ['analyst', ['analyst']],
    ['secretariat', ['secretariat']],
    ['other', ['reporter', 'approver'], 'province:14@2008'],
  ];
  for (const [subject, roles, own] of people) {
    const answer = await fetch(`${stack.url}/_local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject, roles, ...(own ? { unit: own } : {}) }),
    });
    tokens.set(subject, ((await answer.json()) as { token: string }).token);
  }
  first = await submit('reporter', 'first');
}, 60_000);
afterAll(() => stack.stop());

async function call<T = Problem>(
  who: string,
  method: string,
  path: string,
  body?: object,
  key?: string,
): Promise<Answer<T>> {
  const answer = await fetch(`${stack.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${tokens.get(who)}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? answer.headers : JSON.parse(text)) as T };
}

async function put(ticket: Ticket, bytes: Uint8Array): Promise<number> {
  const { 'content-length': _length, ...headers } = ticket.headers;
  const answer = await fetch(ticket.url, { method: 'PUT', headers, body: Buffer.from(bytes) });
  await answer.arrayBuffer();
  return answer.status;
}

/** The province's report, in bytes of its own for each revision. */
function reportFor(key: string): Uint8Array {
  return key === 'first' ? sample.body : otherBytes(sample.body, key);
}

function announced(body: Uint8Array) {
  const { fileName, contentType } = sample;
  return { unit: '82', form, period, fileName, contentType, bytes: body.byteLength, sha256: sha256(body) };
}

/** Opens and puts a report, and waits until it was read. */
async function submit(who: string, key: string, body = reportFor(key)): Promise<string> {
  const opened = await call<{ id: string; upload: Ticket }>(
    who,
    'POST',
    '/v1/submissions',
    announced(body),
    key,
  );
  expect(await put(opened.body.upload, body)).toBe(200);
  await stack.idle();
  expect((await view(opened.body.id)).state).toBe('checked');
  return opened.body.id;
}

async function view(id: string, who = 'reporter'): Promise<SubmissionView> {
  return (await call<SubmissionView>(who, 'GET', `/v1/submissions/${id}`)).body;
}

const reason = 'Rà soát lại số liệu quý III.';
async function sign<T = Problem>(
  who: string,
  id: string,
  replaces: number,
  why = replaces > 0 ? reason : '',
): Promise<Answer<T>> {
  const { sha256: digest } = await view(id, who);
  const body = { sha256: digest, explanations: explained, replaces, why };
  return call<T>(who, 'POST', `/v1/submissions/${id}/sign`, body);
}
const explained: Record<string, string> = {};

async function coverage(): Promise<
  CoverageDocument['units'][number] & { onTime: number; late: number; missing: number; notDue: number }
> {
  await stack.idle();
  const path = `/v1/periods/${period}/coverage?form=${form}`;
  const { units, counts } = (await call<CoverageDocument>('analyst', 'GET', path)).body;
  const { onTime, late, missing, notDue } = counts;
  const unit = units.find(({ code }) => code === '82') as CoverageDocument['units'][number];
  return { ...unit, onTime, late, missing, notDue };
}

test('an analyst returns it with a question at a cell, once', async () => {
  for (const code of (await view(first)).warnings) explained[code] = 'Đúng như nguồn công bố.';
  const question = { question: 'Vì sao mẫu số giảm?', at: { sheet: 'Biểu 766', cell: 'E12' } };
  const path = `/v1/submissions/${first}/return`;
  const asked = await call<{ number: number }>('analyst', 'POST', path, question, 'q1');
  expect([asked.status, asked.body.number]).toEqual([201, 1]);
  const again = await call<{ number: number }>('analyst', 'POST', path, question, 'q1');
  expect([again.status, again.body.number]).toEqual([200, 1]);
  const elsewhere = { ...question, at: { sheet: 'Biểu 766', cell: 'B9' } };
  expect(await call('analyst', 'POST', path, elsewhere, 'q1')).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-reused' },
  });
  expect(await call('analyst', 'POST', `${path}?cell=E12`, question)).toMatchObject({
    status: 400,
    body: { code: 'parameter-malformed' },
  });
  const { state, questions } = await view(first);
  expect(state).toBe('questioned');
  expect(questions).toMatchObject([
    { number: 1, question: question.question, cell: question.at, by: 'analyst', answer: null },
  ]);
});

test('it cannot be signed while the question is open; the reporter answers', async () => {
  expect(await sign('approver', first, 0)).toMatchObject({ status: 409, body: { code: 'question-open' } });
  const path = `/v1/submissions/${first}/answers`;
  const wrong = await call('reporter', 'POST', path, { answer: 'x', to: 2 });
  expect(wrong).toMatchObject({ status: 409, body: { code: 'question-not-open' } });
  const answered = await call('reporter', 'POST', path, { answer: 'Do sáp nhập đơn vị.', to: 1 });
  expect(answered.status).toBe(201);
  const again = await call('reporter', 'POST', path, { answer: 'Do sáp nhập đơn vị.', to: 1 });
  expect(again).toEqual({ status: 200, body: answered.body });
  const other = await call('reporter', 'POST', path, { answer: 'Không rõ.', to: 1 });
  expect(other).toMatchObject({ status: 409 });
  const { state, questions } = await view(first);
  expect(state).toBe('checked');
  expect(questions[0]?.answer).toMatchObject({ answer: 'Do sáp nhập đơn vị.', by: 'reporter' });
});

test('the approver signs, and the receipt can be read again, with what it is', async () => {
  const receipt = await call('reporter', 'GET', `/v1/submissions/${first}/receipt`);
  expect(receipt).toMatchObject({ status: 409, body: { code: 'not-signed' } });
  const signed = await sign<object>('approver', first, 0);
  expect(signed).toMatchObject({ status: 200, body: { version: 1, signedBy: 'approver' } });
  const again = await call<object>('reporter', 'GET', `/v1/submissions/${first}/receipt`);
  expect(again).toEqual({ status: 200, body: signed.body });
  expect(JSON.stringify(again.body)).toContain('không phải chữ ký số');
  expect(await coverage()).toMatchObject({ state: 'on-time', version: 1, onTime: 1, notDue: 33, missing: 0 });
});

test('evidence is put by a signed URL of its own and stands in lineage once it came', async () => {
  const path = `/v1/submissions/${first}/attachments`;
  const content = {
    fileName: evidenceName,
    bytes: evidence.byteLength,
    sha256: sha256(evidence),
    contentType: 'application/pdf',
  };
  const body = { dispatch: '123/BC-UBND', evidence: content };
  const attached = await call<{ number: number; upload: Ticket }>('reporter', 'POST', path, body, 'a1');
  expect(attached.status).toBe(201);
  const awaited = await call('reporter', 'GET', `${path}/1`);
  expect(awaited).toMatchObject({ status: 409, body: { code: 'evidence-not-received' } });
  const again = await call<{ number: number; upload: Ticket }>('reporter', 'POST', path, body, 'a1');
  expect([again.status, again.body.number]).toEqual([200, 1]);
  expect(await put(attached.body.upload, Buffer.from('%PDF-1.7 something else'))).toBeGreaterThan(399);
  expect(await put(again.body.upload, evidence)).toBe(200);
  expect(await put(again.body.upload, evidence)).toBe(412);
  await stack.idle();
  expect((await call('approver', 'POST', path, { dispatch: '124/BC-UBND' })).status).toBe(201);

  const lineage = await call<Lineage>('analyst', 'GET', `/v1/lineage?${round}&indicator=766.TDGQ`);
  const { contentType: _type, fileName: name, ...file } = content;
  expect(lineage.body.attachments).toMatchObject([
    { number: 1, dispatch: '123/BC-UBND', file: { name, ...file }, by: 'reporter' },
    { number: 2, dispatch: '124/BC-UBND', file: null, receivedAt: null, by: 'approver' },
  ]);
  expect(lineage.body.attachments?.[0]?.receivedAt).toMatch(/^2026-09-22T/);
});

test('evidence is downloaded by a redirect, under its own name, by those who may see it', async () => {
  const path = `/v1/submissions/${first}/attachments`;
  const redirect = await call<Headers>('analyst', 'GET', `${path}/1`);
  expect(redirect.status).toBe(302);
  const file = await fetch(redirect.body.get('location') as string);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(evidence);
  const disposition = file.headers.get('content-disposition') ?? '';
  expect(disposition.startsWith("attachment; filename*=UTF-8''")).toBe(true);
  expect(decodeURIComponent(disposition.replace(/^.*''/, ''))).toBe(evidenceName);
  for (const number of ['2', '3', '0', 'x']) {
    expect((await call('analyst', 'GET', `${path}/${number}`)).status).toBe(404);
  }
  expect(await call('other', 'GET', `${path}/1`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test('evidence was no report: nothing failed, nothing was read from it', async () => {
  const { queues } = await stack.status();
  expect(Object.values(queues).filter(({ visible, inFlight }) => visible + inFlight > 0)).toEqual([]);
  expect(await view(first)).toMatchObject({ state: 'signed', receivedAt: expect.any(String) });
});

test('the approver withdraws it with a reason: the unit has reported nothing again', async () => {
  const path = `/v1/submissions/${first}/withdraw`;
  expect(await call('approver', 'POST', path, { why: ' ' })).toMatchObject({
    status: 400,
    body: { code: 'body-malformed', fields: [{ field: 'why' }] },
  });
  expect(await call('reporter', 'POST', path, { why: 'x' })).toMatchObject({ body: { code: 'not-allowed' } });
  const withdrawn = await call('approver', 'POST', path, { why: 'Nhầm kỳ báo cáo.' });
  expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn', standingVersion: 0 } });
  expect(await coverage()).toMatchObject({ state: 'not-due', version: null, onTime: 0, notDue: 34 });
  const lineage = await call('analyst', 'GET', `/v1/lineage?${round}&indicator=766.TDGQ`);
  expect(lineage).toMatchObject({ status: 404 });
  expect(await sign('approver', first, 0)).toMatchObject({ status: 409, body: { code: 'was-withdrawn' } });
});

test('a new submission, of the very same bytes, is signed as version 2, though nothing stood', async () => {
  second = await submit('reporter', 'second', sample.body);
  expect((await view(second)).standingVersion).toBe(0);
  const wrong = await sign('approver', second, 1);
  expect(wrong).toMatchObject({ status: 409, body: { code: 'somebody-was-first' } });
  expect(await sign('approver', second, 0)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await coverage()).toMatchObject({ state: 'on-time', version: 2 });
});

test('what stands is not taken again, under whatever name, nor signed again', async () => {
  const same = announced(sample.body);
  for (const fileName of [sample.fileName, 'khac-ten.xlsx']) {
    const refused = await call(
      'reporter',
      'POST',
      '/v1/submissions',
      { ...same, fileName },
      fileName.slice(-9),
    );
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'unchanged-file', about: { version: 2, submission: second } },
    });
    expect((refused.body as { about?: { signedAt: string } }).about?.signedAt).toMatch(/^2026-09-22T/);
  }
  const again = await call('reporter', 'POST', '/v1/submissions', same, 'second');
  expect(again).toMatchObject({ status: 409, body: { code: 'already-received' } });
});

test('every move of the first is told: who, when, why', async () => {
  const { history } = await view(first, 'analyst');
  expect(history.map(({ move, by }) => `${move} ${by}`)).toEqual([
    'open reporter',
    'receive null',
    'pass null',
    'return analyst',
    'answer reporter',
    'sign approver',
    'attach reporter',
    'attach approver',
    'withdraw approver',
  ]);
  expect(history.at(-1)?.why).toBe('Nhầm kỳ báo cáo.');
  expect(history.every(({ at }) => /^2026-09-22T\d\d:\d\d:\d\d\.\d{3}Z$/.test(at))).toBe(true);
  const receipt = await call<object>('analyst', 'GET', `/v1/submissions/${first}/receipt`);
  expect(receipt.body).toMatchObject({ version: 1, withdrawn: { why: 'Nhầm kỳ báo cáo.' } });
});

test('reporter and approver are two people, unless the secretariat allows the unit one', async () => {
  const third = await submit('both', 'third');
  expect(await sign('both', third, 2)).toMatchObject({ status: 403, body: { code: 'same-person' } });
  const path = `/v1/units/${encodeURIComponent(unit)}/one-person`;
  const decision = { allowed: true, why: 'Đơn vị chỉ có một cán bộ.' };
  for (const who of ['reporter', 'analyst']) {
    expect((await call(who, 'PUT', path, decision)).body).toMatchObject({ code: 'not-allowed' });
  }
  expect((await call('other', 'PUT', path, decision)).body).toMatchObject({ code: 'not-found' });
  expect((await call('other', 'GET', path)).body).toMatchObject({ code: 'not-found' });
  expect((await call('secretariat', 'PUT', path, decision)).status).toBe(200);
  expect((await call('secretariat', 'PUT', path, decision)).body).toMatchObject({
    decisions: [{ allowed: true, why: decision.why, by: 'secretariat' }],
  });
  for (const why of ['', '            ', 'sai', '         .        ']) {
    const refused = await sign('both', third, 2, why);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'reason-missing', fields: [{ field: 'why' }] },
    });
  }
  expect(await sign('both', third, 2)).toMatchObject({ status: 200, body: { version: 3, why: reason } });
  const told = (history: SubmissionView['history'], move: string) =>
    history.find((entry) => entry.move === move)?.why;
  expect(told((await view(third)).history, 'sign')).toContain(reason);
  expect(told((await view(second)).history, 'supersede')).toBe(`version 3: ${reason}`);
  expect((await view(second)).state).toBe('superseded');
  expect((await call('secretariat', 'PUT', path, { ...decision, allowed: false })).status).toBe(200);
  expect((await call('reporter', 'GET', path)).body).toMatchObject({
    unit,
    allowed: false,
    decisions: [{ allowed: true }, { allowed: false }],
  });
});

test('an extension makes a late report on time, only forward, and coverage names it', async () => {
  await call('approver', 'POST', `/v1/submissions/${(await latest()).id}/withdraw`, { why: 'sai' });
  // Due on 2026-09-25; the report comes on the 28th in Viet Nam.
  await fetch(`${stack.url}/_local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: '2026-09-28T03:00:00.000Z' }),
  });
  const fourth = await submit('reporter', 'fourth');
  expect(await sign('approver', fourth, 0)).toMatchObject({ status: 200, body: { version: 4 } });
  expect(await coverage()).toMatchObject({ state: 'late', extendedTo: null, late: 1 });

  const path = `/v1/slots/82/${form}/${period}/extension`;
  const grant = (until: string, who = 'secretariat') => call(who, 'POST', path, { until, why: 'Bão số 9.' });
  expect((await grant('2026-09-28', 'analyst')).body).toMatchObject({ code: 'not-allowed' });
  expect((await grant('2026-09-28', 'reporter')).body).toMatchObject({ code: 'not-allowed' });
  expect((await grant('2026-09-28', 'other')).body).toMatchObject({ code: 'not-found' });
  expect((await grant('2026-09-25')).body).toMatchObject({ code: 'extension-out-of-range' });
  expect((await grant('2062-09-28')).body).toMatchObject({ code: 'extension-out-of-range' });
  expect((await grant('2026-09-31')).body).toMatchObject({ code: 'body-malformed' });
  expect((await grant('2026-09-28')).status).toBe(201);
  expect((await grant('2026-09-28')).status).toBe(200);
  expect((await grant('2026-09-27')).body).toMatchObject({ code: 'extension-out-of-range' });
  expect(await coverage()).toMatchObject({ state: 'on-time', extendedTo: '2026-09-28', late: 0, onTime: 1 });
  expect(await latest()).toMatchObject({ state: 'signed', extendedTo: '2026-09-28' });
}, 30_000);

async function latest(): Promise<SubmissionView> {
  const list = await call<{ items: SubmissionView[] }>('reporter', 'GET', `/v1/submissions?${round}`);
  return list.body.items[0] as SubmissionView;
}

test('whoever may not see it is answered as if there were none, and nothing changes', async () => {
  const before = await tableContent(stack);
  const bodies: Record<string, object> = {
    return: { question: 'x' },
    answers: { answer: 'x', to: 1 },
    attachments: { dispatch: '1/BC' },
    withdraw: { why: 'x' },
  };
  for (const [verb, body] of Object.entries(bodies)) {
    const there = await call('other', 'POST', `/v1/submissions/${second}/${verb}`, body);
    const nowhere = await call('other', 'POST', `/v1/submissions/${'0'.repeat(32)}/${verb}`, body);
    expect([verb, there.status, there.body]).toEqual([verb, 404, nowhere.body]);
  }
  const receipt = await call('other', 'GET', `/v1/submissions/${second}/receipt`);
  expect(receipt).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await tableContent(stack)).toBe(before);
});

test('two at once: one question each number, and one of a signature and a withdrawal', async () => {
  const id = (await latest()).id;
  const ask = (key: string) =>
    call('analyst', 'POST', `/v1/submissions/${id}/return`, { question: `Câu hỏi ${key}` }, key);
  const asked = await Promise.all(['m', 'n', 'o'].map(ask));
  const statuses = asked.map(({ status }) => status);
  expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  const { questions } = await view(id);
  expect(questions).toHaveLength(statuses.filter((status) => status === 201).length);
  expect(questions.map(({ number }) => number)).toEqual(questions.map((_question, index) => index + 1));

  const fifth = await submit('reporter', 'fifth');
  const both = await Promise.all([
    sign('approver', fifth, 4),
    call('reporter', 'POST', `/v1/submissions/${fifth}/withdraw`, { why: 'x' }),
  ]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await view(fifth)).state).toBe(both[0].status === 200 ? 'signed' : 'withdrawn');
}, 30_000);
