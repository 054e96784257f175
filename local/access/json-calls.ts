import * as v from 'valibot';
import { arn } from '../template/place.ts';

/** What a request wants to do, and with which resource. */
export type Asked = {
  action: string;
  resource: string;
  /** Condition keys of the service, in lower case. */
  context?: Readonly<Record<string, string>>;
};

/** Reads what a request of one service asks for; undefined when it is none that is known here. */
export type ReadCalls = (operation: string, body: unknown) => Asked[] | undefined;

const tableArn = (name: string) => (name.startsWith('arn:') ? name : arn('dynamodb', `table/${name}`));
const OneTable = v.object({ TableName: v.string(), IndexName: v.optional(v.string()) });
/** The partition key of our one table; of a query, where its condition begins with it as our queries do. */
const OneKey = v.object({ Key: v.object({ pk: v.object({ S: v.string() }) }) });
const OneItem = v.object({ Item: v.object({ pk: v.object({ S: v.string() }) }) });
const OnePartition = v.object({
  KeyConditionExpression: v.pipe(v.string(), v.regex(/^pk = :pk( AND |$)/)),
  ExpressionAttributeValues: v.object({ ':pk': v.object({ S: v.string() }) }),
});
const ManyTables = v.object({ RequestItems: v.record(v.string(), v.unknown()) });
const ofOneTable = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DescribeTable'];
const ofManyTables = ['BatchGetItem', 'BatchWriteItem'];

/** The calls in a request to DynamoDB: a batch is one call of each of its tables. */
export const dynamoDbCalls: ReadCalls = (operation, body) => {
  const action = `dynamodb:${operation}`;
  if (ofManyTables.includes(operation) && v.is(ManyTables, body)) {
    return Object.keys(body.RequestItems).map((name) => ({ action, resource: tableArn(name) }));
  }
  if (!ofOneTable.includes(operation) || !v.is(OneTable, body)) return undefined;
  const index = body.IndexName === undefined ? '' : `/index/${body.IndexName}`;
  const resource = `${tableArn(body.TableName)}${index}`;
  const key = partitionIn(body);
  return [{ action, resource, ...(key === undefined ? {} : { context: { 'dynamodb:leadingkeys': key } }) }];
};

function partitionIn(body: unknown): string | undefined {
  if (v.is(OneKey, body)) return body.Key.pk.S;
  if (v.is(OneItem, body)) return body.Item.pk.S;
  return v.is(OnePartition, body) ? body.ExpressionAttributeValues[':pk'].S : undefined;
}

const OnePool = v.object({ UserPoolId: v.string() });

/** The call in a request to Cognito: what is done to a user pool, and nothing that needs no right. */
export const cognitoCalls: ReadCalls = (operation, body) => {
  if (!/^(Admin|List)[A-Z]/.test(operation) || !v.is(OnePool, body)) return undefined;
  return [
    { action: `cognito-idp:${operation}`, resource: arn('cognito-idp', `userpool/${body.UserPoolId}`) },
  ];
};

const OneQueue = v.object({ QueueUrl: v.string() });
/** "Actions for batches are the same as for one message" (SQS Developer Guide, "API permissions"). */
const ofOneQueue: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueAttributes: 'GetQueueAttributes',
};

/** The call in a request to SQS, in its JSON protocol. */
export const sqsCalls: ReadCalls = (operation, body) => {
  const action = ofOneQueue[operation];
  if (action === undefined || !v.is(OneQueue, body)) return undefined;
  return [{ action: `sqs:${action}`, resource: arn('sqs', body.QueueUrl.split('/').at(-1) ?? '') }];
};
