import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { startService } from './service.ts';
import { digestOf, file, objectOf, put, TicketHolder } from './ticket-holder.ts';

/** What the service's tickets put is seen alike by every client of AWS: the SDK and, where installed, boto3 and the CLI. */

const { body, contentType } = file;
const folder = mkdtempSync(join(tmpdir(), 'diem-cau-clients-'));
let stack: Stack;
let holder: TicketHolder;
let s3: S3Client;

beforeAll(async () => {
  stack = await startService();
  holder = await TicketHolder.signIn(stack);
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const credentials = { accessKeyId, secretAccessKey };
  s3 = new S3Client({ region, endpoint: endpoints.s3, credentials, forcePathStyle: true });
  writeFileSync(join(folder, 'file'), body);
}, 60_000);
afterAll(async () => {
  s3.destroy();
  rmSync(folder, { recursive: true });
  await stack.stop();
});

describe('the AWS SDK', () => {
  test('finds under the submission’s id what was put, with the digest that was signed', async () => {
    const ticket = await holder.open();
    await put(ticket);
    const object = objectOf(ticket);
    const head = await s3.send(new HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }));
    expect([head.ChecksumSHA256, head.ContentLength, head.ContentType]).toEqual([
      digestOf(body),
      body.byteLength,
      contentType,
    ]);
    const { Body } = await s3.send(new GetObjectCommand(object));
    expect(digestOf((await Body?.transformToByteArray()) as Uint8Array)).toBe(digestOf(body));
  });

  test('is refused a second put of its own as the ticket’s holder is', async () => {
    const ticket = await holder.open();
    await put(ticket);
    const again = new PutObjectCommand({
      ...objectOf(ticket),
      Body: body,
      IfNoneMatch: '*',
    });
    await expect(s3.send(again)).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
  });
});

const installed = (command: string, args: string[]) => spawnSync(command, args).status === 0;

/** Runs a client with the stack's key, and reads the JSON that it prints. */
async function run(command: string, args: string[]): Promise<Record<string, unknown>> {
  const { accessKeyId, secretAccessKey, region, endpoints } = stack.aws;
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
  } as unknown as NodeJS.ProcessEnv;
  const { stdout } = await promisify(execFile)(command, args, { env });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const python = `
import json, sys, urllib.request, urllib.error, boto3, botocore
given = json.load(open(sys.argv[1]))
data = open(given['path'], 'rb').read()
def put(data):
    request = urllib.request.Request(given['url'], data, given['headers'], method='PUT')
    try:
        return urllib.request.urlopen(request).status
    except urllib.error.HTTPError as error:
        return error.code
out = {'other': put(bytes([data[0] ^ 1]) + data[1:]), 'first': put(data), 'second': put(data)}
s3 = boto3.client('s3')
out['digest'] = s3.head_object(ChecksumMode='ENABLED', **given['object'])['ChecksumSHA256']
try:
    s3.put_object(Body=data, IfNoneMatch='*', **given['object'])
except botocore.exceptions.ClientError as error:
    out['again'] = error.response['Error']['Code']
print(json.dumps(out))
`;

if (installed('python3', ['-c', 'import boto3'])) {
  test('Python puts by a ticket once, and boto3 finds the file', async () => {
    const ticket = await holder.open();
    const { url, headers } = ticket.upload;
    const given = { url, headers, path: join(folder, 'file'), object: objectOf(ticket) };
    writeFileSync(join(folder, 'ticket.json'), JSON.stringify(given));
    expect(await run('python3', ['-c', python, join(folder, 'ticket.json')])).toEqual({
      other: 400,
      first: 200,
      second: 412,
      digest: digestOf(body),
      again: 'PreconditionFailed',
    });
  }, 60_000);
}

if (installed('aws', ['--version'])) {
  test('the AWS CLI finds the file that a ticket put, and is refused a second put', async () => {
    const ticket = await holder.open();
    await put(ticket);
    const { Bucket, Key } = objectOf(ticket);
    const object = ['--bucket', Bucket, '--key', Key];
    const head = await run('aws', ['s3api', 'head-object', ...object, '--checksum-mode', 'ENABLED']);
    expect(head).toMatchObject({ ChecksumSHA256: digestOf(body), ContentType: contentType });
    const again = ['put-object', ...object, '--body', join(folder, 'file'), '--if-none-match', '*'];
    await expect(run('aws', ['s3api', ...again])).rejects.toThrow(/PreconditionFailed/);
  }, 60_000);
}
