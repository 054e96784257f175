import { connect, createServer } from 'node:net';
import {
  type AttributeValue,
  DynamoDBClient,
  ListTablesCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, type StackLogLine, startStack } from '../../../local/stack.ts';
import { until, writeAssembly } from './fixture.ts';

const uploads = 'fixture-uploads-000000000000';
const lines: StackLogLine[] = [];
let stack: Stack;
let s3: S3Client;
let sqs: SQSClient;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  stack = await startStack({
    assembly: writeAssembly(),
    port: 0,
    now: '2026-09-22T02:00:00Z',
    log: (line) => void lines.push(line),
  });
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const settings = { region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 };
  s3 = new S3Client({ ...settings, endpoint: endpoints.s3 });
  sqs = new SQSClient({ ...settings, endpoint: endpoints.sqs });
  dynamodb = new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb });
});
afterAll(async () => {
  for (const client of [s3, sqs, dynamodb]) client.destroy();
  await stack.stop();
});

async function items(pk: string): Promise<Record<string, AttributeValue>[]> {
  const query = {
    TableName: stack.resources.physicalId('Table'),
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
  };
  return (await dynamodb.send(new QueryCommand(query))).Items ?? [];
}
async function records() {
  return (await items('received')).map((item) => JSON.parse(item.record?.S ?? ''));
}
async function takeOne(logicalId: string) {
  const QueueUrl = stack.resources.physicalId(logicalId);
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'], WaitTimeSeconds: 1 }),
  );
  return Messages?.[0];
}

describe('from an upload to the function', () => {
  test('the queue first had the test message that S3 sends', async () => {
    const first = await until('the test message', async () =>
      (await records()).find(({ body }) => JSON.parse(body).Event === 's3:TestEvent'),
    );
    expect(JSON.parse(first.body)).toMatchObject({ Service: 'Amazon S3', Bucket: uploads });
  });

  test('an object is told of, received in the shape of SQS, and noted by the SDK in the function', async () => {
    await s3.send(new PutObjectCommand({ Bucket: uploads, Key: 'in/82.csv', Body: 'a' }));
    const record = await until('the message', async () =>
      (await records()).find(({ body }) => body.includes('82.csv')),
    );
    expect(record).toMatchObject({
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:Data-UploadsQueue',
      awsRegion: 'ap-southeast-1',
      messageAttributes: {},
      attributes: { ApproximateReceiveCount: '1', SenderId: '000000000000' },
    });
    // Message time is business time, not that of this machine.
    const sent = new Date(Number(record.attributes.SentTimestamp)).toISOString();
    expect(sent).toMatch(/^2026-09-22T02:0/);
    await stack.idle();
    expect((await stack.status()).queues.UploadsQueue).toMatchObject({ visible: 0, inFlight: 0 });
  });

  test('of a batch, only what failed comes again, and then lies in the dead-letter queue', async () => {
    const QueueUrl = stack.resources.physicalId('UploadsQueue');
    const bodies = ['một', 'poison', 'hai'];
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const status = await until('the dead letter', async () => {
      const now = await stack.status();
      return now.queues.UploadsDead?.visible === 1 ? now : undefined;
    });
    expect(status.queues.UploadsDead?.deadLetters).toBe(true);
    await stack.idle();
    const received = (await records()).filter(({ body }) => bodies.includes(body));
    expect(received.map(({ body, attributes }) => [body, attributes.ApproximateReceiveCount]).sort()).toEqual(
      [
        ['hai', '1'],
        ['một', '1'],
      ],
    );
    expect((await takeOne('UploadsDead'))?.Body).toBe('poison');
  });
});

describe('schedules on business time', () => {
  test('run once, in order, with the local time of their zone', async () => {
    expect(stack.clock.now()).toMatch(/^2026-09-22T02:/);
    const fired = await stack.clock.moveTo('2026-10-14T18:00:00+07:00');
    // 00:30 of the 13th in Ha Noi is 17:30 UTC of the day before: +07:00 all year.
    expect(fired).toEqual([
      { schedule: 'Service-MeetingFirst', at: '2026-10-12T17:30:00Z', outcome: 'succeeded', attempts: 1 },
      { schedule: 'Service-MeetingLater', at: '2026-10-14T10:00:00Z', outcome: 'succeeded', attempts: 1 },
    ]);
    const frozen = (await items('frozen')).map((item) => [item.sk?.S, item.meeting?.S]);
    expect(frozen).toEqual([
      ['2026-10-12T17:30:00Z', 'first'],
      ['2026-10-14T10:00:00Z', 'later'],
    ]);
    expect(stack.clock.now()).toMatch(/^2026-10-14T11:00:/);
    expect(await stack.clock.moveTo('2026-10-14T18:30:00+07:00')).toEqual([]);
  });

  test('the clock does not go back', async () => {
    await expect(stack.clock.moveTo('2026-10-14T18:00:00+07:00')).rejects.toThrow('cannot go back');
    await expect(stack.clock.moveTo('2026-10-20')).rejects.toThrow('not an instant');
  });

  test('a freeze that fails is tried again and then kept by the function’s dead-letter queue', async () => {
    const fired = await stack.clock.moveTo('2026-10-15T08:00:00+07:00');
    // One call and the one retry that the function's own settings allow; the schedule's retries are for
    // deliveries that fail.
    expect(fired).toMatchObject([
      { schedule: 'Service-MeetingFailing', outcome: 'dead-lettered', attempts: 2 },
    ]);
    const letter = await takeOne('FreezeDead');
    expect(JSON.parse(letter?.Body ?? '')).toEqual({
      meeting: 'failing',
      scheduledTime: '2026-10-15T01:00:00Z',
    });
    expect(letter?.MessageAttributes?.ErrorMessage?.StringValue).toBe('the freeze fails');
  });

  test('a schedule whose role may not call the function ends in its own dead-letter queue', async () => {
    // Three retries: after a minute, two and four.
    const fired = await stack.clock.moveTo('2026-10-16T08:07:00+07:00');
    expect(fired.map(({ schedule, outcome, attempts }) => [schedule, outcome, attempts])).toEqual([
      ['Service-MeetingForbidden', 'to-be-retried', 1],
      ['Service-MeetingForbidden', 'to-be-retried', 2],
      ['Service-MeetingForbidden', 'to-be-retried', 3],
      ['Service-MeetingForbidden', 'dead-lettered', 4],
    ]);
    const letter = await takeOne('FreezeDead');
    expect(letter?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('AWS.Scheduler.AccessDenied');
    expect(letter?.MessageAttributes?.SCHEDULED_TIME?.StringValue).toBe('2026-10-16T01:00:00Z');
    expect(lines.some(({ text }) => text.includes('"meeting":"forbidden"'))).toBe(false);
  });
});

describe('the door', () => {
  test('everything listens on 127.0.0.1 and on no other address', async () => {
    const answer = await fetch(`${stack.url}/v1/answers/env`);
    const environment = (await answer.json()) as Record<string, string>;
    const runtime = environment.AWS_LAMBDA_RUNTIME_API?.split('/')[0] ?? '';
    const ports = [stack.url, ...Object.values(stack.aws.endpoints), `http://${runtime}`].map((url) =>
      Number(new URL(url).port),
    );
    expect(new Set(ports).size).toBe(5);
    // What is bound to every address answers at 127.0.0.2 too (Linux), what is bound to one does not.
    const open = createServer().listen(0, '0.0.0.0');
    await new Promise((done) => open.once('listening', done));
    const openPort = (open.address() as { port: number }).port;
    if (process.platform === 'linux') expect(await canConnect(openPort, '127.0.0.2')).toBe(true);
    open.close();
    for (const port of ports) {
      expect(await canConnect(port, '127.0.0.1')).toBe(true);
      expect(await canConnect(port, '127.0.0.2')).toBe(false);
      expect(await canConnect(port, '::1')).toBe(false);
    }
  });

  test('tables and queues are shut to whoever has no key of this stack', async () => {
    const credentials = { accessKeyId: 'AKIAGUESSED', secretAccessKey: 'x' };
    const settings = { region: stack.aws.region, credentials, maxAttempts: 1 };
    const other = new DynamoDBClient({ ...settings, endpoint: stack.aws.endpoints.dynamodb });
    await expect(other.send(new ListTablesCommand())).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    for (const url of [stack.aws.endpoints.dynamodb, stack.aws.endpoints.sqs]) {
      const page = await fetch(url, {
        method: 'OPTIONS',
        headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
      });
      expect([page.status, page.headers.get('access-control-allow-origin')]).toEqual([400, null]);
    }
  });

  test('a port in use is named, with the way out', async () => {
    const port = Number(new URL(stack.url).port);
    const second = startStack({ assembly: writeAssembly(), port });
    await expect(second).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(`${port}`),
    });
    await expect(second).rejects.toThrow('--port N');
  });
});

function canConnect(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1000 });
    const end = (result: boolean) => {
      socket.destroy();
      done(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
