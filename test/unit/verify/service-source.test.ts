import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { MissingObject } from '../../../cli/verify/chain-source.ts';
import { serviceSource } from '../../../cli/verify/service-source.ts';

/** A service whose signed URLs are refused from a certain moment on, as S3 refuses one that has expired: 403. */

const found = { meeting: 'ubqg-11', hash: 'a'.repeat(64) };
let server: Server;
afterEach(() => server.close());

/** @param isThere whether the raw files are there; S3 answers 403 for one that is not, to who may not list. */
async function service(isThere = true) {
  const state = { asked: 0, expired: 0 };
  server = createServer(({ url = '', headers: { host } }, response) => {
    if (url.startsWith('/v1/')) {
      state.asked += 1;
      const at = (what: string) => `http://${host}/${what}?signed=${state.asked}`;
      const items = ['82', '52'].map((unit) => ({
        kind: 'slot',
        key: { unit: `province:${unit}@2025`, form: 'cds', period: '2026-Q3' },
        slot: null,
        report: { submission: unit, fileName: 'a', nil: null, file: at(`f${unit}`), context: at(`c${unit}`) },
      }));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...found, items, next: null }));
      return;
    }
    const signed = Number(new URL(url, `http://${host}`).searchParams.get('signed'));
    response.statusCode = isThere && signed > state.expired ? 200 : 403;
    response.end(url.slice(1, 4));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const source = serviceSource({ api, token: 't' });
  const { items } = await source.part(found, null);
  const urls = items.flatMap((item) =>
    item.kind === 'slot' ? [item.report?.file ?? '', item.report?.context ?? ''] : [],
  );
  const read = async (url: string) => {
    const { path, done } = await source.fetched(url);
    const text = readFileSync(path, 'utf8');
    await done();
    return text;
  };
  return { state, urls, read };
}

test('a signed URL that has expired is asked for again, once for the whole part', async () => {
  const { state, urls, read } = await service();
  expect(await read(urls[0] as string)).toBe('f82');
  expect(state.asked).toBe(1);
  state.expired = 1;
  const texts: string[] = [];
  for (const url of urls) texts.push(await read(url));
  expect(texts).toEqual(['f82', 'c82', 'f52', 'c52']);
  expect(state.asked).toBe(2);
  state.expired = 2;
  expect(await read(urls[3] as string)).toBe('c52');
  expect(state.asked).toBe(3);
});

test('what is refused with a fresh URL too is not there', async () => {
  const { state, urls, read } = await service(false);
  await expect(read(urls[0] as string)).rejects.toThrow(MissingObject);
  expect(state.asked).toBe(2);
});
