import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { ApiClient, type SubmissionAnswer } from '../../local/job/api-client.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import { Bucket } from '../../shared/aws/bucket.ts';
import { lineageKey, reportKey } from '../../shared/aws/keys.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { Page } from '../../shared/observations/page.ts';
import type { SlotKey } from '../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import type { Relation, RouteKey, State } from './rights-table.ts';

const { form, period, files } = readSamples();
/** Gia Lai since 2025-07-01; the code was Bình Định's before, whose successor it is. */
export const unit = 'province:52@2025';
const dissolved = 'province:52@2008';
/** Gia Lai before the merger, which the same unit succeeded: here the secretariat let it correct what was owed. */
const inherited = 'province:64@2008';

/** The unit of a caller who stands so to the unit that is asked about. */
export const unitOf = {
  own: unit,
  other: 'province:82@2025',
  predecessor: dissolved,
  successor: unit,
  heir: unit,
  ministry: 'ministry:BTP',
  none: undefined,
  gone: undefined,
} as const satisfies Record<Relation, string | undefined>;

/** Submissions by their state: of the unit, and of the dissolved ones that it succeeded, without a right and with. */
export type Cases = Record<'own' | 'dissolved' | 'inherited', Record<State, string>>;

/** What a caller is asked about: the unit, and its submission in a state. */
export function aboutFor(relation: Relation, cases: Cases, state: State): { unit: string; id: string } {
  if (relation === 'heir') return { unit: inherited, id: cases.inherited[state] };
  const gone = relation === 'successor' || relation === 'gone';
  return gone ? { unit: dissolved, id: cases.dissolved[state] } : { unit, id: cases.own[state] };
}

/**
 * Makes the submissions as people would; the dissolved unit's are put beside them as they would stand.
 * @returns the cases that may be looked at, and a maker of others, in a period of their own
 */
export async function makeCases(stack: Stack): Promise<{ cases: Cases; another: () => Promise<Cases> }> {
  const own = await submitAll(stack);
  const stores = storesOf(stack);
  const api = new ApiClient(stack.url);
  const { token } = await api.signIn({ roles: ['secretariat'], subject: 'who-decides' });
  const decided = await fetch(`${stack.url}/v1/units/${inherited}/succession`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ allowed: true, why: 'Bổ sung số liệu trước sáp nhập.' }),
  });
  if (!decided.ok) throw new Error(`the right of succession: ${decided.status}`);
  let copied = 0;
  const copies = async (at: string): Promise<Cases> => ({
    own: at === period ? own : await copy(own, { unit, form, period: at }, stores),
    dissolved: await copy(own, { unit: dissolved, form, period: at }, stores),
    inherited: await copy(own, { unit: inherited, form, period: at }, stores),
  });
  return {
    cases: await copies(period),
    another: () => {
      copied += 1;
      return copies(`${2026 + copied}-Q3`);
    },
  };
}

async function submitAll(stack: Stack): Promise<Record<State, string>> {
  const api = new ApiClient(stack.url);
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'first-reporter' });
  const approver = await api.signIn({ unit, roles: ['approver'], subject: 'first-approver' });
  const { fileName, contentType, body } = files.find(({ unitCode }) => unitCode === '52') as Sample;
  const good = { unit, form, period, fileName, contentType, body };
  const bad = { ...good, fileName: 'sai.csv', contentType: 'text/csv', body: Buffer.from('a;b\n') };
  const open = async (state: string, file: typeof good) => {
    const ticket = await api.open(reporter, `rights-${state}`, file);
    if (state !== 'opened') await api.put(ticket, file.body);
    return ticket.id;
  };
  const own = {
    opened: await open('opened', good),
    checked: await open('checked', good),
    returned: await open('returned', bad),
    signed: await open('signed', good),
  };
  await stack.idle();
  const submission = await api.get<SubmissionAnswer>(`/v1/submissions/${own.signed}`, approver);
  const why = Object.fromEntries(submission.warnings.map((code) => [code, 'Đúng như nguồn công bố.']));
  await api.sign(approver, submission, why);
  await stack.idle();
  return own;
}

type Stores = { submissions: SubmissionStore; records: Bucket };

function storesOf(stack: Stack): Stores {
  const { region, endpoints } = stack.aws;
  const settings = { region, credentials: stack.aws };
  const name = (type: string, part: string) =>
    stack.resources.list(type).find(({ logicalId }) => logicalId.startsWith(part))?.physicalId as string;
  const dynamodb = new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb });
  const s3 = new S3Client({ ...settings, endpoint: endpoints.s3 });
  return {
    submissions: submissionTable(new Table(dynamodb, name('AWS::DynamoDB::Table', 'Table'))),
    records: new Bucket(s3, name('AWS::S3::Bucket', 'Records')),
  };
}

/** The same submissions under new ids, opened for another slot, in which the signed one stands. */
async function copy(
  own: Record<State, string>,
  key: SlotKey,
  { submissions, records }: Stores,
): Promise<Record<State, string>> {
  const copies = { ...own };
  for (const [state, id] of Object.entries(own)) {
    const made = randomBytes(16).toString('hex');
    copies[state as State] = made;
    const facts = await submissions.factsOf(id);
    for (const fact of facts) {
      await submissions.append(made, fact.fact === 'opened' ? { ...fact, ...key } : fact);
    }
    const verdict = facts.find(({ fact }) => fact === 'verdict');
    if (verdict?.fact !== 'verdict') continue;
    const pages = await submissions.pagesOf([{ id, groups: verdict.pages }]);
    await submissions.putPages(made, (pages.get(id) ?? []) as Iterable<Page>);
    for (const name of [reportKey, lineageKey]) {
      const how = { ContentType: 'application/json', ContentEncoding: 'gzip' };
      await records.put(name(made), await records.get(name(id)), how);
    }
  }
  const slot = await submissions.slot({ unit, form, period });
  if (!slot?.standing) throw new Error('the signed submission does not stand');
  const standing = { ...slot.standing, submission: copies.signed };
  await submissions.moveSlot({ ...slot, key, standing, history: slot.history.map(() => standing) });
  return copies;
}

let tickets = 0;

/** A request of a route, well formed and about a unit, or one of its submissions. */
export function requestOf(route: RouteKey, about: { unit: string; id: string }): [string, RequestInit] {
  const [method = '', path = ''] = route.split(' ');
  const parameters: Record<string, string> = {
    kind: 'units',
    version: catalog.version,
    period,
    code: path.includes('coverage') ? form : 'qd766',
    name: 'khong-co',
    meeting: 'ubqg-10',
    number: '1',
    unit: about.unit,
    form,
    n: '1',
    id: path.includes('/meetings/') ? 'ubqg-10' : about.id,
  };
  const slot = `unit=${about.unit}&form=${form}&period=${period}`;
  const query: Record<string, string> = {
    'GET /v1/submissions': slot,
    'GET /v1/work': `form=${form}&period=${period}`,
    'GET /v1/observations': slot,
    'GET /v1/forms/{form}/template.xlsx': `unit=${about.unit}&period=${period}`,
    'GET /v1/lineage': `${slot}&indicator=766.TDGQ`,
    'GET /v1/calendar': `from=${period}&to=${period}`,
    'GET /v1/public/calendar': `from=${period}&to=${period}`,
    'GET /v1/progress': `form=${form}&period=${period}&indicator=766.TDGQ`,
    'GET /v1/rollups/{period}': `form=${form}&indicator=766.TDGQ`,
    'GET /v1/history': `${slot}&indicator=766.TDGQ`,
    'GET /v1/series': `form=${form}&indicator=766.TDGQ`,
    'GET /v1/public/rollups/{period}': `form=${form}&indicator=766.TDGQ`,
    'GET /v1/public/progress': `form=${form}&period=${period}&indicator=766.TDGQ`,
    'GET /v1/public/units/{unit}/figures': `form=${form}&period=${period}`,
    'GET /v1/public/series': `form=${form}&indicator=766.TDGQ`,
    'GET /v1/units/{unit}/figures': `form=${form}&period=${period}`,
    'GET /v1/periods/{period}/coverage': `form=${form}`,
    'GET /v1/public/periods/{period}/coverage': `form=${form}`,
  };
  const account = { userName: 'da-co', email: 'a@example.org', unit: null, roles: ['analyst'] };
  const file = { form, period, fileName: 'a.csv', contentType: 'text/csv', bytes: 9, sha256: 'b'.repeat(64) };
  const why = 'Kiểm tra quyền.';
  const meeting = {
    body: 'UBQG',
    number: 10,
    date: '2025-02-06',
    theme: { vi: 'Tổng kết', en: 'Review' },
    asks: [{ form, period }],
    moments: { cutOff: '2025-02-05T17:00:00' },
  };
  const body: Record<string, object> = {
    'POST /v1/submissions': { ...file, unit: about.unit },
    'POST /v1/submissions/{id}/sign': { sha256: 'f'.repeat(64), replaces: 1 },
    'POST /v1/submissions/{id}/return': { question: 'Vì sao mẫu số giảm?' },
    'POST /v1/submissions/{id}/answers': { answer: 'Do gộp thủ tục.', to: 1 },
    'POST /v1/submissions/{id}/attachments': { dispatch: '12/BC-UBND' },
    'POST /v1/submissions/{id}/withdraw': { why },
    'POST /v1/slots/{unit}/{form}/{period}/extension': { until: '2020-01-01', why },
    'PUT /v1/units/{unit}/one-person': { allowed: false, why },
    'PUT /v1/units/{unit}/succession': { allowed: false, why },
    'POST /v1/submissions/nil': { unit: about.unit, form, period, why: '' },
    'POST /v1/catalog/drafts': { schema: 'catalog/3', version: '2099.1', attempt: tickets },
    'POST /v1/catalog/drafts/{id}/publish': { why },
    'POST /v1/users': { ...account, why },
    'POST /v1/meetings': meeting,
    'PUT /v1/meetings/{id}': { ...meeting, revision: 1, why },
    'POST /v1/meetings/{id}/tasks': {
      tasks: [
        {
          text: 'Kiểm tra quyền.',
          lead: 'khong-co',
          deliverable: 'Không có.',
          measure: 'Không có.',
          deadline: '2026-12-31',
        },
      ],
    },
    'PUT /v1/tasks/{meeting}/{number}': { revision: 1, why, deadline: '2026-12-31' },
    'PUT /v1/users/{name}': { enabled: false, why },
    'DELETE /v1/users/{name}': { why },
    'DELETE /v1/users/{name}/second-factor': { why },
  };
  tickets += 1;
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => parameters[name] ?? '');
  const headers = { 'content-type': 'application/json', 'idempotency-key': `rights-${tickets}` };
  const content = body[route] === undefined ? {} : { body: JSON.stringify(body[route]) };
  return [
    `${filled}${query[route] ? `?${query[route]}` : ''}`,
    { method, headers, ...content, redirect: 'manual' },
  ];
}
