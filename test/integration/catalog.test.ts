import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiClient, type Person } from '../../local/job/api-client.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import { Bucket } from '../../shared/aws/bucket.ts';
import { draftTable } from '../../shared/aws/draft-table.ts';
import { recordBucket } from '../../shared/aws/record-bucket.ts';
import { serviceCatalogs } from '../../shared/aws/service-catalogs.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { formIn } from '../../shared/catalog/catalog.ts';
import type { Publication, Published } from '../../shared/catalog/catalogs.ts';
import { type CatalogDocument, catalogOf } from '../../shared/catalog/document.ts';
import { type PublicationView, publishCatalog } from '../../shared/publishing/publish-catalog.ts';
import type { DraftView } from '../../shared/publishing/read-draft.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import { startService } from './service.ts';

/**
 * A catalogue is drafted, held against what stands, published; over HTTP, on the local stack.
 *
 * The bound that is drawn tighter is the most points of the group ONLINE: 12 by QĐ 766. As published on 2026-10-10
 * (test/data/qd766/groups.csv), Bắc Ninh (24) has 9.21 and Tuyên Quang (08) has 7.68, so under 9 the one fails and
 * the other stands.
 */

const { form, period, files } = readSamples();
const units = {
  '24': 'province:24@2025',
  '08': 'province:08@2025',
  '15': 'province:15@2025',
  '82': 'province:82@2025',
} as const;
type Code = keyof typeof units;

type Section<K extends string> = Record<K, Record<string, unknown>[]>;
type Editable = CatalogDocument & {
  units: Section<'units'>;
  indicators: Section<'indicators'>;
  forms: Section<'forms'>;
  scorecards: Section<'scorecards'>;
  meetings: Section<'meetings'>;
};
type Problem = { code: string; fields?: { field: string; fault: string }[] };

let stack: Stack;
let api: ApiClient;
let submissions: SubmissionStore;
const tokens = new Map<string, string>();
const standing = {} as Record<'24' | '08', string>;
let base: string;
let draft: DraftView;

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  ({ submissions } = storesOf(stack));
  for (const role of ['secretariat', 'analyst']) {
    tokens.set(role, (await api.signIn({ subject: role, roles: [role] })).token);
  }
  for (const code of ['24', '08'] as const) standing[code] = await submitAndSign(code);
  base = (await current()).version;
}, 60_000);
afterAll(() => stack.stop());

function storesOf({ aws, resources }: Stack) {
  const { region, endpoints } = aws;
  const named = (type: string, part: string) =>
    resources.list(type).find(({ logicalId }) => logicalId.startsWith(part))?.physicalId as string;
  const dynamodb = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials: aws });
  const s3 = new S3Client({ region, endpoint: endpoints.s3, credentials: aws });
  const table = new Table(dynamodb, named('AWS::DynamoDB::Table', 'Table'));
  return {
    submissions: submissionTable(table),
    drafts: draftTable(table),
    catalogs: serviceCatalogs(table),
    records: recordBucket(new Bucket(s3, named('AWS::S3::Bucket', 'Records'))),
  };
}

async function call<T = Problem>(
  who: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: T }> {
  const answer = await fetch(stack.url + path, {
    method,
    headers: { authorization: `Bearer ${tokens.get(who)}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

/** The current catalogue, as a copy that may be edited. */
async function current(): Promise<Editable> {
  return (await call<Editable>('secretariat', 'GET', '/v1/catalog')).body;
}

const people = (code: Code, role: string): Promise<Person> =>
  api.signIn({ unit: units[code], roles: [role], subject: `${role}-${code}` });

/** @param more what is written behind the report: what stands already is refused as such */
async function submit(code: Code, key: string, more = ''): Promise<string> {
  const { fileName, contentType, body: sample } = files.find(({ unitCode }) => unitCode === code) as Sample;
  const body = Buffer.concat([sample, Buffer.from(more)]);
  const file = { unit: units[code], form, period, fileName, contentType, body };
  const ticket = await api.open(await people(code, 'reporter'), `${key}-${code}`, file);
  await api.put(ticket, body);
  await stack.idle();
  return ticket.id;
}

async function submitAndSign(code: Code): Promise<string> {
  const id = await submit(code, 'first');
  const approver = await people(code, 'approver');
  const checked = await api.submission(approver, id);
  const why = Object.fromEntries(checked.warnings.map((each) => [each, 'Đúng như nguồn công bố.']));
  await api.sign(approver, checked, why);
  await stack.idle();
  return id;
}

async function verdictOf(id: string) {
  const verdict = (await submissions.factsOf(id)).find(({ fact }) => fact === 'verdict');
  return verdict?.fact === 'verdict' ? { verdict: verdict.verdict, catalog: verdict.catalog } : undefined;
}

/** A second scorecard of the form gives ONLINE at most 9 points, and the form has a second version from 2027 on, with an indicator fewer. */
function tightened(document: Editable, version: string): Editable {
  const scorecard = document.scorecards.scorecards.find((each) => each.form === form) as Record<
    string,
    unknown
  >;
  const stricter: Record<string, unknown> = {
    ...structuredClone(scorecard),
    code: 'stricter',
    version: 1,
    max: '97',
  };
  document.scorecards.scorecards.push(stricter);
  const groups = stricter.groups as { code: string; max: string }[];
  (groups.find(({ code }) => code === 'ONLINE') as { max: string }).max = '9';
  const first = document.forms.forms.find(({ code }) => code === 'qd766') as Record<string, unknown>;
  const rows = first.indicators as object[];
  const second = { ...first, version: 2, from: '2027-Q1', indicators: rows.slice(0, -1) };
  first.to = '2026-Q4';
  document.forms.forms.push(second);
  return { ...document, version };
}

test('a draft that would change what was used is told everything that is wrong with it', async () => {
  const document = await current();
  const [unit] = document.units.units.filter(({ id }) => id === units['08']);
  (unit as Record<string, unknown>).code = '09';
  const [indicator] = document.indicators.indicators;
  (indicator as Record<string, unknown>).unit = 'điểm';
  const { status, body } = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', document);
  expect(status).toBe(201);
  expect(body).toMatchObject({ state: 'faulty', preview: null, version: base });
  const codes = body.faults.map(({ code, entry, path }) => [code, entry, path]);
  expect(codes).toContainEqual(['version-not-newer', null, 'version']);
  expect(codes).toContainEqual(['unit-past-changed', units['08'], 'code']);
  expect(codes).toContainEqual(['indicator-changed', indicator?.id, 'unit']);
  const path = `/v1/catalog/drafts/${body.id}/publish`;
  const refused = await call('secretariat', 'POST', path, { why: 'Thử công bố dự thảo còn lỗi.' });
  expect(refused).toMatchObject({ status: 422, body: { code: 'catalog-faulty' } });
});

test('a draft of another shape is told where, and a tiny one is no fault of the service', async () => {
  const document = await current();
  (document.units.units[0] as Record<string, unknown>).kind = 'city';
  const wrong = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', document);
  expect(wrong.body.faults).toMatchObject([
    {
      code: 'shape',
      section: 'units',
      entry: document.units.units[0]?.id,
      path: 'units.0.kind',
      got: '"city"',
    },
  ]);
  const tiny = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', {});
  expect([tiny.status, tiny.body.state]).toEqual([201, 'faulty']);
});

test('a draft is held against what stands, and names what it would break', async () => {
  const document = tightened(await current(), '2099.1');
  const handedIn = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', document);
  expect([handedIn.status, handedIn.body.faults]).toEqual([201, []]);
  await stack.idle();
  const again = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', document);
  expect([again.status, again.body.id]).toEqual([200, handedIn.body.id]);
  await stack.idle();
  draft = (await call<DraftView>('secretariat', 'GET', `/v1/catalog/drafts/${handedIn.body.id}`)).body;
  expect(draft).toMatchObject({ state: 'checked', base, version: '2099.1' });
  expect(draft.preview).toMatchObject({ state: 'complete', done: 2, of: 2, failingAlready: [] });
  expect(draft.preview?.failing).toMatchObject([
    {
      submission: standing['24'],
      name: { vi: 'Tỉnh Bắc Ninh' },
      code: '24',
      form,
      period,
      fileName: files.find(({ unitCode }) => unitCode === '24')?.fileName,
      errors: 1,
      findings: [{ code: 'score-out-of-bounds' }],
    },
  ]);
  expect(draft.preview?.failing[0]?.findings[0]?.at?.cell).toMatch(/^[A-Z]+\d+$/);
  const changes = draft.diff.map(({ section, entry, change }) => `${section} ${entry} ${change}`);
  expect(changes).toEqual([
    `forms ${form} v1 changed`,
    `forms ${form} v2 added`,
    'scorecards stricter v1 added',
  ]);
  expect(draft.diff[0]?.fields).toEqual([{ path: 'to', from: null, to: '2026-Q4' }]);
});

test('it is not published until each that fails is accepted by name, and by the secretariat alone', async () => {
  const path = `/v1/catalog/drafts/${draft.id}/publish`;
  const why = 'Điều chỉnh điểm tối đa của nhóm dịch vụ trực tuyến.';
  const refused = await call('secretariat', 'POST', path, { why });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'failures-not-accepted', fields: [{ field: standing['24'], fault: 'not-accepted' }] },
  });
  const wrong = await call('secretariat', 'POST', path, {
    why,
    acceptFailing: [standing['24'], standing['08']],
  });
  expect(wrong.body.fields).toMatchObject([{ field: standing['08'], fault: 'not-failing' }]);
  const analyst = await call('analyst', 'POST', path, { why, acceptFailing: [standing['24']] });
  expect(analyst).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect((await current()).version).toBe(base);
  const request = { why, acceptFailing: [standing['24']] };
  const published = await call<Publication>('secretariat', 'POST', path, request);
  expect(published).toMatchObject({ status: 201, body: { version: '2099.1', base, by: 'secretariat', why } });
  expect(published.body.accepted).toEqual([standing['24']]);
  const again = await call<Publication>('secretariat', 'POST', path, request);
  expect(again).toEqual({ status: 200, body: published.body });
});

test('what comes next is read under it; what stood keeps its version, and stands', async () => {
  const next = await submit('24', 'second', '\n');
  expect(await verdictOf(next)).toEqual({ verdict: 'returned', catalog: '2099.1' });
  expect(await verdictOf(await submit('08', 'second', '\n'))).toMatchObject({ catalog: '2099.1' });
  expect((await verdictOf(standing['24']))?.catalog).toBe(base);
  expect((await verdictOf(standing['24']))?.verdict).not.toBe('returned');
  const slot = await submissions.slot({ unit: units['24'], form, period });
  expect(slot?.standing?.submission).toBe(standing['24']);
});

test('a file whose reading had begun is read to its end under the version of its context', async () => {
  const { records } = storesOf(stack);
  const { fileName, contentType, body: sample } = files.find(({ unitCode }) => unitCode === '24') as Sample;
  const body = Buffer.concat([sample, Buffer.from('\n\n')]);
  const file = { unit: units['24'], form, period, fileName, contentType, body };
  const ticket = await api.open(await people('24', 'reporter'), 'begun', file);
  // As a step leaves it that died after it had kept what the file is held against.
  await records.keepContext(ticket.id, await records.context(standing['24']), async () => true);
  await api.put(ticket, body);
  await stack.idle();
  const read = await verdictOf(ticket.id);
  expect(read?.catalog).toBe(base);
  expect(read?.verdict).not.toBe('returned');
});

test('the periods that are concerned were computed again under it, and every warm function follows', async () => {
  await stack.idle();
  // Within 30 s of its last reading, a warm function may still answer under the old one.
  await api.moveClock('2026-09-22T03:00:00.000Z');
  const rollup = await call<{ catalog: string }>('analyst', 'GET', `/v1/scorecards/qd766/${period}`);
  expect(rollup.body.catalog).toBe('2099.1');
  const asked = Array.from({ length: 8 }, () => fetch(`${stack.url}/v1/public/catalog/forms`));
  const versions = await Promise.all(
    asked.map(async (answer) => ((await (await answer).json()) as Editable).version),
  );
  expect(new Set(versions)).toEqual(new Set(['2099.1']));
});

test('old periods keep their form, and later ones have the new one', async () => {
  const document = await current();
  const published = catalogOf(document);
  const rows = (code: string) => formIn(published, form, code)?.indicators.length;
  const before = formIn(
    catalogOf((await call<Editable>('analyst', 'GET', `/v1/catalog/versions/${base}`)).body),
    form,
    period,
  );
  expect(formIn(published, form, period)).toEqual({ ...before, to: '2026-Q4' });
  expect([rows('2026-Q4'), rows('2027-Q1')]).toEqual([
    before?.indicators.length,
    (before?.indicators.length ?? 0) - 1,
  ]);
  const { body } = await call<{ items: { from: string; version: number }[] }>(
    'analyst',
    'GET',
    '/v1/catalog/forms',
  );
  expect(body.items.filter(({ from }) => from === '2027-Q1')).toMatchObject([{ version: 2 }]);
});

test('every version stays readable, and every publication is told', async () => {
  const old = await call<Editable>('analyst', 'GET', `/v1/catalog/versions/${base}`);
  expect([old.status, old.body.version]).toEqual([200, base]);
  expect((await call('analyst', 'GET', '/v1/catalog/versions/2098.7')).status).toBe(404);
  const { body } = await call<{ current: string; items: Publication[] }>(
    'secretariat',
    'GET',
    '/v1/catalog/versions',
  );
  expect(body).toMatchObject({ current: '2099.1', items: [{ version: '2099.1', draft: draft.id }] });
});

test('of two publications at once one wins, and the other is told so', async () => {
  const titled = async (version: string) => {
    const document = await current();
    (document.meetings.meetings[0] as Record<string, unknown>).theme = `Chủ đề ${version}`;
    const { body } = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', {
      ...document,
      version,
    });
    expect(body.faults).toEqual([]);
    return body.id;
  };
  const ids = [await titled('2099.2'), await titled('2099.3')];
  await stack.idle();
  const publish = (id: string) =>
    call<Publication & Problem>('secretariat', 'POST', `/v1/catalog/drafts/${id}/publish`, {
      why: 'Đổi chủ đề.',
    });
  const answers = await Promise.all(ids.map(publish));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const [won] = answers.filter(({ status }) => status === 201);
  const [lost] = answers.filter(({ status }) => status === 409);
  expect(['somebody-was-first', 'catalog-moved']).toContain(lost?.body.code);
  expect((await current()).version).toBe(won?.body.version);
  const loser = ids[answers.findIndex(({ status }) => status === 409)];
  const view = await call<DraftView>('secretariat', 'GET', `/v1/catalog/drafts/${loser}`);
  expect(view.body.state).toBe('outdated');
});

test('what was signed after the preview is read before anything is published', async () => {
  const document = await current();
  for (const scorecard of document.scorecards.scorecards) scorecard.source = `${scorecard.source} (2100)`;
  const next = { ...document, version: '2100.1' };
  const handIn = async () => {
    const { body } = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', next);
    await stack.idle();
    return (await call<DraftView>('secretariat', 'GET', `/v1/catalog/drafts/${body.id}`)).body;
  };
  const first = await handIn();
  // What was accepted to fail fails under the base as well: this draft is not the cause.
  expect(first.preview).toMatchObject({ done: 2, of: 2, failing: [] });
  expect(first.preview?.failingAlready).toMatchObject([{ submission: standing['24'] }]);
  await submitAndSign('15');
  const publish = () =>
    call<Publication>('secretariat', 'POST', `/v1/catalog/drafts/${first.id}/publish`, { why: 'Ghi nguồn.' });
  expect(await publish()).toMatchObject({ status: 409, body: { code: 'preview-incomplete' } });
  expect((await handIn()).preview).toMatchObject({ state: 'complete', done: 3, of: 3, failing: [] });
  expect((await publish()).status).toBe(201);
});

test('what is signed while a version is being published is told, and kept with the publication', async () => {
  const document = await current();
  for (const scorecard of document.scorecards.scorecards) scorecard.source = `${scorecard.source} (2101)`;
  const next = { ...document, version: '2101.1' };
  const { id } = (await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', next)).body;
  await stack.idle();
  const { drafts, catalogs } = storesOf(stack);
  let late = '';
  const asked: string[] = [];
  const parts = {
    catalogs,
    submissions,
    drafts: {
      ...drafts,
      async movePublished(published: Published) {
        late = await submitAndSign('82');
        return drafts.movePublished(published);
      },
    },
    askAggregations: async (rounds: readonly { form: string; period: string }[]) =>
      void asked.push(...rounds.map((round) => `${round.form}/${round.period}`)),
  };
  const ask = {
    id,
    who: { subject: 'secretariat', unit: null, roles: ['secretariat' as const] },
    at: '2026-09-22T03:00:00.000Z',
    request: { why: 'Ghi nguồn.', acceptFailing: [] },
  };
  const { word, publication } = await publishCatalog(ask, parts);
  expect([word, publication.slipped]).toEqual(['published', [late]]);
  expect(asked).toContain(`${form}/${period}`);
  const again = await publishCatalog(ask, parts);
  expect(again).toEqual({ word: 'already-published', publication });
  expect(asked.filter((each) => each === `${form}/${period}`)).toHaveLength(2);
  const { body } = await call<{ items: PublicationView[]; next: null }>(
    'secretariat',
    'GET',
    '/v1/catalog/versions',
  );
  expect(body.items[0]).toEqual(publication);
  const older = await call<{ items: PublicationView[] }>(
    'secretariat',
    'GET',
    '/v1/catalog/versions?after=2101.1',
  );
  expect(older.body.items).toEqual(body.items.slice(1));
  expect((await call('secretariat', 'GET', '/v1/catalog/versions?after=2098.1')).status).toBe(404);
});

test('what was checked before a publication that reads it otherwise is not signed after it', async () => {
  const id = await submit('15', 'before', '\n');
  const approver = await people('15', 'approver');
  const checked = await api.submission(approver, id);
  const document = await current();
  const [scorecard] = document.scorecards.scorecards.filter((each) => each.form === form);
  Object.assign(scorecard as object, { source: 'Nguồn khác' });
  const next = { ...document, version: '2101.2' };
  const draftId = (await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', next)).body.id;
  await stack.idle();
  const published = await call('secretariat', 'POST', `/v1/catalog/drafts/${draftId}/publish`, {
    why: 'Nguồn.',
  });
  expect(published.status).toBe(201);
  const why = Object.fromEntries(checked.warnings.map((each) => [each, 'Đúng như nguồn công bố.']));
  await expect(api.sign(approver, checked, why)).rejects.toMatchObject({ code: 'catalog-changed' });
});

test('a number that another document bears is refused', async () => {
  const document = { ...(await current()), version: '2101.3' };
  const { drafts } = storesOf(stack);
  expect(await drafts.putDocument({ ...document, meetings: { ...document.meetings, more: 1 } })).toBe('put');
  const { body } = await call<DraftView>('secretariat', 'POST', '/v1/catalog/drafts', document);
  await stack.idle();
  const path = `/v1/catalog/drafts/${body.id}/publish`;
  const refused = await call('secretariat', 'POST', path, { why: 'Thử số đã dùng.' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'version-taken' } });
  expect((await current()).version).toBe('2101.2');
});

test('a document that is too large is refused', async () => {
  const document = await current();
  const noise = randomBytes(400_000).toString('base64');
  const refused = await call('secretariat', 'POST', '/v1/catalog/drafts', { ...document, noise });
  expect(refused).toMatchObject({ status: 413, body: { code: 'catalog-too-large' } });
});
