import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { type Stack, startStack } from '../../../local/stack.ts';
import { newFolder, writeAssembly } from './fixture.ts';

const issuer = 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_DataPool';
let stack: Stack;

beforeAll(async () => {
  const web = join(newFolder(), 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Bảng điểm</title>');
  writeFileSync(join(web, 'assets', 'phông.woff2'), 'font');
  writeFileSync(join(web, '.hidden'), 'secret');
  writeFileSync(join(web, '..', 'outside.txt'), 'secret');
  symlinkSync(join(web, '..', 'outside.txt'), join(web, 'link.txt'));
  stack = await startStack({ assembly: writeAssembly(), port: 0, now: '2026-09-22T02:00:00Z', web });
});
afterAll(() => stack.stop());

const who = { subject: 'le-thi-a', unit: 'province:82@2025', roles: ['reporter', 'approver'] };
const post = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> = '{"a":1}') =>
  fetch(`${stack.url}/v1/events/b%C3%A1o%2Fc%C3%A1o?x=1&y=a%20b&x=2`, { method: 'POST', headers, body });
const get = (path: string, headers: Record<string, string> = {}) => fetch(stack.url + path, { headers });

describe('the HTTP API', () => {
  test('gives a function its request in payload format 2.0, at business time', async () => {
    const token = await stack.mintToken(who);
    const answer = await post({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
      cookie: 'a=1; b=2',
      'X-Odd-Header': 'có',
    });
    expect(answer.status).toBe(200);
    const event = await answer.json();
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/events/{id}',
      rawPath: '/v1/events/b%C3%A1o%2Fc%C3%A1o',
      rawQueryString: 'x=1&y=a%20b&x=2',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { x: '1,2', y: 'a b' },
      pathParameters: { id: 'báo/cáo' },
      body: '{"a":1}',
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        http: { method: 'POST', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        routeKey: 'POST /v1/events/{id}',
        stage: '$default',
        time: expect.stringMatching(/^22\/Sep\/2026:02:0\d:\d\d \+0000$/),
      },
    });
    expect(new Date(event.requestContext.timeEpoch).toISOString()).toMatch(/^2026-09-22T02:0/);
    expect(event.headers['x-odd-header']).toBeDefined();
    expect(event.headers.cookie).toBeUndefined();
    // Claims arrive as text, a list as API Gateway writes it.
    expect(event.requestContext.authorizer.jwt).toMatchObject({
      scopes: null,
      claims: {
        iss: issuer,
        aud: 'Data-Client',
        sub: 'le-thi-a',
        token_use: 'id',
        'custom:unit': 'province:82@2025',
        'cognito:groups': '[reporter approver]',
        exp: expect.stringMatching(/^\d+$/),
      },
    });
  });

  test('hands bytes over as base64', async () => {
    const token = await stack.mintToken(who);
    const answer = await post(
      { authorization: token, 'content-type': 'application/zip' },
      Uint8Array.from([80, 75, 255]),
    );
    expect(await answer.json()).toMatchObject({ body: 'UEv/', isBase64Encoded: true });
  });

  test.each([
    ['text', 200, 'application/json', 'xin chào'],
    ['structured', 201, 'text/csv', 'ma,ten\n'],
    ['wrong', 500, 'application/json', '{"message":"Internal Server Error"}'],
    ['fault', 500, 'application/json', '{"message":"Internal Server Error"}'],
  ])('answers %s as HTTP', async (how, status, type, body) => {
    const answer = await get(`/v1/answers/${how}`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      status,
      type,
      body,
    ]);
  });

  test('answers with headers, cookies and bytes of a function', async () => {
    const structured = await get('/v1/answers/structured');
    expect(structured.headers.get('x-count')).toBe('34');
    expect(structured.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    const binary = await get('/v1/answers/binary');
    expect([...new Uint8Array(await binary.arrayBuffer())]).toEqual([0, 255, 1]);
  });

  test('knows no route that the template has not, and no more than 10 MB', async () => {
    const nowhere = await get('/v1/nowhere');
    expect([nowhere.status, await nowhere.json()]).toEqual([404, { message: 'Not Found' }]);
    expect((await get('/v1/answers/')).status).toBe(404);
    expect((await get('/v1/answers/%E0%A4%A')).status).toBe(404);
    const large = await post(
      { authorization: await stack.mintToken(who) },
      new Uint8Array(10 * 1024 * 1024 + 1),
    );
    expect(large.status).toBe(413);
  });

  test('cannot call a function that does not permit it', async () => {
    const answer = await get('/v1/unpermitted');
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  test('answers browsers by its CORS settings', async () => {
    const asked = { origin: 'https://example.org', 'access-control-request-method': 'GET' };
    const preflight = await fetch(`${stack.url}/v1/answers/text`, { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://example.org');
    const other = await get('/v1/answers/text', { origin: 'https://example.net' });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the JWT authoriser refuses', () => {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const good: JWTPayload = {
    iss: issuer,
    aud: 'Data-Client',
    sub: 'x',
    iat: nowSeconds,
    exp: nowSeconds + 60,
  };
  const sign = async (claims: JWTPayload, alg: 'RS256' | 'HS256' = 'RS256', kid?: string) => {
    const key =
      alg === 'HS256'
        ? new TextEncoder().encode('x'.repeat(32))
        : (await generateKeyPair('RS256')).privateKey;
    return new SignJWT(claims).setProtectedHeader(kid === undefined ? { alg } : { alg, kid }).sign(key);
  };
  const kidOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid as string;

  test.each<[string, () => Promise<string> | string]>([
    ['no token', () => ''],
    ['what is no token', () => 'Bearer abc'],
    ['another key', async () => sign(good)],
    ['another key under the same name', async () => sign(good, 'RS256', kidOf(await stack.mintToken(who)))],
    ['HS256', async () => sign(good, 'HS256', kidOf(await stack.mintToken(who)))],
    [
      'alg none',
      () =>
        [{ alg: 'none' }, good]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.')
          .concat('.'),
    ],
    [
      'a changed claim',
      async () => {
        const [head, , signature] = (await stack.mintToken(who)).split('.');
        const claims = { ...decodeJwt(await stack.mintToken(who)), 'custom:unit': 'province:01@2025' };
        return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
      },
    ],
  ])('%s', async (_what, make) => {
    const token = await make();
    const answer = await post(token === '' ? {} : { authorization: token });
    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });
});

// Tokens by the right key with wrong claims need that key, which is kept in the data folder.
describe('with its own key, the authoriser refuses', () => {
  const folder = newFolder();
  let kept: Stack;
  beforeAll(async () => {
    kept = await startStack({ assembly: writeAssembly(), port: 0, dataDir: folder });
  });
  afterAll(() => kept.stop());

  test.each<[string, Record<string, unknown>, number]>([
    ['(nothing of a good token)', {}, 200],
    ['another issuer', { iss: 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_Other' }, 401],
    ['another audience', { aud: 'Other-Client' }, 401],
    ['an expired token', { exp: Math.floor(Date.now() / 1000) - 1 }, 401],
    ['a token that is not valid yet', { nbf: Math.floor(Date.now() / 1000) + 60 }, 401],
    ['a token without an end', { exp: undefined }, 401],
  ])('%s', async (_what, change, status) => {
    const { default: jwk } = await import(join(folder, 'issuer-key.json'), { with: { type: 'json' } });
    const claims = { ...decodeJwt(await kept.mintToken(who)), ...change };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
      .sign(await importJWK(jwk, 'RS256'));
    const answer = await fetch(`${kept.url}/v1/events/1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(status);
  });
});

describe('the control endpoints', () => {
  const control = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${stack.url}/_local/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

  test('mint a token for a unit and its roles', async () => {
    const answer = await control('token', { unit: who.unit, roles: who.roles });
    const { token } = (await answer.json()) as { token: string };
    expect(decodeJwt(token)).toMatchObject({
      iss: issuer,
      'custom:unit': who.unit,
      'cognito:groups': who.roles,
    });
    expect((await post({ authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await control('token', { unit: who.unit })).status).toBe(400);
    expect((await control('token', { roles: [], admin: true })).status).toBe(400);
  });

  test('show the clock, move it on, and refuse to move it back', async () => {
    const { now } = (await (await get('/_local/clock')).json()) as { now: string };
    expect(now).toMatch(/^2026-09-22T02:0/);
    const moved = await control('clock', { to: '2026-10-13T00:30:00+07:00' });
    expect(await moved.json()).toMatchObject({
      now: expect.stringMatching(/^2026-10-12T17:30:0/),
      fired: [{ schedule: 'Service-MeetingFirst', at: '2026-10-12T17:30:00Z', outcome: 'succeeded' }],
    });
    expect((await control('clock', { to: '2026-09-01T00:00:00Z' })).status).toBe(409);
    expect((await control('clock', { to: 'tomorrow' })).status).toBe(400);
  });

  test('show how the stack stands', async () => {
    const status = await (await get('/_local/status')).json();
    expect(status).toMatchObject({
      queues: { UploadsDead: { deadLetters: true, visible: 0 } },
      functions: { Receive: { running: 0 } },
    });
  });

  test('refuse pages of other sites, and other names of this machine', async () => {
    const ask = { roles: ['reporter'] };
    expect((await control('token', ask, { origin: 'https://example.org' })).status).toBe(403);
    expect((await control('token', ask, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await control('token', ask, { origin: stack.url })).status).toBe(200);
    const { port } = new URL(stack.url);
    const asName = (host: string) =>
      new Promise<number | undefined>((done) => {
        request({ host: '127.0.0.1', port, path: '/_local/status', headers: { host } }, (answer) => {
          answer.resume();
          done(answer.statusCode);
        }).end();
      });
    expect(await asName('rebound.example.org')).toBe(421);
    expect(await asName(`localhost:${port}`)).toBe(200);
  });

  test('have a page to pick who to be, in Vietnamese first', async () => {
    const page = await get('/_local/');
    const text = await page.text();
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('Thành phố Hà Nội');
    // 34 provinces since 1 July 2025.
    expect(text.match(/<option value="province:/g)).toHaveLength(34);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('pages', () => {
  test('are served with their type and a policy that lets nothing else in', async () => {
    const index = await get('/');
    expect(await index.text()).toContain('Bảng điểm');
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(index.headers.get('content-security-policy')).toContain(
      `connect-src 'self' ${stack.aws.endpoints.s3}`,
    );
    const font = await get(`/assets/${encodeURIComponent('phông.woff2')}`);
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
  });

  test.each([
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/link.txt',
    '/.hidden',
    '/assets',
    '/a%00b',
    '/%',
    '/..\\outside.txt',
  ])('nothing outside of the folder: %s', async (path) => {
    // Asked below fetch, which would tidy the path up.
    const { hostname, port } = new URL(stack.url);
    const status = await new Promise((done) => {
      request({ hostname, port, path }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      }).end();
    });
    expect(status).toBe(404);
  });
});
