import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Stack } from '../../local/stack.ts';
import type { PortalConfig } from '../../web/app/config.ts';
import { AccountsClient } from './accounts-client.ts';
import { startService } from './service.ts';

/** The second factor by HTTP, as the portal's page sets it up at Cognito: on the pool and the client of the template. */

let stack: Stack;
let dataDir: string;
let config: PortalConfig;
let api: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-factor-'));
  stack = await startService({ dataDir, portalOrigin: 'http://127.0.0.1:4800' });
  const directory = new AccountsClient(stack).directory();
  for (const userName of ['phe.duyet', 'nguoi.khac', 'doan.mo', 'doan.tiep']) {
    await directory.make({ userName, email: `${userName}@example.vn`, unit: 'province:82@2025' });
    await directory.give(userName, 'approver');
  }
  config = (await (await fetch(`${stack.url}/config.json`)).json()) as PortalConfig;
  api = config.secondFactor?.api ?? '';
}, 60_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true });
});

type Given = { status: number; id_token: string; access_token: string; refresh_token: string };

/** Signs a user of the pool in by the code flow. @param totp what is typed beside the name @returns null: refused */
async function signIn(userName: string, scope: string, totp = ''): Promise<Given | null> {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${stack.url}/dang-nhap`;
  const form = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirect,
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    as: 'user',
    user_name: userName,
    totp,
  });
  const chosen = await fetch(config.authorizationEndpoint, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  if (chosen.status !== 303) return null;
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const by = { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier };
  return token(by);
}
async function token(by: Record<string, string>): Promise<Given> {
  const body = new URLSearchParams({ client_id: config.clientId, ...by });
  const answer = await fetch(config.tokenEndpoint, { method: 'POST', body });
  return { status: answer.status, ...((await answer.json()) as Omit<Given, 'status'>) };
}
const wide = () => config.secondFactor?.scopes ?? '';

type Answer = { status: number; __type?: string; SecretCode?: string; Status?: string };
async function ask(operation: string, body: object, origin = stack.url): Promise<Answer> {
  const answer = await fetch(api, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      origin,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** RFC 6238 written once more, by the digits of its text: not by the code that is looked at. */
function totp(secret: string, shiftSteps = 0): string {
  const bits = [...secret].map((letter) => {
    const place = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter);
    return place.toString(2).padStart(5, '0');
  });
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(Date.now() / 30_000) + shiftSteps, 4);
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest[19] as number) % 16;
  return String((digest.readUInt32BE(offset) % 2 ** 31) % 1_000_000).padStart(6, '0');
}

/** A code of no step near now. */
function wrongCode(secret: string): string {
  const near = [-2, -1, 0, 1, 2].map((shift) => totp(secret, shift));
  const codes = ['000000', '111111', '222222', '333333', '444444', '555555'];
  return codes.find((code) => !near.includes(code)) as string;
}

/** A user as the stack would find it after a restart. */
function keptOf(userName: string): { wrong?: { count: number } } {
  const users = JSON.parse(readFileSync(join(dataDir, 'users.json'), 'utf8')) as { userName: string }[];
  return users.find((user) => user.userName === userName) as { wrong?: { count: number } };
}

const preference = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };

test('an approver sets it up by their own token, and the role comes with the next one', async () => {
  const first = await signIn('phe.duyet', wide());
  expect(decodeJwt(first?.id_token ?? '')).toMatchObject({ 'diem-cau:mfa-required': 'approver' });
  const AccessToken = first?.access_token;
  const early = await ask('SetUserMFAPreference', { AccessToken, ...preference });
  expect(early).toMatchObject({ status: 400, __type: 'InvalidParameterException' });
  const { SecretCode = '' } = await ask('AssociateSoftwareToken', { AccessToken });
  const UserCode = totp(SecretCode);
  const wrong = UserCode === '000000' ? '000001' : '000000';
  expect(await ask('VerifySoftwareToken', { AccessToken, UserCode: wrong })).toMatchObject({
    status: 400,
    __type: 'EnableSoftwareTokenMFAException',
  });
  const verified = await ask('VerifySoftwareToken', { AccessToken, UserCode });
  expect(verified).toEqual({ status: 200, Status: 'SUCCESS' });
  expect(await ask('VerifySoftwareToken', { AccessToken, UserCode })).toMatchObject({
    __type: 'ExpiredCodeException',
  });
  expect(await ask('SetUserMFAPreference', { AccessToken, ...preference })).toEqual({ status: 200 });

  const refresh = { grant_type: 'refresh_token', refresh_token: first?.refresh_token ?? '' };
  expect(decodeJwt((await token(refresh)).id_token)['diem-cau:roles']).toBe('approver');
  expect(await ask('GlobalSignOut', { AccessToken })).toEqual({ status: 200 });
  expect(await token(refresh)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await ask('AssociateSoftwareToken', { AccessToken })).toMatchObject({
    __type: 'NotAuthorizedException',
  });

  // From now on the sign-in page asks for a code, and none is good twice.
  expect(await signIn('phe.duyet', 'openid')).toBeNull();
  expect(await signIn('phe.duyet', 'openid', UserCode)).toBeNull();
  const next = totp(SecretCode, 1);
  const again = await signIn('phe.duyet', 'openid', next);
  expect(decodeJwt(again?.id_token ?? '')).toMatchObject({ 'diem-cau:roles': 'approver' });
  expect(await signIn('phe.duyet', 'openid', next)).toBeNull();
});

describe('refused', () => {
  test('a token without the scope, one that is none, and somebody who is no user of the pool', async () => {
    const plain = await signIn('nguoi.khac', 'openid');
    for (const AccessToken of [plain?.access_token, plain?.id_token, 'x']) {
      expect(await ask('AssociateSoftwareToken', { AccessToken })).toMatchObject({
        status: 400,
        __type: 'NotAuthorizedException',
      });
    }
    expect(await ask('AssociateSoftwareToken', {})).toMatchObject({ __type: 'InvalidParameterException' });
  });

  test('a code that is no six digits, one without a secret, and the sixth guess', async () => {
    const AccessToken = (await signIn('doan.mo', wide()))?.access_token;
    const verify = async (UserCode: string) =>
      (await ask('VerifySoftwareToken', { AccessToken, UserCode })).__type;
    expect(await verify('12345')).toBe('InvalidParameterException');
    expect(await verify('123456')).toBe('SoftwareTokenMFANotFoundException');
    const { SecretCode = '' } = await ask('AssociateSoftwareToken', { AccessToken });
    const wrong = wrongCode(SecretCode);
    for (let tried = 0; tried < 5; tried += 1) {
      expect(await verify(wrong)).toBe('EnableSoftwareTokenMFAException');
    }
    expect(await verify(totp(SecretCode))).toBe('TooManyFailedAttemptsException');
    const { SecretCode: anew = '' } = await ask('AssociateSoftwareToken', { AccessToken });
    expect(await verify(totp(anew))).toBe('TooManyFailedAttemptsException');
  });

  test('guesses at the sign-in page, until five minutes of the stack have passed', async () => {
    const AccessToken = (await signIn('doan.tiep', wide()))?.access_token;
    const { SecretCode = '' } = await ask('AssociateSoftwareToken', { AccessToken });
    await ask('VerifySoftwareToken', { AccessToken, UserCode: totp(SecretCode) });
    await ask('SetUserMFAPreference', { AccessToken, ...preference });
    const wrong = wrongCode(SecretCode);
    for (let tried = 0; tried < 5; tried += 1) {
      expect(await signIn('doan.tiep', 'openid', wrong)).toBeNull();
      // What is counted is kept at once: starting the stack anew gives no more guesses.
      expect(keptOf('doan.tiep').wrong?.count).toBe(tried + 1);
    }
    expect(await signIn('doan.tiep', 'openid', totp(SecretCode, 1))).toBeNull();
    await stack.clock.moveTo(new Date(Date.parse(stack.clock.now()) + 300_000).toISOString());
    expect((await signIn('doan.tiep', 'openid', totp(SecretCode, 1)))?.status).toBe(200);
    expect(keptOf('doan.tiep').wrong).toBeUndefined();
  });

  test('a code of a secret that was asked for before the factor was taken away', async () => {
    const AccessToken = (await signIn('nguoi.khac', wide()))?.access_token;
    const { SecretCode = '' } = await ask('AssociateSoftwareToken', { AccessToken });
    await new AccountsClient(stack).ask('POST', '/_local/users/nguoi.khac/mfa', { active: false });
    const UserCode = totp(SecretCode);
    expect((await ask('VerifySoftwareToken', { AccessToken, UserCode })).__type).toBe(
      'SoftwareTokenMFANotFoundException',
    );
  });
});

describe('a page of another site', () => {
  test('may ask with a token, as at Cognito', async () => {
    const before = await fetch(api, { method: 'OPTIONS', headers: { origin: 'https://example.vn' } });
    expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(before.headers.get('access-control-allow-headers')).toContain('x-amz-target');
    const AccessToken = (await signIn('nguoi.khac', wide()))?.access_token;
    const answer = await ask('AssociateSoftwareToken', { AccessToken }, 'https://example.vn');
    expect(answer.SecretCode).toMatch(/^[A-Z2-7]{52}$/);
  });

  test('may not ask for what an administrator does', async () => {
    const UserPoolId = stack.resources.list('AWS::Cognito::UserPool')[0]?.physicalId;
    const answer = await ask('AdminGetUser', { UserPoolId, Username: 'nguoi.khac' }, 'https://example.vn');
    expect(answer.status).toBe(403);
  });
});
