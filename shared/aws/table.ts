import { createHash } from 'node:crypto';
import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { ItemKey } from './keys.ts';

type Item = Record<string, AttributeValue>;

/** DynamoDB's answer to a page of a query. */
type QueryPage = { items: Item[]; next: Item | undefined };

/** The condition that there is no such item. */
export const unlessThere = { expression: 'attribute_not_exists(pk)' };

const batchLimit = 100;
const maxAttempts = 8;

/** The one table, in a handful of calls. No SDK exception leaves this file but a fault. */
export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async get(key: ItemKey, consistent: boolean): Promise<Item | undefined> {
    const answer = await this.#client.send(
      new GetItemCommand({ TableName: this.#name, Key: marshalled(key), ConsistentRead: consistent }),
    );
    return answer.Item;
  }

  async put(key: ItemKey, attributes: Item): Promise<void> {
    await this.#client.send(
      new PutItemCommand({ TableName: this.#name, Item: { ...marshalled(key), ...attributes } }),
    );
  }

  /** Puts an item unless the condition is not met. */
  async putIf(
    key: ItemKey,
    attributes: Item,
    condition: { expression: string; names?: Record<string, string>; values?: Item },
  ): Promise<'put' | 'condition-not-met'> {
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#name,
          Item: { ...marshalled(key), ...attributes },
          ConditionExpression: condition.expression,
          ExpressionAttributeNames: condition.names,
          ExpressionAttributeValues: condition.values,
        }),
      );
      return 'put';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'condition-not-met';
      throw error;
    }
  }

  /** One page of a partition's items whose sort key begins with a prefix. */
  async page(
    partition: string,
    prefix: string,
    options: { limit?: number; newestFirst?: boolean; after?: Item | undefined },
  ): Promise<QueryPage> {
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: partition }, ':prefix': { S: prefix } },
        ConsistentRead: true,
        ScanIndexForward: !options.newestFirst,
        Limit: options.limit,
        ExclusiveStartKey: options.after,
      }),
    );
    return { items: answer.Items ?? [], next: answer.LastEvaluatedKey };
  }

  /** Every item of a partition whose sort key begins with a prefix, through all pages. */
  async all(partition: string, prefix: string): Promise<Item[]> {
    const items: Item[] = [];
    let after: Item | undefined;
    do {
      const page = await this.page(partition, prefix, { after });
      items.push(...page.items);
      after = page.next;
    } while (after);
    return items;
  }

  /** The newest of a partition's items between two sort keys (both included), newest first, as they were a moment ago. */
  async newest(partition: string, range: { from: string; to: string }, limit: number): Promise<Item[]> {
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': { S: partition },
          ':from': { S: range.from },
          ':to': { S: range.to },
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return answer.Items ?? [];
  }

  /** Many items by key, consistently; what DynamoDB leaves unprocessed is asked again with growing waits. */
  async getMany(keys: readonly ItemKey[]): Promise<Item[]> {
    const batches: ItemKey[][] = [];
    for (let from = 0; from < keys.length; from += batchLimit) {
      batches.push(keys.slice(from, from + batchLimit));
    }
    return (await Promise.all(batches.map((batch) => this.#getBatch(batch)))).flat();
  }

  /** A few items by key in one call, as they were a moment ago, at half the price. */
  async getSome(keys: readonly ItemKey[]): Promise<Item[]> {
    const [key, ...others] = keys;
    if (!key) return [];
    if (others.length > 0) return this.#getBatch(keys, false);
    const item = await this.get(key, false);
    return item ? [item] : [];
  }

  async #getBatch(batch: readonly ItemKey[], consistent = true): Promise<Item[]> {
    const items: Item[] = [];
    let wanted: Item[] = batch.map(marshalled);
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      if (attempt === maxAttempts) throw new Error(`table: ${wanted.length} keys stayed unprocessed`);
      if (attempt > 0) await wait(25 * 2 ** attempt * (0.5 + Math.random()));
      const answer = await this.#client.send(
        new BatchGetItemCommand({
          RequestItems: { [this.#name]: { Keys: wanted, ConsistentRead: consistent } },
        }),
      );
      items.push(...(answer.Responses?.[this.#name] ?? []));
      wanted = answer.UnprocessedKeys?.[this.#name]?.Keys ?? [];
    }
    return items;
  }
}

function marshalled({ pk, sk }: ItemKey): Item {
  return { pk: { S: pk }, sk: { S: sk } };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The text of an attribute. @throws Error when it is not there: a record that cannot be read is a fault */
export function textOf(item: Item, attribute: string): string {
  const value = item[attribute]?.S;
  if (value === undefined) throw new Error(`table: an item without the text attribute ${attribute}`);
  return value;
}

/** The bytes of an attribute. @throws Error when it is not there */
export function bytesOf(item: Item, attribute: string): Uint8Array {
  const value = item[attribute]?.B;
  if (value === undefined) throw new Error(`table: an item without the binary attribute ${attribute}`);
  return value;
}

/** Bytes as an attribute, and beside them their SHA-256 (hex), so that a changed bit is seen whatever it means. */
export function digested(attribute: string, bytes: Uint8Array): Item {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { [attribute]: { B: bytes }, sha256: { S: sha256 } };
}

/** The digest that stands beside an item's bytes; null: it was written before there was one. */
export function bytesSha256(item: Item): string | null {
  return item.sha256?.S ?? null;
}
