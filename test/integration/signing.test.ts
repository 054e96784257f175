import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { type Catalogs, onlyCatalog } from '../../shared/catalog/catalogs.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Identity } from '../../shared/submissions/rights.ts';
import { signSubmission } from '../../shared/submissions/sign-submission.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import { startService } from './service.ts';

/** Signing on the real table: what is confirmed, and what a race or a lost answer leaves behind. */

const unit = 'province:82@2025';
const key = { unit, form: 'qd766', period: '2026-Q3' };
const at = '2026-09-22T03:00:00.000Z';
const sha256 = 'a'.repeat(64);
const approver: Identity = { subject: 'approver-82', unit, roles: ['approver'] };
let stack: Stack;
let submissions: SubmissionStore;
let asked: string[] = [];

beforeAll(async () => {
  stack = await startService();
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials });
  submissions = submissionTable(
    new Table(client, stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string),
  );
}, 60_000);
afterAll(() => stack.stop());
beforeEach(() => {
  asked = [];
});

/** A submission that passed, with a warning to explain. */
async function checked(
  id: string,
  period: string,
  digest = sha256,
  readUnder = catalog.version,
): Promise<void> {
  const file = { fileName: 'a.csv', bytes: 1, sha256: digest, contentType: 'text/csv' };
  const announced = { ...file, by: 'reporter-82', at };
  await submissions.append(id, { fact: 'opened', ...key, period, ...announced });
  await submissions.append(id, { fact: 'received', bytes: 1, versionId: null, at });
  await submissions.append(id, {
    fact: 'verdict',
    verdict: 'passed-with-warnings',
    counts: { observations: 21, errors: 0, warnings: 1, repairs: 0 },
    warnings: ['result-differs'],
    pages: ['TDGQ'],
    catalog: readUnder,
    engine: '1',
  });
}

const explanations = { 'result-differs': ' Làm tròn số. ', 'never-asked': 'x'.repeat(500) };
function sign(
  id: string,
  over: {
    store?: SubmissionStore;
    catalogs?: Catalogs;
    sha256?: string;
    replaces?: number;
    explained?: Record<string, string>;
    why?: string;
  } = {},
) {
  const request = {
    sha256: over.sha256 ?? sha256,
    explanations: over.explained ?? explanations,
    replaces: over.replaces ?? 0,
    ...(over.why === undefined ? {} : { why: over.why }),
  };
  return signSubmission(
    { id, who: approver, at, request },
    {
      catalogs: over.catalogs ?? onlyCatalog(catalog),
      submissions: over.store ?? submissions,
      askAggregation: async ({ period }) => void asked.push(period),
    },
  );
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
}

describe('a signature', () => {
  test('keeps the explanations that were asked for, and no other', async () => {
    await checked('1'.repeat(32), '2026-Q3');
    const { word, receipt } = await sign('1'.repeat(32));
    expect(word).toBe('signed');
    expect(receipt.explanations).toEqual({ 'result-differs': 'Làm tròn số.' });
    expect(asked).toEqual(['2026-Q3']);
  });

  test('repeated, answers the same receipt and asks for the aggregation again; another digest is refused', async () => {
    const again = await sign('1'.repeat(32));
    expect([again.word, again.receipt.version]).toEqual(['already-signed', 1]);
    expect(asked).toEqual(['2026-Q3']);
    expect(await refusalOf(sign('1'.repeat(32), { sha256: 'b'.repeat(64) }))).toBe('digest-differs');
  });

  test('needs every warning explained', async () => {
    await checked('2'.repeat(32), '2026-Q3');
    expect(await refusalOf(sign('2'.repeat(32), { explained: { 'result-differs': '  ' } }))).toBe(
      'explanation-missing',
    );
  });

  test('needs each explanation to say something, in ten characters at least', async () => {
    const signed = sign('2'.repeat(32), { explained: { 'result-differs': '  chín chữ. ' } });
    await expect(signed).rejects.toMatchObject({
      code: 'explanation-missing',
      fields: [{ field: 'explanations.result-differs', fault: 'too-short' }],
    });
  });

  test('is refused when another version came to stand since the approver looked', async () => {
    expect(await refusalOf(sign('2'.repeat(32), { replaces: 0 }))).toBe('somebody-was-first');
    expect((await submissions.slot(key))?.standing?.submission).toBe('1'.repeat(32));
  });

  test('of what was read under a catalogue that reads the form otherwise is refused, and of no other', async () => {
    const id = '7'.repeat(32);
    const digest = '7'.repeat(64);
    await checked(id, '2027-Q3', digest);
    const changed = (form: string): Catalogs => {
      const everyScorecard = catalog.everyScorecard.map((card) =>
        card.form === form ? { ...card, max: '97' } : card,
      );
      const next = { ...catalog, version: '2099.1', everyScorecard };
      const held = [catalog, next];
      return {
        ...onlyCatalog(next),
        version: async (version) => held.find((each) => each.version === version),
      };
    };
    const under = (catalogs: Catalogs) => refusalOf(sign(id, { sha256: digest, catalogs }));
    expect(await under(changed('qd766'))).toBe('catalog-changed');
    // The version that it was read under is not held any more, so that nothing shows that it is read alike.
    expect(await under(onlyCatalog({ ...catalog, version: '2099.1' }))).toBe('catalog-changed');
    expect(await under(changed('dti2024'))).toBe('none');
  });

  test('of the very bytes that stand is refused: both were opened before either stood', async () => {
    expect(await refusalOf(sign('2'.repeat(32), { replaces: 1, why: 'Ký lại cùng một tệp.' }))).toBe(
      'unchanged-file',
    );
    expect((await submissions.slot(key))?.standing?.version).toBe(1);
  });

  test('that replaces a version says why, and what it says stays with the version', async () => {
    const digest = 'e'.repeat(64);
    await checked('6'.repeat(32), '2026-Q3', digest);
    const again = (why?: string) =>
      sign('6'.repeat(32), { sha256: digest, replaces: 1, ...(why === undefined ? {} : { why }) });
    expect(await refusalOf(again())).toBe('reason-missing');
    expect(await refusalOf(again(' quá ngắn '))).toBe('reason-missing');
    expect((await again(' Bổ sung hồ sơ của ba xã. ')).receipt.why).toBe('Bổ sung hồ sơ của ba xã.');
    const slot = await submissions.slot(key);
    expect(slot?.standing).toMatchObject({ version: 2, why: 'Bổ sung hồ sơ của ba xã.' });
    expect(slot?.history).toMatchObject([{ version: 1, why: null }]);
  });

  test('of two at once, one stands and the other is told', async () => {
    await checked('3'.repeat(32), '2026-Q4');
    await checked('4'.repeat(32), '2026-Q4');
    const outcomes = await Promise.all(['3', '4'].map((digit) => refusalOf(sign(digit.repeat(32)))));
    expect(outcomes.sort()).toEqual(['none', 'somebody-was-first']);
    expect(asked).toEqual(['2026-Q4']);
  });

  test('whose write was applied but whose answer was lost is a success, and is aggregated', async () => {
    await checked('5'.repeat(32), '2027-Q1');
    const lossy: SubmissionStore = {
      ...submissions,
      // The first try is applied and its answer lost; the repeated one finds its own version there.
      moveSlot: async (next) => {
        await submissions.moveSlot(next);
        return submissions.moveSlot(next);
      },
    };
    const { word, receipt } = await sign('5'.repeat(32), { store: lossy });
    expect([word, receipt.version]).toEqual(['already-signed', 1]);
    expect(asked).toEqual(['2027-Q1']);
  });
});
