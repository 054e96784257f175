import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { codeSeconds, Grants } from '../../../local/identity/oidc/grants.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
/** The challenge of that verifier in RFC 7636, appendix B. */
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const redirectUri = 'https://diemcau.example.vn/dang-nhap';
const grant = { chosen: { userName: 'le' }, redirectUri, scope: 'openid', nonce: 'n', challenge };
const at = Date.parse('2026-10-14T10:00:00Z');

describe('a code', () => {
  test('is good once, for its verifier and its address', () => {
    const grants = new Grants();
    const code = grants.giveCode(grant, at);
    expect(grants.useCode(code, { redirectUri, verifier }, at + 1000)).toMatchObject(grant);
    expect(grants.useCode(code, { redirectUri, verifier }, at + 1000)).toBeUndefined();
  });

  test.each([
    ['another verifier', { redirectUri, verifier: verifier.replace('d', 'e') }, 0],
    ['the challenge itself', { redirectUri, verifier: challenge }, 0],
    ['a verifier that is too short', { redirectUri, verifier: verifier.slice(0, 42) }, 0],
    ['another address', { redirectUri: `${redirectUri}/`, verifier }, 0],
    ['five minutes later', { redirectUri, verifier }, codeSeconds * 1000],
  ])('is refused with %s, and used up by it', (_what, asked, later) => {
    const grants = new Grants();
    const code = grants.giveCode(grant, at);
    expect(grants.useCode(code, asked, at + later)).toBeUndefined();
    expect(grants.useCode(code, { redirectUri, verifier }, at)).toBeUndefined();
  });

  test('that is used again takes back what it gave the first time', () => {
    const grants = new Grants();
    const code = grants.giveCode(grant, at);
    grants.useCode(code, { redirectUri, verifier }, at);
    const refresh = grants.giveRefresh(code, 60, at) as string;
    expect(grants.refresh(refresh, at)).toBeDefined();
    grants.useCode(code, { redirectUri, verifier }, at);
    expect(grants.refresh(refresh, at)).toBeUndefined();
  });

  test('cannot be guessed from another', () => {
    const grants = new Grants();
    const codes = Array.from({ length: 50 }, () => grants.giveCode(grant, at));
    expect(new Set(codes).size).toBe(50);
    expect(Buffer.from(codes[0] as string, 'base64url')).toHaveLength(32);
  });
});

describe('a refresh token', () => {
  test('is good until it ends or is taken back', () => {
    const grants = new Grants();
    const code = grants.giveCode(grant, at);
    grants.useCode(code, { redirectUri, verifier }, at);
    const token = grants.giveRefresh(code, 60, at) as string;
    expect(grants.refresh(token, at + 59_999)).toMatchObject({ chosen: { userName: 'le' }, scope: 'openid' });
    expect(grants.refresh(token, at + 60_000)).toBeUndefined();
    grants.revoke(token);
    expect(grants.refresh(token, at)).toBeUndefined();
  });
});

describe('an access token', () => {
  const ofLe = { chosen: { userName: 'le' }, scope: 'openid aws.cognito.signin.user.admin' };

  test('is good until it ends, for what it was given', () => {
    const grants = new Grants();
    const token = grants.giveAccess(ofLe, 60, at);
    expect(grants.access(token, at + 59_999)).toMatchObject(ofLe);
    expect(grants.access(token, at + 60_000)).toBeUndefined();
    expect(grants.access('x', at)).toBeUndefined();
    expect(grants.refresh(token, at)).toBeUndefined();
  });

  test('and every refresh token of a user are over once they signed out everywhere, and no other user’s', () => {
    const grants = new Grants();
    const code = grants.giveCode(grant, at);
    const refresh = grants.giveRefresh(code, 60, at) as string;
    const access = grants.giveAccess(ofLe, 60, at);
    const other = grants.giveAccess({ ...ofLe, chosen: { userName: 'tran' } }, 60, at);
    grants.revokeOf('le');
    expect([grants.refresh(refresh, at), grants.access(access, at)]).toEqual([undefined, undefined]);
    expect(grants.access(other, at)).toBeDefined();
  });
});

test('the challenge of the RFC is the digest of its verifier', () => {
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(challenge);
});
