import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Stack } from '../../local/stack.ts';
import { type Route, routes } from '../../shared/lambda/routes.ts';
import { startService } from './service.ts';

/** A token counts only as the issuer made it: each of its parts is wrong once, and all else right. */

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-tokens-'));
let stack: Stack;
let jwk: JWK;
let good: JWTPayload;
const now = Math.floor(Date.now() / 1000);

beforeAll(async () => {
  stack = await startService({ dataDir: folder });
  // The issuer's own key, so that a token which is refused has one fault only.
  jwk = JSON.parse(readFileSync(join(folder, 'issuer-key.json'), 'utf8'));
  good = decodeJwt(await stack.mintToken({ subject: 'a', roles: ['secretariat', 'analyst'] }));
}, 60_000);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

/** Signs by the issuer's key, under its name, unless told otherwise. */
async function signed(claims: JWTPayload, by: { alg?: string; kid?: string; jwk?: JWK | Uint8Array } = {}) {
  const { alg = 'RS256', kid = jwk.kid ?? '' } = by;
  const secret = by.jwk ?? jwk;
  const key = secret instanceof Uint8Array ? secret : await importJWK(secret, alg);
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
}

async function statusOf(token: string | undefined, path = '/v1/meetings', method = 'GET'): Promise<number> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(stack.url + path, { method, headers });
  const text = await answer.text();
  if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect(text).not.toMatch(/jose|JWS|JWT|kid|issuer/);
  return answer.status;
}

const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const otherKey = async (alg: string) =>
  exportJWK((await generateKeyPair(alg, { extractable: true })).privateKey);

test('the token that all others differ from is accepted', async () => {
  expect(await statusOf(await signed(good))).toBe(200);
});

describe('a token is refused', () => {
  test.each<[string, () => Promise<string> | string]>([
    ['from another issuer', () => signed({ ...good, iss: 'https://example.org' })],
    ['from another pool of the same issuer', () => signed({ ...good, iss: `${good.iss}x` })],
    ['without an issuer', () => signed(without('iss'))],
    ['for another audience', () => signed({ ...good, aud: 'another-client' })],
    ['for nobody', () => signed(without('aud'))],
    ['that has expired', () => signed({ ...good, iat: now - 7200, auth_time: now - 7200, exp: now - 3600 })],
    ['that never expires', () => signed(without('exp'))],
    ['that is not yet valid', () => signed({ ...good, nbf: now + 3600 })],
    ['that was made in the future', () => signed({ ...good, iat: now + 3600, exp: now + 7200 })],
    ['with the algorithm none', () => `${encode({ alg: 'none', kid: jwk.kid })}.${encode(good)}.`],
    ['with the algorithm none and a signature', () => `${encode({ alg: 'none' })}.${encode(good)}.AAAA`],
    [
      'with HS256 and the public key as the secret',
      () => {
        const { kty = '', n = '', e = '' } = jwk;
        const pem = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({
          type: 'spki',
          format: 'pem',
        });
        return signed(good, { alg: 'HS256', jwk: Buffer.from(pem) });
      },
    ],
    [
      'with ES256, under the issuer’s key’s name',
      async () => signed(good, { alg: 'ES256', jwk: await otherKey('ES256') }),
    ],
    [
      'by a key that is not known',
      async () => signed(good, { kid: 'unknown', jwk: await otherKey('RS256') }),
    ],
    ['by another key under the known name', async () => signed(good, { jwk: await otherKey('RS256') })],
    [
      'whose claims were changed',
      async () => {
        const [head, , signature] = (await signed(good)).split('.');
        return `${head}.${encode({ ...good, sub: 'b' })}.${signature}`;
      },
    ],
    ['whose signature is missing', async () => `${(await signed(good)).split('.').slice(0, 2).join('.')}.`],
    ['that is none', () => 'abc'],
    // What Cognito gives beside the ID token: no `aud`; API Gateway takes its `client_id` instead.
    [
      'that is an access token',
      () => signed({ ...without('aud'), token_use: 'access', client_id: good.aud as string }),
    ],
    [
      'that is an access token of another client',
      () => signed({ ...without('aud'), token_use: 'access', client_id: 'x' }),
    ],
    ['that is a refresh token', () => signed({ ...good, token_use: 'refresh' })],
  ])('%s', async (_what, make) => {
    expect(await statusOf(await make())).toBe(401);
  });

  const guarded: readonly Route[] = routes.filter(({ access }) => access === 'token');
  test.each(guarded.map(({ method, path }) => [method, path] as const))(
    'by %s %s, when its key is not known',
    async (method, path) => {
      const token = await signed(good, { jwk: await otherKey('RS256') });
      const access = await signed({ ...without('aud'), token_use: 'access', client_id: good.aud as string });
      expect(await statusOf(token, path, method)).toBe(401);
      expect(await statusOf(access, path, method)).toBe(401);
      expect(await statusOf(undefined, path, method)).toBe(401);
    },
  );
});
