import dynalite from 'dynalite';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { dynamoDbCalls } from '../access/json-calls.ts';
import { closeServer, listenOnLoopback, loopback } from '../loopback.ts';
import { region } from '../template/place.ts';
import { nameOf, propertiesOf, type Resource } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { guardByKey } from './key-guard.ts';

/** The properties of a table that act here; encryption, recovery and protection have nothing to act on. */
const Table = v.object({
  AttributeDefinitions: v.array(v.unknown()),
  KeySchema: v.array(v.unknown()),
  BillingMode: v.optional(v.string()),
  ProvisionedThroughput: v.optional(v.unknown()),
  GlobalSecondaryIndexes: v.optional(v.array(v.unknown())),
  LocalSecondaryIndexes: v.optional(v.array(v.unknown())),
  StreamSpecification: v.optional(v.unknown()),
});

export type DynamoDb = { url: string; stop: () => Promise<void> };

/** Starts DynamoDB (dynalite) without its delays, in memory or in a LevelDB folder, with these tables. */
export async function startDynamoDb(access: Access, folder?: string): Promise<DynamoDb> {
  const server = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
    ...(folder === undefined ? {} : { path: folder }),
  });
  guardByKey(server, access, dynamoDbCalls);
  const url = `http://${loopback}:${await listenOnLoopback(server, 0)}`;
  return { url, stop: () => closeServer(server) };
}

/**
 * Makes the tables that are not there yet.
 * @throws TemplateError when a table asks for what dynalite has not, or is refused by it
 */
export async function createTables(
  url: string,
  accessKeyId: string,
  tables: readonly Resource[],
): Promise<void> {
  for (const table of tables) {
    const { StreamSpecification, ...settings } = propertiesOf(table, Table);
    if (StreamSpecification !== undefined)
      throw new TemplateError(nameOf(table), 'streams are not supported');
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.CreateTable',
        // dynalite wants a signature to be there and does not check it.
        'x-amz-date': '20260101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify({ TableName: table.physicalId, ...settings }),
    });
    const text = await answer.text();
    if (!answer.ok && !text.includes('ResourceInUseException')) throw new TemplateError(nameOf(table), text);
  }
}
