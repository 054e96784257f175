import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { draftTable } from '../../shared/aws/draft-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { builtInFiles, catalog } from '../../shared/catalog/catalog.ts';
import { onlyCatalog, type Publication } from '../../shared/catalog/catalogs.ts';
import { documentOf } from '../../shared/catalog/document.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import { listVersions } from '../../shared/publishing/read-catalogs.ts';
import { readDraft } from '../../shared/publishing/read-draft.ts';
import { startService } from './service.ts';

/** What is published, on the real table: it never grows beyond what an item holds. */

let stack: Stack;
let table: Table;
beforeAll(async () => {
  stack = await startService();
  const { region, endpoints } = stack.aws;
  const client = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials: stack.aws });
  const named = stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string;
  table = new Table(client, named);
}, 60_000);
afterAll(() => stack.stop());

const accepted = Array.from({ length: 500 }, (_, index) => index.toString(16).padStart(32, '0'));
const minute = (number: number) => `2099-01-01T00:${String(number).padStart(2, '0')}:00.000Z`;
const publication = (number: number): Publication => ({
  version: `2099.${number}`,
  base: number === 1 ? catalog.version : `2099.${number - 1}`,
  draft: 'd'.repeat(64),
  by: 'thu-ky',
  at: minute(number),
  why: 'Thử',
  accepted,
});

test('after thirty publications with 500 accepted each, every one is found', async () => {
  const drafts = draftTable(table);
  for (let number = 1; number <= 32; number += 1) {
    const next = { schema: 'published/1', revision: number, last: publication(number) } as const;
    expect(await drafts.movePublished(next)).toBe('moved');
    expect(await drafts.movePublished(next)).toBe('somebody-was-first');
  }
  const who = { subject: 'thu-ky', unit: null, roles: ['secretariat' as const] };
  const parts = {
    drafts,
    catalogs: onlyCatalog(catalog),
    documentNamed: async () => undefined,
  };
  const first = await listVersions({ who, after: null }, parts);
  expect([first.items.length, first.items[0]?.version, first.next]).toEqual([20, '2099.32', '2099.13']);
  const rest = await listVersions({ who, after: first.next }, parts);
  expect([rest.items.length, rest.items.at(-1)?.version, rest.next]).toEqual([12, '2099.1', null]);
  expect([...first.items, ...rest.items].every((each) => each.accepted.length === 500)).toBe(true);
});

test('a draft that breaks 450 reports is told in pages, counts first', async () => {
  const drafts = draftTable(table);
  const base = documentOf(builtInFiles);
  const id = 'e'.repeat(64);
  const at = '2026-09-22T03:00:00.000Z';
  await drafts.putDocument(base);
  const draft = { schema: 'catalog-draft/1', id, base: base.version, by: 'thu-ky', at } as const;
  await drafts.putDraft(draft, { ...base, version: '2098.1' });
  const files = accepted.slice(0, 450).map((submission) => {
    return { unit: 'province:82@2025', form: 'qd766', period: '2026-Q3', submission };
  });
  await drafts.putPlan(id, { schema: 'catalog-plan/1', at, files });
  const result = {
    schema: 'catalog-preview/1',
    engine: engineVersion,
    fileName: 'a.csv',
    errors: 1,
  } as const;
  for (const [index, file] of files.entries()) {
    const outcome = index < 10 ? 'fails-already' : 'fails';
    await drafts.putResult(id, { ...result, ...file, outcome, findings: [], newWarnings: 0 });
  }
  const who = { subject: 'thu-ky', unit: null, roles: ['secretariat' as const] };
  const page = async (after: string | undefined) =>
    (await readDraft({ id, who, at, after }, { drafts, catalogs: onlyCatalog(catalog) })).preview;
  const seen: string[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const preview = await page(after);
    expect(preview?.counts).toEqual({ failing: 440, failingAlready: 10 });
    const told = [...(preview?.failing ?? []), ...(preview?.failingAlready ?? [])];
    seen.push(...told.map(({ submission }) => submission));
    sizes.push(told.length);
    after = preview?.next ?? undefined;
  } while (after);
  expect(sizes).toEqual([200, 200, 50]);
  expect(seen.sort()).toEqual(files.map(({ submission }) => submission));
}, 30_000);
