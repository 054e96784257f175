import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Stack } from '../../local/stack.ts';
import { AccountsClient } from './accounts-client.ts';
import { codeOf, wrongCode } from './authenticator.ts';
import { FactorClient } from './factor-client.ts';
import { startService } from './service.ts';

/** The second factor by HTTP, as the portal's page sets it up at Cognito: on the pool and the client of the template. */

let stack: Stack;
let dataDir: string;
let client: FactorClient;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-factor-'));
  stack = await startService({ dataDir, portalOrigin: 'http://127.0.0.1:4800' });
  const directory = new AccountsClient(stack).directory();
  for (const userName of ['phe.duyet', 'nguoi.khac', 'doan.mo', 'doan.tiep']) {
    await directory.make({ userName, email: `${userName}@example.vn`, unit: 'province:82@2025' });
    await directory.give(userName, 'approver');
  }
  client = await FactorClient.of(stack.url);
}, 60_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true });
});

/** A user as the stack would find it after a restart. */
function keptOf(userName: string): { wrong?: { count: number } } {
  const users = JSON.parse(readFileSync(join(dataDir, 'users.json'), 'utf8')) as { userName: string }[];
  return users.find((user) => user.userName === userName) as { wrong?: { count: number } };
}

test('an approver sets it up by their own token, and the role comes with the next one', async () => {
  const first = await client.signIn('phe.duyet', client.wide);
  expect(decodeJwt(first?.id_token ?? '')).toMatchObject({ 'diem-cau:mfa-required': 'approver' });
  const AccessToken = first?.access_token;
  const early = await client.prefer(AccessToken);
  expect(early).toMatchObject({ status: 400, __type: 'InvalidParameterException' });
  const { SecretCode = '' } = await client.ask('AssociateSoftwareToken', { AccessToken });
  const UserCode = codeOf(SecretCode);
  expect(
    await client.ask('VerifySoftwareToken', { AccessToken, UserCode: wrongCode(SecretCode) }),
  ).toMatchObject({
    status: 400,
    __type: 'EnableSoftwareTokenMFAException',
  });
  const verified = await client.ask('VerifySoftwareToken', { AccessToken, UserCode });
  expect(verified).toEqual({ status: 200, Status: 'SUCCESS' });
  expect(await client.ask('VerifySoftwareToken', { AccessToken, UserCode })).toMatchObject({
    __type: 'ExpiredCodeException',
  });
  expect(await client.prefer(AccessToken)).toEqual({ status: 200 });

  expect(decodeJwt((await client.renew(first)).id_token)['diem-cau:roles']).toBe('approver');
  expect(await client.ask('GlobalSignOut', { AccessToken })).toEqual({ status: 200 });
  expect(await client.renew(first)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await client.ask('AssociateSoftwareToken', { AccessToken })).toMatchObject({
    __type: 'NotAuthorizedException',
  });

  // From now on the sign-in page asks for a code, and none is good twice.
  expect(await client.signIn('phe.duyet', 'openid')).toBeNull();
  expect(await client.signIn('phe.duyet', 'openid', UserCode)).toBeNull();
  const next = codeOf(SecretCode, 1);
  const again = await client.signIn('phe.duyet', 'openid', next);
  expect(decodeJwt(again?.id_token ?? '')).toMatchObject({ 'diem-cau:roles': 'approver' });
  expect(await client.signIn('phe.duyet', 'openid', next)).toBeNull();
});

describe('refused', () => {
  test('a token without the scope, one that is none, and somebody who is no user of the pool', async () => {
    const plain = await client.signIn('nguoi.khac', 'openid');
    for (const AccessToken of [plain?.access_token, plain?.id_token, 'x']) {
      expect(await client.ask('AssociateSoftwareToken', { AccessToken })).toMatchObject({
        status: 400,
        __type: 'NotAuthorizedException',
      });
    }
    expect(await client.ask('AssociateSoftwareToken', {})).toMatchObject({
      __type: 'InvalidParameterException',
    });
  });

  test('a code that is no six digits, one without a secret, and the sixth guess', async () => {
    const AccessToken = (await client.signIn('doan.mo', client.wide))?.access_token;
    const verify = async (UserCode: string) =>
      (await client.ask('VerifySoftwareToken', { AccessToken, UserCode })).__type;
    expect(await verify('12345')).toBe('InvalidParameterException');
    expect(await verify('123456')).toBe('SoftwareTokenMFANotFoundException');
    const { SecretCode = '' } = await client.ask('AssociateSoftwareToken', { AccessToken });
    const wrong = wrongCode(SecretCode);
    for (let tried = 0; tried < 5; tried += 1) {
      expect(await verify(wrong)).toBe('EnableSoftwareTokenMFAException');
    }
    expect(await verify(codeOf(SecretCode))).toBe('TooManyFailedAttemptsException');
    const { SecretCode: anew = '' } = await client.ask('AssociateSoftwareToken', { AccessToken });
    expect(await verify(codeOf(anew))).toBe('TooManyFailedAttemptsException');
  });

  test('guesses at the sign-in page, until five minutes of the stack have passed', async () => {
    const AccessToken = (await client.signIn('doan.tiep', client.wide))?.access_token;
    const secret = await client.setUp(AccessToken);
    const wrong = wrongCode(secret);
    for (let tried = 0; tried < 5; tried += 1) {
      expect(await client.signIn('doan.tiep', 'openid', wrong)).toBeNull();
      // What is counted is kept at once: starting the stack anew gives no more guesses.
      expect(keptOf('doan.tiep').wrong?.count).toBe(tried + 1);
    }
    expect(await client.signIn('doan.tiep', 'openid', codeOf(secret, 1))).toBeNull();
    await stack.clock.moveTo(new Date(Date.parse(stack.clock.now()) + 300_000).toISOString());
    expect((await client.signIn('doan.tiep', 'openid', codeOf(secret, 1)))?.status).toBe(200);
    expect(keptOf('doan.tiep').wrong).toBeUndefined();
  });

  test('a code of a secret that was asked for before the factor was taken away', async () => {
    const AccessToken = (await client.signIn('nguoi.khac', client.wide))?.access_token;
    const { SecretCode = '' } = await client.ask('AssociateSoftwareToken', { AccessToken });
    await new AccountsClient(stack).ask('POST', '/_local/users/nguoi.khac/mfa', { active: false });
    const UserCode = codeOf(SecretCode);
    expect((await client.ask('VerifySoftwareToken', { AccessToken, UserCode })).__type).toBe(
      'SoftwareTokenMFANotFoundException',
    );
  });
});

describe('a page of another site', () => {
  test('may ask with a token, as at Cognito', async () => {
    const before = await fetch(client.api, { method: 'OPTIONS', headers: { origin: 'https://example.vn' } });
    expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(before.headers.get('access-control-allow-headers')).toContain('x-amz-target');
    const AccessToken = (await client.signIn('nguoi.khac', client.wide))?.access_token;
    const answer = await client.ask('AssociateSoftwareToken', { AccessToken }, 'https://example.vn');
    expect(answer.SecretCode).toMatch(/^[A-Z2-7]{52}$/);
  });

  test('may not ask for what an administrator does', async () => {
    const UserPoolId = stack.resources.list('AWS::Cognito::UserPool')[0]?.physicalId;
    const answer = await client.ask(
      'AdminGetUser',
      { UserPoolId, Username: 'nguoi.khac' },
      'https://example.vn',
    );
    expect(answer.status).toBe(403);
  });
});
