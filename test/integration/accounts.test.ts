import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { ApiClient, type SubmissionAnswer } from '../../local/job/api-client.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import type { Account } from '../../shared/accounts/account.ts';
import type { AccountChange } from '../../shared/accounts/directory.ts';
import { AccountsClient, type Answered, firstSecretariat } from './accounts-client.ts';
import { startService } from './service.ts';

/** Accounts from the first of the secretariat to a signature, over HTTP, on the pool of the template. */

const unit = 'province:82@2025';
let stack: Stack;
let client: AccountsClient;
let secretariat: string;

beforeAll(async () => {
  stack = await startService();
  client = new AccountsClient(stack);
  secretariat = await firstSecretariat(client);
}, 60_000);
afterAll(() => stack.stop());

const make = (userName: string, more: object, token = secretariat): Promise<Answered<Account>> =>
  client.ask(
    'POST',
    '/v1/users',
    { userName, email: `${userName}@example.vn`, unit, roles: ['reporter'], why: 'lập tài khoản', ...more },
    token,
  );
const change = (userName: string, body: object, token = secretariat): Promise<Answered<Account>> =>
  client.ask('PUT', `/v1/users/${userName}`, { why: 'điều chỉnh', ...body }, token);
const remove = (userName: string, token = secretariat) =>
  client.ask('DELETE', `/v1/users/${userName}`, { why: 'thôi việc' }, token);
const outcome = ({ status, body }: Answered<object>) => `${status} ${body.code ?? ''}`.trim();

/** A checked submission of the unit, ready to be signed. */
async function checkedSubmission(reporter: string): Promise<SubmissionAnswer> {
  const { form, period, files } = readSamples();
  const { fileName, contentType, body } = files.find((file) => file.unitCode === '82') as Sample;
  const api = new ApiClient(stack.url);
  const person = { token: reporter };
  const file = { unit, form, period, fileName, contentType, body };
  const ticket = await api.open(person, 'accounts', file);
  await api.put(ticket, body);
  await stack.idle();
  return api.get<SubmissionAnswer>(`/v1/submissions/${ticket.id}`, person);
}

test('from the first account to a signature', async () => {
  const reporter = await make('bao.cao', {});
  expect(reporter.status).toBe(201);
  expect(reporter.body).toEqual({
    userName: 'bao.cao',
    subject: expect.stringMatching(/^[0-9a-f-]{36}$/),
    email: 'bao.cao@example.vn',
    unit,
    roles: ['reporter'],
    enabled: true,
    mfa: false,
  });
  expect(outcome(await make('phe.duyet', { roles: ['approver'] }))).toBe('201');
  const submission = await checkedSubmission(await client.signIn('bao.cao'));
  const sign = (token: string) =>
    client.ask(
      'POST',
      `/v1/submissions/${submission.id}/sign`,
      { sha256: submission.sha256, explanations: {}, replaces: 0 },
      token,
    );

  const without = await client.signIn('phe.duyet');
  expect(decodeJwt(without)).toMatchObject({ 'diem-cau:roles': '', 'diem-cau:mfa-required': 'approver' });
  const refused = await sign(without);
  expect(outcome(refused)).toBe('403 second-factor-missing');
  expect(JSON.stringify(refused.body)).toContain('TOTP');

  await client.setTotp('phe.duyet');
  const withTotp = await client.signIn('phe.duyet');
  expect(decodeJwt(withTotp)).toMatchObject({
    'diem-cau:roles': 'approver',
    'cognito:groups': ['approver'],
    'custom:unit': unit,
  });
  expect(decodeJwt(withTotp)['diem-cau:mfa-required']).toBeUndefined();
  expect(outcome(await sign(withTotp))).toBe('200');

  expect(outcome(await change('phe.duyet', { enabled: false }))).toBe('200');
  await expect(client.signIn('phe.duyet')).rejects.toThrow('User is disabled.');
  expect(outcome(await change('phe.duyet', { unit: 'province:01@2008', enabled: true }))).toBe('200');
  expect(outcome(await sign(await client.signIn('phe.duyet')))).toBe('404 not-found');

  const { body: history } = await client.ask<{ items: AccountChange[]; next: null }>(
    'GET',
    '/v1/users/phe.duyet/history',
    undefined,
    secretariat,
  );
  expect(history.next).toBeNull();
  expect(history.items.map(({ change: what, why }) => `${what}: ${why}`)).toEqual([
    'changed: điều chỉnh',
    'changed: điều chỉnh',
    'made: lập tài khoản',
  ]);
  expect(history.items[1]).toMatchObject({
    by: decodeJwt(secretariat).sub,
    before: { unit, roles: ['approver'], enabled: true },
    after: { unit, roles: ['approver'], enabled: false },
  });
}, 60_000);

describe('refused', () => {
  test('whoever is not of the secretariat', async () => {
    for (const roles of [['reporter'], ['approver'], ['analyst']]) {
      const token = await stack.mintToken({
        subject: 'x',
        roles,
        ...(roles[0] === 'analyst' ? {} : { unit }),
      });
      expect(outcome(await make('khach', {}, token))).toBe('403 not-allowed');
      expect(outcome(await change('thu.ky', { roles: ['analyst'] }, token))).toBe('403 not-allowed');
      expect(outcome(await remove('thu.ky', token))).toBe('403 not-allowed');
      for (const path of ['/v1/users', '/v1/users/thu.ky/history']) {
        expect(outcome(await client.ask('GET', path, undefined, token))).toBe('403 not-allowed');
      }
    }
    expect((await client.ask('GET', '/v1/users')).status).toBe(401);
  });

  test.each<[string, object, string]>([
    ['a code for a unit', { unit: '82' }, '422 account-not-valid'],
    ['an analyst of a unit', { roles: ['analyst'] }, '422 account-not-valid'],
    ['a reporter of none', { unit: null }, '422 account-not-valid'],
    ['no role', { roles: [] }, '422 account-not-valid'],
    ['a role that is none', { roles: ['root'] }, '400 body-malformed'],
    ['a role twice', { roles: ['reporter', 'reporter'] }, '400 body-malformed'],
    ['a name with a path in it', { userName: '../thu.ky' }, '400 body-malformed'],
    ['a name in capitals', { userName: 'Thu.Ky' }, '400 body-malformed'],
    ['no reason', { why: '  ' }, '400 body-malformed'],
    ['no e-mail address', { email: 'thu.ky' }, '400 body-malformed'],
    ['a name that is taken', { userName: 'thu.ky' }, '409 account-exists'],
  ])('to make an account with %s', async (_what, more, expected) => {
    expect(outcome(await make('moi', more))).toBe(expected);
    expect(await client.directory().find('moi')).toBeUndefined();
  });

  test('one’s own account, and one that is not there', async () => {
    expect(outcome(await change('thu.ky', { roles: ['analyst', 'secretariat'] }))).toBe('403 own-account');
    expect(outcome(await change('thu.ky', { enabled: false }))).toBe('403 own-account');
    expect(outcome(await remove('thu.ky'))).toBe('403 own-account');
    expect(outcome(await change('khong.co', { enabled: false }))).toBe('404 not-found');
    expect(outcome(await remove('khong.co'))).toBe('404 not-found');
    expect(outcome(await client.ask('GET', '/v1/users/khong.co/history', undefined, secretariat))).toBe(
      '404 not-found',
    );
    expect(outcome(await change('thu.ky', {}))).toBe('400 body-malformed');
  });

  test('the last of the secretariat, even by one whose token is still good', async () => {
    const former = await stack.mintToken({ subject: 'former', roles: ['secretariat'] });
    for (const body of [{ roles: ['analyst'] }, { enabled: false }]) {
      expect(outcome(await change('thu.ky', body, former))).toBe('409 last-secretariat');
    }
    expect(outcome(await remove('thu.ky', former))).toBe('409 last-secretariat');
    expect(await client.directory().find('thu.ky')).toMatchObject({ roles: ['secretariat'], enabled: true });
  });

  test('a cursor, a page or a filter that is none', async () => {
    for (const query of ['after=bm9ib2R5', 'after=@', 'limit=61', 'limit=0', 'unit=a%20b', 'colour=red']) {
      const answer = await client.ask('GET', `/v1/users?${query}`, undefined, secretariat);
      expect([query, outcome(answer)]).toEqual([query, '400 parameter-malformed']);
    }
  });
});

describe('the secretariat', () => {
  const of = { unit: null, roles: ['secretariat'] };

  test('of two who take each other away at the same moment, one stays', async () => {
    await make('thu.ky.2', of);
    const second = await client.signIn('thu.ky.2');
    const answers = await Promise.all([
      change('thu.ky', { roles: ['analyst'] }, second),
      change('thu.ky.2', { roles: ['analyst'] }),
    ]);
    const holders = await client.directory().holders('secretariat');
    expect(holders).toHaveLength(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    // Whoever left comes back, and counts again.
    const left = holders[0] === 'thu.ky' ? 'thu.ky.2' : 'thu.ky';
    const stays = await client.signIn(holders[0] as string);
    expect(outcome(await change(left, { roles: ['secretariat'] }, stays))).toBe('200');
    secretariat = await client.signIn('thu.ky');
    expect(outcome(await remove('thu.ky.2'))).toBe('204');
  });

  test('an account that is removed leaves its history, and its name begins anew', async () => {
    const before = (await make('tam.thoi', {})).body.subject;
    expect(outcome(await remove('tam.thoi'))).toBe('204');
    await expect(client.signIn('tam.thoi')).rejects.toThrow('User does not exist.');
    const again = (await make('tam.thoi', { unit: 'province:01@2008' })).body;
    expect(again.subject).not.toBe(before);
    const { body } = await client.ask<{ items: AccountChange[]; next: string }>(
      'GET',
      '/v1/users/tam.thoi/history?limit=2',
      undefined,
      secretariat,
    );
    const rest = await client.ask<{ items: AccountChange[] }>(
      'GET',
      `/v1/users/tam.thoi/history?after=${encodeURIComponent(body.next)}`,
      undefined,
      secretariat,
    );
    const changes = [...body.items, ...rest.body.items].map((each) => each.change);
    expect(changes.sort()).toEqual(['made', 'made', 'removed']);
  });

  test('lists by pages, and by unit', async () => {
    const pages: Account[][] = [];
    let next = '';
    do {
      const after = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const path = `/v1/users?limit=1${after}`;
      const { body } = await client.ask<{ items: Account[]; next: string | null }>(
        'GET',
        path,
        undefined,
        secretariat,
      );
      pages.push(body.items);
      next = body.next ?? '';
    } while (next !== '');
    const names = pages.flat().map(({ userName }) => userName);
    expect(pages.every((page) => page.length === 1)).toBe(true);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toEqual(expect.arrayContaining(['bao.cao', 'phe.duyet', 'tam.thoi', 'thu.ky']));
    const { body } = await client.ask<{ items: Account[] }>(
      'GET',
      '/v1/users?unit=province:01@2008&limit=1',
      undefined,
      secretariat,
    );
    expect(body.items.map(({ userName }) => userName)).toEqual(['phe.duyet']);
  });
});

test('what an administrator bound by hand against the rules gives no right', async () => {
  const directory = client.directory();
  await directory.make({ userName: 'hong', email: 'hong@example.vn', unit });
  await directory.give('hong', 'secretariat');
  expect(decodeJwt(await client.signIn('hong'))).toMatchObject({ 'diem-cau:roles': '' });
  await directory.bind('hong', 'province:00@1900');
  const token = await client.signIn('hong');
  expect(decodeJwt(token)['custom:unit']).toBeUndefined();
  expect(outcome(await client.ask('GET', '/v1/users', undefined, token))).toBe('403 not-allowed');
});
