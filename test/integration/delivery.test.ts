import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiClient, type Person, type SubmissionAnswer } from '../../local/job/api-client.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import { sendToUploads, startService, tableContent } from './service.ts';

/** S3 promises at least one message a put, in no order: whatever comes, the table ends the same. */

const { form, period, files } = readSamples();
let stack: Stack;
let api: ApiClient;
const messages: string[] = [];

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  const [first, second] = await Promise.all([put('82', 'province:82@2025'), put('14', 'province:14@2008')]);
  messages.push(first as string, second as string);
  await stack.idle();
}, 60_000);
afterAll(() => stack.stop());

/** Opens and puts a province's sample, and makes the message that S3 sent for it. */
async function put(code: string, unit: string): Promise<string> {
  const sample = files.find((file) => file.unitCode === code) as Sample;
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: `reporter-${code}` });
  const { fileName, contentType, body } = sample;
  const ticket = await api.open(reporter, `delivery-${code}`, {
    unit,
    form,
    period,
    fileName,
    contentType,
    body,
  });
  await api.put(ticket, body);
  await checked(reporter, ticket.id);
  const received = await fact(ticket.id, 'received');
  return JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        eventTime: received.at,
        s3: {
          object: {
            key: `submissions/${ticket.id}/file`,
            size: body.byteLength,
            ...(received.versionId === null ? {} : { versionId: received.versionId }),
          },
        },
      },
    ],
  });
}

async function checked(person: Person, id: string): Promise<SubmissionAnswer> {
  for (;;) {
    const answer = await api.get<SubmissionAnswer>(`/v1/submissions/${id}`, person);
    if (answer.state === 'checked') return answer;
    if (answer.state === 'returned') throw new Error('the sample was returned');
  }
}

async function fact(id: string, kind: string): Promise<{ at: string; versionId: string | null }> {
  const items = (await tableContent(stack)).split('\n').map((line) => JSON.parse(line));
  const item = items.find(({ pk, sk }) => pk.S === `submission#${id}` && sk.S === `fact#${kind}`);
  return JSON.parse(item.fact.S);
}

test.each([
  ['twice', () => [messages[0]]],
  ['ten times', () => Array.from({ length: 9 }, () => messages[0])],
  ['out of order, each twice', () => [messages[1], messages[0], messages[1], messages[0]]],
  [
    'at a later time',
    () => [(messages[0] as string).replace(/"eventTime":"[^"]*"/, '"eventTime":"2026-09-30T00:00:00.000Z"')],
  ],
  [
    'two in one',
    () => [JSON.stringify({ Records: messages.flatMap((message) => JSON.parse(message).Records) })],
  ],
  ["with S3's own test event", () => ['{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}']],
])(
  'a message delivered %s changes nothing in the table',
  async (_how, sent) => {
    const before = await tableContent(stack);
    for (const message of sent()) await sendToUploads(stack, message as string);
    await stack.idle();
    expect(await tableContent(stack)).toBe(before);
  },
  60_000,
);
