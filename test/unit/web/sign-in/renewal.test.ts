import { describe, expect, test } from '@jest/globals';
import { renewalIn } from '../../../../web/app/renewal.ts';
import { sessionOf } from '../../../../web/app/tokens.ts';

const minute = 60_000;
/** The issuer's clock when it gives a token that is good for an hour. */
const issued = Date.parse('2026-10-14T10:00:00Z');
const claims = { sub: 'le', iat: issued / 1000, exp: issued / 1000 + 3600 };
const idToken = ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), ''].join('.');

describe('a token of an hour', () => {
  test.each([
    ['right', 0],
    ['58 minutes fast', 58],
    ['62 minutes fast', 62],
    ['70 minutes slow', -70],
  ])('is renewed five minutes before its end where the clock is %s', (_name, ahead) => {
    const now = issued + ahead * minute;
    const session = sessionOf({ idToken, refreshToken: 'x', cameAt: now });
    expect(renewalIn(session, now, 0)).toBe(55 * minute);
    expect(renewalIn(session, now, 1)).toBe(56 * minute);
    expect(renewalIn(session, now + 57 * minute, 0)).toBe(1000);
  });

  test('of which it is not known when it came ends when it says', () => {
    const session = sessionOf({ idToken });
    expect(session.expiresAt).toBe(issued + 60 * minute);
    expect(renewalIn(session, issued + 58 * minute, 0)).toBe(1000);
  });
});

test('what came a moment ago is not renewed, however short its time', () => {
  const cameAt = issued;
  expect(renewalIn({ expiresAt: issued + 2 * minute, cameAt }, issued + 10_000, 0)).toBe(50_000);
  // The clock was put forward meanwhile.
  expect(renewalIn({ expiresAt: issued + 60 * minute, cameAt }, issued + 90 * minute, 0)).toBe(1000);
});
