import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { draftTable } from '../../shared/aws/draft-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { onlyCatalog, type Publication } from '../../shared/catalog/catalogs.ts';
import { listVersions } from '../../shared/publishing/read-catalogs.ts';
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
