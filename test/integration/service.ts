import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { demoNow } from '../../local/job/run-job.ts';
import { type Stack, type StackOptions, startStack } from '../../local/stack.ts';

export const assembly = fileURLToPath(new URL('../../build/test-assembly', import.meta.url));

/** The whole service on this machine, from the synthesised templates, on a free port. */
export function startService(options: Partial<StackOptions> = {}): Promise<Stack> {
  return startStack({ assembly, port: 0, now: demoNow, ...options });
}

/** Every item of the service's table, in one order: to see that nothing has changed. */
export async function tableContent(stack: Stack): Promise<string> {
  const client = new DynamoDBClient(clientFor(stack, stack.aws.endpoints.dynamodb));
  const table = stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string;
  const items: string[] = [];
  let from: Record<string, never> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ExclusiveStartKey: from }));
    items.push(...(page.Items ?? []).map((item) => JSON.stringify(item, byteArrays)));
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
  client.destroy();
  return items.sort().join('\n');
}

/** Sends a message as S3 would, to the queue that normalises. */
export async function sendToUploads(stack: Stack, body: string): Promise<void> {
  const client = new SQSClient(clientFor(stack, stack.aws.endpoints.sqs));
  await client.send(new SendMessageCommand({ QueueUrl: uploadsQueue(stack), MessageBody: body }));
  client.destroy();
}

function uploadsQueue(stack: Stack): string {
  const bucket = stack.resources
    .list('AWS::S3::Bucket')
    .find(({ properties }) => 'NotificationConfiguration' in properties);
  const notification = bucket?.properties.NotificationConfiguration as {
    QueueConfigurations: { Queue: string }[];
  };
  const name = notification.QueueConfigurations[0]?.Queue.split(':').at(-1) as string;
  const queue = stack.resources.list('AWS::SQS::Queue').find(({ physicalId }) => physicalId.endsWith(name));
  return queue?.physicalId as string;
}

function clientFor(stack: Stack, endpoint: string) {
  const { region, accessKeyId, secretAccessKey } = stack.aws;
  return { region, endpoint, credentials: { accessKeyId, secretAccessKey } };
}

function byteArrays(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
