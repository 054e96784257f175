import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Stack } from '../../local/stack.ts';
import type { Account } from '../../shared/accounts/account.ts';
import { resetFactor } from '../../shared/accounts/change-account.ts';
import type { AccountChange } from '../../shared/accounts/directory.ts';
import { accountTable } from '../../shared/aws/account-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { AccountsClient, type Answered, firstSecretariat } from './accounts-client.ts';
import { codeOf } from './authenticator.ts';
import { FactorClient } from './factor-client.ts';
import { startService } from './service.ts';

/** A lost phone: the secretariat takes the second factor away, and its owner sets up another one. */

const unit = 'province:82@2025';
let stack: Stack;
let client: AccountsClient;
let cognito: FactorClient;
let secretariat: string;

beforeAll(async () => {
  stack = await startService({ portalOrigin: 'http://127.0.0.1:4800' });
  client = new AccountsClient(stack);
  cognito = await FactorClient.of(stack.url);
  secretariat = await firstSecretariat(client);
  const directory = client.directory();
  for (const userName of ['mat.may', 'con.may', 'chua.cai', 'bi.khoa', 'dut.quang', 'hai.lan']) {
    await directory.make({ userName, email: `${userName}@example.vn`, unit });
    await directory.give(userName, 'approver');
  }
}, 60_000);
afterAll(() => stack.stop());

const why = 'Mất điện thoại; đã gọi lại số của cơ quan.';
const pathOf = (userName: string) => `/v1/users/${userName}/second-factor`;
const reset = (userName: string, body: unknown = { why }, token: string | undefined = secretariat) =>
  client.ask('DELETE', pathOf(userName), body, token);
const outcome = ({ status, body }: Answered<object>) => `${status} ${body.code ?? ''}`.trim();
async function historyOf(userName: string): Promise<AccountChange[]> {
  const path = `/v1/users/${userName}/history`;
  const { body } = await client.ask<{ items?: AccountChange[] }>('GET', path, undefined, secretariat);
  return body.items ?? [];
}
const changesOf = async (userName: string) => (await historyOf(userName)).map(({ change }) => change);
async function setUp(userName: string): Promise<string> {
  return cognito.setUp((await cognito.signIn(userName, cognito.wide))?.access_token);
}

test('the old phone’s codes and sessions end, the role is withheld, and a new phone brings it back', async () => {
  const old = await setUp('mat.may');
  expect(await cognito.signIn('mat.may', 'openid')).toBeNull();
  const session = await cognito.signIn('mat.may', cognito.wide, codeOf(old, 1));
  expect(decodeJwt(session?.id_token ?? '')['diem-cau:roles']).toBe('approver');
  const others = await cognito.signIn('chua.cai', 'openid');

  expect(outcome(await reset('mat.may'))).toBe('204');

  expect(await cognito.renew(session)).toMatchObject({ status: 400, error: 'invalid_grant' });
  const AccessToken = session?.access_token;
  expect(await cognito.prefer(AccessToken)).toMatchObject({ __type: 'NotAuthorizedException' });
  expect((await cognito.renew(others)).status).toBe(200);

  const anew = await cognito.signIn('mat.may', cognito.wide);
  expect(decodeJwt(anew?.id_token ?? '')).toMatchObject({
    'custom:unit': unit,
    'diem-cau:roles': '',
    'diem-cau:mfa-required': 'approver',
  });
  // What was set up is gone, not only turned off: nobody can turn it on again.
  expect(await cognito.prefer(anew?.access_token)).toMatchObject({ __type: 'InvalidParameterException' });
  const { body } = await client.ask<{ items: Account[] }>('GET', '/v1/users', undefined, secretariat);
  expect(body.items.find(({ userName }) => userName === 'mat.may')).toMatchObject({
    mfa: false,
    enabled: true,
    roles: ['approver'],
  });

  const [change] = await historyOf('mat.may');
  const state = { email: 'mat.may@example.vn', unit, roles: ['approver'], enabled: true };
  expect(change).toMatchObject({
    change: 'factor-reset',
    by: decodeJwt(secretariat).sub,
    why,
    before: state,
    after: state,
  });
  // Once more finds nothing to do, and tells nothing of it.
  expect(outcome(await reset('mat.may'))).toBe('409 nothing-to-reset');
  expect(await changesOf('mat.may')).toEqual(['factor-reset']);

  const secret = await cognito.setUp(anew?.access_token);
  expect(secret).not.toBe(old);
  expect(await cognito.signIn('mat.may', 'openid')).toBeNull();
  expect(await cognito.signIn('mat.may', 'openid', codeOf(old, 1))).toBeNull();
  const withNew = await cognito.signIn('mat.may', 'openid', codeOf(secret, 1));
  expect(decodeJwt(withNew?.id_token ?? '')['diem-cau:roles']).toBe('approver');
}, 60_000);

test('an account that was disabled first is still disabled', async () => {
  await client.setTotp('bi.khoa');
  const change = { enabled: false, why: 'Mất điện thoại' };
  expect(outcome(await client.ask('PUT', '/v1/users/bi.khoa', change, secretariat))).toBe('200');
  expect(outcome(await reset('bi.khoa'))).toBe('204');
  expect(await client.directory().find('bi.khoa')).toMatchObject({ enabled: false, mfa: false });
  expect(await cognito.signIn('bi.khoa', 'openid')).toBeNull();
});

test('what a crash leaves half done is done by asking again', async () => {
  const { region, endpoints } = stack.aws;
  const dynamodb = new DynamoDBClient({ region, credentials: stack.aws, endpoint: endpoints.dynamodb });
  const table = stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string;
  const secret = await setUp('dut.quang');
  const session = await cognito.signIn('dut.quang', 'openid', codeOf(secret, 1));
  const who = { subject: decodeJwt(secretariat).sub as string, unit: null, roles: ['secretariat' as const] };
  const parts = {
    records: accountTable(new Table(dynamodb, table)),
    directory: {
      ...client.directory(),
      dropFactor: () => Promise.reject(new Error('the line is cut')),
    },
  };
  const ask = { userName: 'dut.quang', who, at: stack.clock.now(), request: { why } };
  await expect(resetFactor(ask, parts)).rejects.toThrow('the line is cut');
  dynamodb.destroy();
  expect(await changesOf('dut.quang')).toEqual(['factor-reset']);
  expect((await cognito.renew(session)).status).toBe(400);
  expect(await client.directory().find('dut.quang')).toMatchObject({ mfa: true });
  expect(outcome(await reset('dut.quang'))).toBe('204');
  expect(await client.directory().find('dut.quang')).toMatchObject({ mfa: false });
});

test('of two at the same moment none fails, and what is gone already is no fault', async () => {
  await client.setTotp('hai.lan');
  const both = await Promise.all([reset('hai.lan'), reset('hai.lan')]);
  for (const each of both) expect(['204', '409 nothing-to-reset']).toContain(outcome(each));
  expect(await client.directory().find('hai.lan')).toMatchObject({ mfa: false });

  const UserPoolId = stack.resources.list('AWS::Cognito::UserPool')[0]?.physicalId;
  const again = await cognito.ask('AdminDeleteSoftwareToken', { UserPoolId, Username: 'hai.lan' });
  expect(again).toMatchObject({ status: 400, __type: 'ResourceNotFoundException' });
  await client.directory().dropFactor('hai.lan');
  await expect(client.directory().dropFactor('khong.co')).rejects.toThrow('User does not exist.');
});

describe('refused, and the factor stays', () => {
  beforeAll(async () => {
    await client.setTotp('con.may');
    await client.setTotp('thu.ky');
  });
  afterAll(async () => {
    expect(await client.directory().find('con.may')).toMatchObject({ mfa: true });
    expect(await client.directory().find('thu.ky')).toMatchObject({ mfa: true });
    expect(await changesOf('con.may')).toEqual([]);
  });

  test.each([['reporter'], ['approver'], ['member'], ['analyst']])('to a %s', async (role) => {
    const of = role === 'reporter' || role === 'approver' ? { unit } : {};
    const token = await stack.mintToken({ subject: 'x', roles: [role], ...of });
    expect(outcome(await reset('con.may', { why }, token))).toBe('403 not-allowed');
  });

  test('to nobody in particular, and to the account’s own owner', async () => {
    expect((await client.ask('DELETE', pathOf('con.may'), { why })).status).toBe(401);
    const own = await stack.mintToken({
      subject: decodeJwt(secretariat).sub as string,
      roles: ['secretariat'],
    });
    expect(outcome(await reset('thu.ky', { why }, own))).toBe('403 own-account');
  });

  test.each<[string, string, unknown, string]>([
    ['an account without a factor', 'chua.cai', { why }, '409 nothing-to-reset'],
    ['an account that is not there', 'khong.co', { why }, '404 not-found'],
    ['a name that is none', 'Con.May', { why }, '404 not-found'],
    ['no reason', 'con.may', {}, '400 body-malformed'],
    ['a reason of blanks', 'con.may', { why: '  ' }, '400 body-malformed'],
    ['a reason of 501 letters', 'con.may', { why: 'a'.repeat(501) }, '400 body-malformed'],
    ['a field too many', 'con.may', { why, roles: ['approver'] }, '400 body-malformed'],
    ['a parameter', 'con.may?unit=82', { why }, '400 parameter-malformed'],
  ])('for %s', async (_what, userName, body, expected) => {
    const [name = '', query] = userName.split('?');
    const path = query === undefined ? pathOf(name) : `${pathOf(name)}?${query}`;
    expect(outcome(await client.ask('DELETE', path, body, secretariat))).toBe(expected);
  });
});
