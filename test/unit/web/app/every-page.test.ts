import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiProblem } from '../../../../web/app/api.ts';
import { everyPage } from '../../../../web/app/every-page.ts';

/** Three pages of one item each; the way to the third needs escaping. */
const pages: Record<string, { items: string[]; next: string | null }> = {
  '/v1/public/list?of=x': { items: ['a'], next: 'a' },
  '/v1/public/list?of=x&after=a': { items: ['b'], next: 'b&c' },
  '/v1/public/list?of=x&after=b%26c': { items: ['c'], next: null },
  '/v1/public/broken': { items: ['a'], next: 'gone' },
};
let server: Server;
const realFetch = globalThis.fetch;
beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 503).end(JSON.stringify(page ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (address, options) => realFetch(`http://127.0.0.1:${port}${address}`, options);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await new Promise((done) => server.close(done));
});

const { signal } = new AbortController();

test('every page is read, in order', async () => {
  const list = everyPage('/v1/public/list?of=x', { most: 3, signal });
  expect(await list).toEqual({ items: ['a', 'b', 'c'], isCut: false });
});

test('no more than so many are, and it says that there are more', async () => {
  const list = everyPage('/v1/public/list?of=x', { most: 2, signal });
  expect(await list).toEqual({ items: ['a', 'b'], isCut: true });
});

test('a page that does not come fails the list: what is missing is not left out', async () => {
  await expect(everyPage('/v1/public/broken', { most: 3, signal })).rejects.toBeInstanceOf(ApiProblem);
});
