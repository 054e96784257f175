import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Stack } from '../../local/stack.ts';
import { cognitoClaims } from '../../shared/accounts/claims.ts';
import { deployedConfig } from '../../tools/web/deployed-config.ts';
import { uploadPortal } from '../../tools/web/upload-portal.ts';
import type { PortalConfig } from '../../web/app/config.ts';
import { AccountsClient, firstSecretariat } from './accounts-client.ts';
import { startService } from './service.ts';

/** What the portal stands on: its configuration, the issuer of this machine by HTTP alone, and the bucket of its files. */

const origin = 'http://127.0.0.1:4800';
let stack: Stack;
let config: PortalConfig;
beforeAll(async () => {
  stack = await startService({ portalOrigin: origin });
  await firstSecretariat(new AccountsClient(stack));
  config = (await (await fetch(`${stack.url}/config.json`)).json()) as PortalConfig;
}, 60_000);
afterAll(() => stack.stop());

/** RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** A request that is right in everything, but for what the test changes; undefined leaves a parameter out. */
type Changes = Record<string, string | undefined>;
function request(right: Record<string, string>, changes: Changes): URLSearchParams {
  const all = Object.entries({ ...right, ...changes });
  return new URLSearchParams(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
const asked = (changes: Changes = {}) =>
  request(
    {
      response_type: 'code',
      client_id: config.clientId,
      redirect_uri: `${stack.url}/dang-nhap`,
      scope: 'openid',
      state: 'trạng thái & khác',
      nonce: 'số dùng một lần',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    },
    changes,
  );
const openPage = (changes: Changes = {}) =>
  fetch(`${config.authorizationEndpoint}?${asked(changes)}`, { redirect: 'manual' });
const reporter: [string, string][] = [
  ['as', 'role'],
  ['unit', 'province:52@2025'],
  ['role', 'reporter'],
  ['subject', 'bao-cao-52'],
];
function choose(who: [string, string][], changes: Changes = {}, headers: Record<string, string> = {}) {
  const body = new URLSearchParams([...asked(changes), ...who]);
  return fetch(config.authorizationEndpoint, { method: 'POST', body, headers, redirect: 'manual' });
}
async function codeFor(who: [string, string][] = reporter, changes: Changes = {}): Promise<string> {
  const answer = await choose(who, changes);
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}
type Given = { status: number; caching: string | null; id_token?: string; refresh_token?: string };
async function token(right: Record<string, string>, changes: Changes = {}): Promise<Given> {
  const body = request({ client_id: config.clientId, ...right }, changes);
  const answer = await fetch(config.tokenEndpoint, { method: 'POST', body });
  const given = (await answer.json()) as Record<string, string>;
  return { status: answer.status, caching: answer.headers.get('cache-control'), ...given };
}
const byCode = (code: string, changes: Changes = {}) =>
  token(
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${stack.url}/dang-nhap`,
      code_verifier: verifier,
    },
    changes,
  );

describe('/config.json', () => {
  test('says where this stack signs in, and business time', () => {
    expect(config).toEqual({
      issuer: expect.stringMatching(/^https:\/\/cognito-idp\.ap-southeast-1\.amazonaws\.com\//),
      clientId: stack.resources.list('AWS::Cognito::UserPoolClient')[0]?.physicalId,
      scopes: 'openid',
      claims: cognitoClaims,
      authorizationEndpoint: `${stack.url}/_local/authorize`,
      tokenEndpoint: `${stack.url}/_local/oauth2/token`,
      revocationEndpoint: `${stack.url}/_local/oauth2/revoke`,
      logoutEndpoint: `${stack.url}/_local/logout`,
      secondFactor: {
        api: `${stack.url}/_local/cognito`,
        scopes: 'openid aws.cognito.signin.user.admin',
      },
      now: expect.stringMatching(/^2026-09-/),
    });
  });
});

describe('the code flow', () => {
  test('leads from the page to a token that the API takes, and a refresh token to the next one', async () => {
    const page = await openPage();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(await page.text()).not.toContain('<script');
    const answer = await choose(reporter);
    const back = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, back.origin + back.pathname]).toEqual([303, `${stack.url}/dang-nhap`]);
    expect(back.searchParams.get('state')).toBe('trạng thái & khác');
    const first = await byCode(back.searchParams.get('code') ?? '');
    expect(first).toMatchObject({ status: 200, caching: 'no-store', token_type: 'Bearer', expires_in: 3600 });
    expect(decodeJwt(first.id_token ?? '')).toMatchObject({
      iss: config.issuer,
      aud: config.clientId,
      sub: 'bao-cao-52',
      nonce: 'số dùng một lần',
      'custom:unit': 'province:52@2025',
      'diem-cau:roles': 'reporter',
    });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    const second = await token(refresh);
    expect(decodeJwt(second.id_token ?? '')).toMatchObject({ sub: 'bao-cao-52' });
    expect(decodeJwt(second.id_token ?? '').nonce).toBeUndefined();
    for (const { id_token } of [first, second]) {
      const headers = { authorization: `Bearer ${id_token}` };
      expect((await fetch(`${stack.url}/v1/submissions?period=2026-Q3`, { headers })).status).not.toBe(401);
    }
    const revoked = new URLSearchParams({ client_id: config.clientId, token: first.refresh_token ?? '' });
    await fetch(config.revocationEndpoint ?? '', { method: 'POST', body: revoked });
    expect(await token(refresh)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('signs a user of the pool in by the pre-token trigger of the template', async () => {
    const page = await (await openPage()).text();
    const [, name = ''] = /<select name="user_name"><option value="([^"]+)"/.exec(page) ?? [];
    const given = await byCode(
      await codeFor([
        ['as', 'user'],
        ['user_name', name],
      ]),
    );
    expect(decodeJwt(given.id_token ?? '')).toMatchObject({
      'cognito:username': name,
      'diem-cau:roles': 'secretariat',
      nonce: 'số dùng một lần',
    });
  });
});

describe('the page refuses, and sends nobody anywhere, when', () => {
  test.each<[string, Changes]>([
    ['the client is another one', { client_id: 'other' }],
    ['there is no client', { client_id: undefined }],
    ['the address is another site', { redirect_uri: 'https://evil.example/dang-nhap' }],
    ['the address only begins like the client’s', { redirect_uri: 'CALLBACK/x' }],
    ['the address has a query', { redirect_uri: 'CALLBACK?x=1' }],
    ['there is no address', { redirect_uri: undefined }],
  ])('%s', async (_what, changes) => {
    const { redirect_uri: uri } = changes;
    const real =
      uri === undefined ? changes : { redirect_uri: uri.replace('CALLBACK', `${stack.url}/dang-nhap`) };
    const page = await openPage(real);
    const posted = await choose(reporter, real);
    expect([page.status, page.headers.get('location')]).toEqual([400, null]);
    expect([posted.status, posted.headers.get('location')]).toEqual([400, null]);
  });
});

describe('the portal is told', () => {
  test.each<[string, Changes]>([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'openid phone' }],
    ['invalid_scope', { scope: 'aws.cognito.signin.user.admin' }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: undefined }],
    ['invalid_request', { code_challenge: 'short' }],
    ['login_required', { prompt: 'none' }],
  ])('%s for %j', async (error, changes) => {
    for (const answer of [await openPage(changes), await choose(reporter, changes)]) {
      const back = new URL(answer.headers.get('location') ?? '');
      expect(back.searchParams.get('error')).toBe(error);
      expect(back.searchParams.get('state')).toBe('trạng thái & khác');
      expect(back.searchParams.has('code')).toBe(false);
    }
  });
});

describe('nobody is signed in', () => {
  test.each<[string, [string, string][]]>([
    [
      'who is no user',
      [
        ['as', 'user'],
        ['user_name', 'khong.co'],
      ],
    ],
    [
      'with a role that there is not',
      [
        ['as', 'role'],
        ['role', 'admin'],
      ],
    ],
  ])('%s: the page says so', async (_what, who) => {
    const answer = await choose(who);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('role="alert"');
  });

  test('by a form of another site', async () => {
    expect((await choose(reporter, {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await choose(reporter, {}, { origin: 'null' })).status).toBe(403);
  });
});

describe('no token for', () => {
  test.each<[string, Changes, string]>([
    ['another verifier', { code_verifier: verifier.replace('d', 'e') }, 'invalid_grant'],
    ['the challenge as verifier', { code_verifier: challenge }, 'invalid_grant'],
    ['no verifier', { code_verifier: undefined }, 'invalid_request'],
    ['another address', { redirect_uri: 'https://evil.example/dang-nhap' }, 'invalid_grant'],
    ['another client', { client_id: 'other' }, 'invalid_client'],
    ['no client', { client_id: undefined }, 'invalid_request'],
    ['another code', { code: 'x' }, 'invalid_grant'],
    ['no code', { code: undefined }, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no grant', { grant_type: undefined }, 'invalid_request'],
  ])('%s', async (_what, changes, error) => {
    expect(await byCode(await codeFor(), changes)).toMatchObject({ status: 400, error });
  });

  test('a code that was used', async () => {
    const code = await codeFor();
    const first = await byCode(code);
    expect(first.status).toBe(200);
    expect(await byCode(code)).toMatchObject({ status: 400, error: 'invalid_grant' });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    expect(await token(refresh)).toMatchObject({ error: 'invalid_grant' });
  });

  test('a refresh token that is none', async () => {
    const asking = { grant_type: 'refresh_token', refresh_token: 'x' };
    expect(await token(asking)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });
});

describe('signing out', () => {
  const leave = (changes: Changes) => {
    const right = { client_id: config.clientId, logout_uri: `${stack.url}/` };
    return fetch(`${config.logoutEndpoint}?${request(right, changes)}`, { redirect: 'manual' });
  };

  test('leads back to the portal, and nowhere else', async () => {
    const right = await leave({});
    expect([right.status, right.headers.get('location')]).toEqual([303, `${stack.url}/`]);
    for (const wrong of [
      { logout_uri: 'https://evil.example/' },
      { client_id: 'other' },
      { logout_uri: undefined },
    ]) {
      const answer = await leave(wrong);
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
  });
});

describe('uploading the portal', () => {
  let folder: string;
  let client: S3Client;
  const bucket = () => bucketNames().find((name) => name.includes('-portal-')) as string;
  const bucketNames = () => stack.resources.list('AWS::S3::Bucket').map(({ physicalId }) => physicalId);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diem-cau-portal-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    await writeFile(join(folder, 'assets', 'main-AAAA.js'), 'export {}');
    const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
    const credentials = { accessKeyId, secretAccessKey };
    client = new S3Client({ region, endpoint: endpoints.s3, forcePathStyle: true, credentials });
  });
  afterAll(async () => {
    client.destroy();
    await rm(folder, { recursive: true });
  });
  const headersOf = async (key: string) => {
    const { ContentType, CacheControl, Body } = await client.send(
      new GetObjectCommand({ Bucket: bucket(), Key: key }),
    );
    return [ContentType, CacheControl, await Body?.transformToString()];
  };

  test('puts assets first and the page that names them last, each with its type and how long it is kept', async () => {
    const first = await uploadPortal(client, bucket(), folder, config);
    expect(first.put).toEqual(['assets/main-AAAA.js', 'icon.svg', 'config.json', 'index.html']);
    expect(await headersOf('assets/main-AAAA.js')).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'export {}',
    ]);
    expect(await headersOf('index.html')).toEqual([
      'text/html; charset=utf-8',
      'no-cache',
      '<!doctype html>',
    ]);
    const [type, caching, text] = await headersOf('config.json');
    expect([type, caching, JSON.parse(text ?? '')]).toEqual([
      'application/json; charset=utf-8',
      'no-cache',
      config,
    ]);
  });

  test('keeps old assets, and puts only new ones', async () => {
    await rm(join(folder, 'assets', 'main-AAAA.js'));
    await writeFile(join(folder, 'assets', 'main-BBBB.js'), 'export {}');
    expect((await uploadPortal(client, bucket(), folder, config)).put[0]).toBe('assets/main-BBBB.js');
    expect((await headersOf('assets/main-AAAA.js'))[2]).toBe('export {}');
    const again = await uploadPortal(client, bucket(), folder, config);
    expect([again.stood, again.put]).toEqual([
      ['assets/main-BBBB.js'],
      ['icon.svg', 'config.json', 'index.html'],
    ]);
  });

  test('refuses a folder without a portal', async () => {
    await expect(uploadPortal(client, bucket(), join(folder, 'assets'), config)).rejects.toThrow(
      'index.html',
    );
  });
});

describe('the configuration of a deployment', () => {
  const issuer = 'https://sso.example.vn/realms/chinh-phu';
  const claims = { ...cognitoClaims, unit: 'don_vi', roles: 'groups' };
  const other = JSON.stringify({ issuer, clientId: 'diem-cau', scopes: 'openid', claims });
  const found = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/logout`,
  };

  test('is what the stack says', async () => {
    expect(await deployedConfig(JSON.stringify(config), () => Promise.reject(new Error('asked')))).toEqual(
      config,
    );
  });

  test('of another issuer comes from its discovery document', async () => {
    const addresses: string[] = [];
    const ask = (url: string) => {
      addresses.push(url);
      return Promise.resolve(found);
    };
    expect(await deployedConfig(other, ask)).toEqual({
      issuer,
      clientId: 'diem-cau',
      scopes: 'openid',
      claims,
      authorizationEndpoint: `${issuer}/auth`,
      tokenEndpoint: `${issuer}/token`,
      revocationEndpoint: null,
      logoutEndpoint: `${issuer}/logout`,
      secondFactor: null,
      now: null,
    });
    expect(addresses).toEqual([`${issuer}/.well-known/openid-configuration`]);
  });

  test.each<[string, string, object, RegExp]>([
    [
      'an issuer that calls itself otherwise',
      other,
      { ...found, issuer: 'https://evil.example' },
      /calls itself/,
    ],
    [
      'tokens from elsewhere',
      other,
      { ...found, token_endpoint: 'https://x.example/token' },
      /Content-Security/,
    ],
    [
      'tokens that are taken back elsewhere',
      other,
      { ...found, revocation_endpoint: 'https://x.example/revoke' },
      /x\.example\/revoke.*Content-Security/,
    ],
    ['no configuration', '{}', found, /PortalConfig/],
  ])('is refused with %s', async (_what, output, document, why) => {
    await expect(deployedConfig(output, () => Promise.resolve(document))).rejects.toThrow(why);
  });
});

test('who to be is chosen among the provinces of the local day: at 01:00 in Viet Nam the new ones are there', async () => {
  // In UTC it is still 2025-06-30, the last day of the 63.
  const early = await startService({ portalOrigin: origin, now: '2025-06-30T18:00:00.000Z' });
  try {
    const choices = [`${early.url}/_local/`, `${early.url}${new URL(config.authorizationEndpoint).pathname}`];
    for (const [at, address] of choices.entries()) {
      const query = at === 0 ? '' : `?${asked({ redirect_uri: `${early.url}/dang-nhap` })}`;
      const html = await (await fetch(`${address}${query}`)).text();
      expect(html.match(/value="province:\d+@\d+"/g)).toHaveLength(34);
    }
  } finally {
    await early.stop();
  }
}, 60_000);
