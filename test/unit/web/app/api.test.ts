import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiProblem, ask, askFile } from '../../../../web/app/api.ts';
import { heldStorage } from '../storage.ts';

/** Answers as a bad line leaves them; under /v1/public/, where no token is sent. And a question that nobody may ask. */

let server: Server;
const requested: (string | undefined)[] = [];
const realFetch = globalThis.fetch;
beforeAll(async () => {
  server = createServer((request, response) => {
    requested.push(request.url);
    const body = '{"id":"01';
    if (request.url?.endsWith('/cut')) response.writeHead(201, { 'content-length': 400 });
    response.write(body);
    if (request.url?.endsWith('/held')) return;
    setImmediate(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (address, options) => realFetch(`http://127.0.0.1:${port}${address}`, options);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const problemOf = (asked: Promise<unknown>) => asked.catch((fault: unknown) => fault);

test('an answer that is cut short is as none: it can be asked for again', async () => {
  for (const address of ['/v1/public/cut', '/v1/public/broken']) {
    const problem = await problemOf(ask('POST', address, { body: {} }));
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 0, code: 'offline' });
  }
  expect(await problemOf(askFile('/v1/public/cut'))).toMatchObject({ status: 0, code: 'offline' });
});

test('an answer that is no longer wanted is no problem of the line', async () => {
  const asking = new AbortController();
  const asked = problemOf(ask('GET', '/v1/public/held', { signal: asking.signal }));
  asking.abort();
  expect(await asked).toMatchObject({ name: 'AbortError' });
});

test('without a session only what is public is asked for: the rest is refused at once, as the service would', async () => {
  Object.assign(globalThis, { sessionStorage: heldStorage(), localStorage: heldStorage() });
  expect(await problemOf(ask('GET', '/v1/submissions'))).toMatchObject({ status: 401 });
  expect(await problemOf(askFile('/v1/submissions/7f3a/receipt'))).toMatchObject({ status: 401 });
  expect(requested.filter((address) => address?.startsWith('/v1/submissions'))).toEqual([]);
  Reflect.deleteProperty(globalThis, 'sessionStorage');
  Reflect.deleteProperty(globalThis, 'localStorage');
});

test('what is no address of the API is not found, and nobody is asked', async () => {
  requested.length = 0;
  const none = [
    '/v1/public/..%2F..%2Fconfig.json',
    '/v1/public/../submissions',
    '/v1/public/meetings/%2e%2e',
    '/v1/public/meetings//tasks',
    '/config.json',
  ];
  for (const address of none) {
    expect(await problemOf(ask('GET', address))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemOf(askFile(address))).toMatchObject({ status: 404 });
  }
  expect(requested).toEqual([]);
});
