import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cognitoClaims } from '../../../../shared/accounts/claims.ts';
import { sessionKey } from '../../../../web/app/kept-session.ts';
import { tokenRefused } from '../../../../web/app/request-token.ts';
import { currentPerson, keepSession, sessionEnded } from '../../../../web/app/session.ts';
import { heldStorage } from '../storage.ts';

/** In whose name a refused request is sent again. */

const kept = new Map<string, string>();
const claimsFor = (sub: string, minutes: number) => {
  const now = Math.floor(Date.now() / 1000);
  return { sub, iat: now, exp: now + minutes * 60 };
};
const tokenOf = (sub: string, minutes = 30) =>
  ['e30', Buffer.from(JSON.stringify(claimsFor(sub, minutes))).toString('base64url'), ''].join('.');

beforeAll(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { sessionStorage: heldStorage(kept), localStorage: heldStorage() });
});
afterAll(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
  Reflect.deleteProperty(globalThis, 'localStorage');
});
beforeEach(() => kept.clear());

test('in the same person’s, by the token that has come meanwhile', async () => {
  const first = tokenOf('le', 20);
  keepSession({ idToken: first });
  const second = tokenOf('le', 40);
  keepSession({ idToken: second });
  expect(await tokenRefused(first)).toEqual({ token: second });
});

test('never in another’s, whose session goes on', async () => {
  const first = tokenOf('le');
  keepSession({ idToken: first });
  keepSession({ idToken: tokenOf('tran') });
  expect(await tokenRefused(first)).toBe('none');
  expect(currentPerson()).toBe('tran');
  expect(kept.get(sessionKey)).toBeDefined();
});

test('in nobody’s once the one token was refused: the session is over', async () => {
  const only = tokenOf('le');
  keepSession({ idToken: only });
  expect(await tokenRefused(only)).toBe('none');
  expect(sessionEnded()).toMatchObject({ why: 'expired', who: 'le' });
});

describe('by the names of an issuer that calls the subject otherwise', () => {
  const claims = { ...cognitoClaims, subject: 'oid' };
  /** `sub` is another one at every sign-in. */
  const tokenOf = (oid: string, sub: string) =>
    ['e30', Buffer.from(JSON.stringify({ ...claimsFor(sub, 30), oid })).toString('base64url'), ''].join('.');

  test('in the same person’s', async () => {
    const [first, second] = [tokenOf('le', 'a'), tokenOf('le', 'b')];
    keepSession({ idToken: first, claims });
    keepSession({ idToken: second, claims });
    expect(await tokenRefused(first)).toEqual({ token: second });
  });

  test('never in another’s', async () => {
    const [first, second] = [tokenOf('le', 'a'), tokenOf('tran', 'a')];
    keepSession({ idToken: first, claims });
    keepSession({ idToken: second, claims });
    expect(await tokenRefused(first)).toBe('none');
    expect(currentPerson()).toBe('tran');
  });
});
