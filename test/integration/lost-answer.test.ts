import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { putFile, type Send } from '../../local/job/put-file.ts';
import { until } from '../../local/job/until.ts';
import type { Stack } from '../../local/stack.ts';
import { startService } from './service.ts';
import { digestOf, file, put, TicketHolder } from './ticket-holder.ts';

/** A put whose answer never comes: the client asks what became of it, and the file is there once. */

const { body } = file;
let stack: Stack;
let holder: TicketHolder;
let proxy: Server;
/** How many answers the proxy has swallowed. */
let swallowed = 0;

beforeAll(async () => {
  stack = await startService();
  holder = await TicketHolder.signIn(stack);
  const s3 = new URL(stack.aws.endpoints.s3);
  // Lets everything through to S3, and dies when S3 begins to answer.
  proxy = createServer((client) => {
    const server = connect(Number(s3.port), s3.hostname);
    client.pipe(server);
    server.once('data', () => {
      swallowed += 1;
      client.destroy();
      server.destroy();
    });
    for (const socket of [client, server]) socket.on('error', () => {});
  });
  await new Promise<void>((listening) => void proxy.listen(0, '127.0.0.1', listening));
}, 60_000);
afterAll(async () => {
  proxy.close();
  await stack.stop();
});

/** Sends through the proxy, under S3's own name, which is signed. */
const throughProxy: Send = (url, { method = 'PUT', headers, body }) =>
  new Promise((_resolve, reject) => {
    const { host, pathname, search } = new URL(url);
    const bytes = Buffer.from(body as Uint8Array);
    const sent = { ...(headers as Record<string, string>), host, 'content-length': bytes.length };
    const { port } = proxy.address() as AddressInfo;
    httpRequest({ host: '127.0.0.1', port, method, path: pathname + search, headers: sent })
      .on('error', reject)
      .end(bytes);
  });

test('the answer of the first put is lost: the second meets 412, and the file counts as received', async () => {
  const ticket = await holder.open();
  const statuses: number[] = [];
  const send: Send = async (url, request) => {
    if (swallowed === 0) return throughProxy(url, request);
    const answer = await fetch(url, request);
    statuses.push(answer.status);
    return answer;
  };
  const { api, reporter } = holder;
  expect(await putFile(api, { person: reporter, ticket, body }, send)).toBe('was-there');
  expect([swallowed, statuses]).toEqual([1, [412]]);
  const { receivedAt, sha256 } = await api.submission(reporter, ticket.id);
  expect(receivedAt).not.toBeNull();
  expect(Buffer.from(sha256, 'hex').toString('base64')).toBe(digestOf(body));
});

test('a ticket that has ended is asked for again, once', async () => {
  const { api, reporter } = holder;
  const good = await holder.open();
  const url = good.upload.url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=1');
  const ended = { ...good, upload: { ...good.upload, url } };
  expect(await putFile(api, { person: reporter, ticket: ended, body })).toBe('put');
});

test('what lies under the submission is another file: 412 is no success then', async () => {
  const { api, reporter } = holder;
  const ticket = await holder.open();
  await put(ticket);
  await until('the receipt', async () => (await api.submission(reporter, ticket.id)).receivedAt ?? undefined);
  const other = Buffer.concat([body.subarray(1), body.subarray(0, 1)]);
  // The digest that is sent is the ticket's, so S3 looks at its own condition first.
  const refused = putFile(api, { person: reporter, ticket, body: other });
  await expect(refused).rejects.toMatchObject({ name: 'Error', code: 'digest-differs' });
});

test('a file that S3 refuses is not sent again and again', async () => {
  const { api, reporter } = holder;
  const ticket = await holder.open();
  let sent = 0;
  const counting: Send = (url, request) => {
    sent += 1;
    return fetch(url, request);
  };
  const other = Buffer.concat([body.subarray(1), body.subarray(0, 1)]);
  const refused = putFile(api, { person: reporter, ticket, body: other }, counting);
  await expect(refused).rejects.toMatchObject({ status: 400 });
  expect(sent).toBe(1);
});
