import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cognitoClaims } from '../../../../shared/accounts/claims.ts';
import type * as Session from '../../../../web/app/session.ts';
import { sessionKey } from '../../../../web/app/session.ts';

/** In whose name a refused request is sent again. */

const kept = new Map<string, string>();
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => kept.set(name, text),
  removeItem: (name: string) => kept.delete(name),
  key: (place: number) => [...kept.keys()][place] ?? null,
  get length() {
    return kept.size;
  },
};
const claimsFor = (sub: string, minutes: number) => {
  const now = Math.floor(Date.now() / 1000);
  return { sub, iat: now, exp: now + minutes * 60 };
};
const tokenOf = (sub: string, minutes = 30) =>
  ['e30', Buffer.from(JSON.stringify(claimsFor(sub, minutes))).toString('base64url'), ''].join('.');

let session: typeof Session;
beforeAll(async () => {
  jest.useFakeTimers();
  Object.assign(globalThis, { sessionStorage: storage });
  session = await import('../../../../web/app/session.ts');
});
afterAll(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});
beforeEach(() => kept.clear());

test('in the same person’s, by the token that has come meanwhile', async () => {
  const first = tokenOf('le', 20);
  session.keepSession({ idToken: first });
  const second = tokenOf('le', 40);
  session.keepSession({ idToken: second });
  expect(await session.tokenRefused(first)).toBe(second);
});

test('never in another’s, whose session goes on', async () => {
  const first = tokenOf('le');
  session.keepSession({ idToken: first });
  session.keepSession({ idToken: tokenOf('tran') });
  expect(await session.tokenRefused(first)).toBeNull();
  expect(session.currentPerson()).toBe('tran');
  expect(kept.get(sessionKey)).toBeDefined();
});

test('in nobody’s once the one token was refused: the session is over', async () => {
  const only = tokenOf('le');
  session.keepSession({ idToken: only });
  expect(await session.tokenRefused(only)).toBeNull();
  expect(session.sessionEnded()).toMatchObject({ why: 'expired', who: 'le' });
});

describe('by the names of an issuer that calls the subject otherwise', () => {
  const claims = { ...cognitoClaims, subject: 'oid' };
  /** `sub` is another one at every sign-in. */
  const tokenOf = (oid: string, sub: string) =>
    ['e30', Buffer.from(JSON.stringify({ ...claimsFor(sub, 30), oid })).toString('base64url'), ''].join('.');

  test('in the same person’s', async () => {
    const [first, second] = [tokenOf('le', 'a'), tokenOf('le', 'b')];
    session.keepSession({ idToken: first, claims });
    session.keepSession({ idToken: second, claims });
    expect(await session.tokenRefused(first)).toBe(second);
  });

  test('never in another’s', async () => {
    const [first, second] = [tokenOf('le', 'a'), tokenOf('tran', 'a')];
    session.keepSession({ idToken: first, claims });
    session.keepSession({ idToken: second, claims });
    expect(await session.tokenRefused(first)).toBeNull();
    expect(session.currentPerson()).toBe('tran');
  });
});
