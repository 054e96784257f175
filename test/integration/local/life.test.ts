import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, jest, test } from '@jest/globals';
import { type Stack, startStack } from '../../../local/stack.ts';
import { newFolder, until, writeAssembly } from './fixture.ts';

// Whole stacks start and stop here, also on a machine that is busy with other things.
jest.setTimeout(30_000);

const uploads = 'fixture-uploads-000000000000';
const clients = ({ aws: { region, accessKeyId, secretAccessKey, endpoints } }: Stack) => {
  const settings = { region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 };
  return {
    s3: new S3Client({ ...settings, endpoint: endpoints.s3 }),
    dynamodb: new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb }),
  };
};

describe('a data folder', () => {
  test('keeps tables, objects, messages, the signing key and business time', async () => {
    const options = { assembly: writeAssembly(), port: 0, dataDir: newFolder() };
    const first = await startStack({ ...options, now: '2026-09-22T02:00:00Z' });
    const before = clients(first);
    await first.idle();
    const Item = { pk: { S: 'a' }, sk: { S: 'b' }, tỉnh: { S: 'Đồng Tháp' } };
    await before.dynamodb.send(new PutItemCommand({ TableName: first.resources.physicalId('Table'), Item }));
    const object = { Bucket: uploads, Key: 'out/kept.txt' };
    const put = (Body: string) =>
      before.s3.send(new PutObjectCommand({ ...object, Body, ChecksumAlgorithm: 'SHA256' }));
    const [one] = [await put('một'), await put('hai')];
    await before.s3.send(new PutObjectCommand({ Bucket: uploads, Key: 'in/poison.csv', Body: 'x' }));
    await until(
      'the message is under way',
      async () => (await first.status()).queues.UploadsQueue?.inFlight === 1 || undefined,
    );
    const token = await first.mintToken({ subject: 'a', roles: ['reporter'] });
    await first.clock.moveTo('2026-10-13T00:30:00+07:00');
    await first.stop();

    const second = await startStack({ ...options, now: '2026-01-01T00:00:00Z' });
    try {
      const { s3, dynamodb } = clients(second);
      expect(second.clock.now()).toMatch(/^2026-10-12T17:30:/);
      expect(await second.clock.moveTo('2026-10-13T12:00:00+07:00')).toEqual([]);
      const found = await dynamodb.send(
        new GetItemCommand({
          TableName: second.resources.physicalId('Table'),
          Key: { pk: { S: 'a' }, sk: { S: 'b' } },
        }),
      );
      expect(found.Item).toEqual(Item);
      const text = async (VersionId?: string) =>
        (await s3.send(new GetObjectCommand({ ...object, VersionId }))).Body?.transformToString();
      expect([await text(), await text(one.VersionId)]).toEqual(['hai', 'một']);
      const head = await s3.send(
        new HeadObjectCommand({ ...object, VersionId: one.VersionId, ChecksumMode: 'ENABLED' }),
      );
      expect(head.ChecksumSHA256).toBe(one.ChecksumSHA256);
      const answer = await fetch(`${second.url}/v1/events/1`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      // The message that failed goes on failing where it left off, until it is dead.
      await until(
        'the dead letter',
        async () => (await second.status()).queues.UploadsDead?.visible === 1 || undefined,
      );
    } finally {
      await second.stop();
    }
  });

  test('is for one stack at a time', async () => {
    const options = { assembly: writeAssembly(), port: 0, dataDir: newFolder() };
    const first = await startStack(options);
    await expect(startStack(options)).rejects.toThrow('is in use by process');
    await first.stop();
    await (await startStack(options)).stop();
  });
});

test('a wait for rest ends, and says what has none', async () => {
  const stack = await startStack({ assembly: writeAssembly(), port: 0 });
  try {
    await stack.idle();
    fetch(`${stack.url}/v1/answers/hang`).catch(() => 'cut off');
    await until(
      'the call',
      async () => (await stack.status()).functions.ApiFunction?.running === 1 || undefined,
    );
    await expect(stack.idle(0)).rejects.toThrow(
      'the stack is not idle after 0 s: function ApiFunction runs 1, 0 wait',
    );
  } finally {
    await stack.stop();
  }
});

describe('the end of a stack', () => {
  const start = async (): Promise<{ child: ChildProcess; url: string; runtime: string }> => {
    const parent = join(import.meta.dirname, 'parent.ts');
    const child = spawn(process.execPath, [parent, writeAssembly()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((done) =>
      child.stdout?.once('data', (data) => done(String(data))),
    );
    return { child, ...JSON.parse(line) };
  };

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s leaves no process of a function',
    async (signal) => {
      const { child, url } = await start();
      const pids = await functionPids(url);
      expect(pids.length).toBeGreaterThan(0);
      child.kill(signal);
      await until('the processes have ended', () => pids.every((pid) => !isRunning(pid)) || undefined);
    },
    30_000,
  );

  test('leaves no process of a function that is in an endless loop', async () => {
    const { child, url } = await start();
    const pids = await functionPids(url);
    const looping = new Promise((done) =>
      child.stdout?.on('data', (data) => String(data).includes('looping') && done(true)),
    );
    fetch(`${url}/v1/answers/loop`).catch(() => 'cut off');
    await looping;
    child.kill('SIGKILL');
    await until('the process has ended', () => pids.every((pid) => !isRunning(pid)) || undefined);
  });

  test('by stop leaves no process and no open port, also with a call under way', async () => {
    const stack = await startStack({ assembly: writeAssembly(), port: 0 });
    const pids = await functionPids(stack.url);
    const under = fetch(`${stack.url}/v1/answers/hang`).catch(() => 'cut off');
    await until(
      'the call',
      async () => (await stack.status()).functions.ApiFunction?.running === 1 || undefined,
    );
    await stack.stop();
    await under;
    expect(pids.every((pid) => !isRunning(pid))).toBe(true);
    const ports = [stack.url, ...Object.values(stack.aws.endpoints)].map((one) => Number(new URL(one).port));
    for (const port of ports) expect(await isOpen(port)).toBe(false);
  });
});

/** The processes that answer the API. */
async function functionPids(url: string): Promise<number[]> {
  const answer = await fetch(`${url}/v1/answers/pid`);
  return [Number(await answer.text())];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('close', () => done(false)).once('connect', () => socket.destroy());
  });
}
