import { describe, expect, test } from '@jest/globals';
import type { PoolUser } from '../../../local/identity/pool-users.ts';
import { beginToken, useCode, verifyToken } from '../../../local/identity/software-token.ts';
import { codeOfStep, fromBase32, stepAt, stepOfCode, toBase32 } from '../../../local/identity/totp.ts';

/** The secret of both appendices, "12345678901234567890" in ASCII. */
const secret = Buffer.from('12345678901234567890', 'ascii');

describe('a one-time password', () => {
  // RFC 6238, appendix B, the rows of SHA-1: seconds since 1970, eight digits.
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %d s is that of RFC 6238', (seconds, code) => {
    expect(codeOfStep(secret, stepAt(seconds * 1000), 8)).toBe(code);
  });

  // RFC 4226, appendix D: six digits by counter.
  test.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [9, '520489'],
  ])('of counter %d is that of RFC 4226', (counter, code) => {
    expect(codeOfStep(secret, counter)).toBe(code);
  });

  test('is good in its step, one before and one after, and no longer', () => {
    // Counter 3 is from 90 s to 120 s.
    const stepsAt = (seconds: number) => stepOfCode(secret, '969429', seconds * 1000);
    expect([59.999, 60, 90, 119, 149.999, 150].map(stepsAt)).toEqual([undefined, 3, 3, 3, 3, undefined]);
  });
});

// RFC 4648, 10, without the padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %s', (text, written) => {
  expect(toBase32(Buffer.from(text))).toBe(written);
  expect(Buffer.from(fromBase32(written)).toString()).toBe(text);
});

test.each(['MZXW1', 'mzxw6', 'MZXW6='])('%s is no base 32', (written) => {
  expect(() => fromBase32(written)).toThrow(RangeError);
});

describe('what a user sets up', () => {
  const at = { real: 95_000, stack: 0 };
  /** Codes of steps 2, 3 and 4 of the secret above. */
  const [before, now, after] = ['359152', '969429', '338314'] as const;
  const user = (more: Partial<PoolUser> = {}): PoolUser => ({
    userName: 'le',
    attributes: {},
    enabled: true,
    groups: [],
    totp: false,
    createdAt: 0,
    ...more,
  });
  const given = () => user({ pending: { secret: toBase32(secret) } });

  test('is new each time, and Cognito’s length', () => {
    const le = user();
    const [one, other] = [beginToken(le), beginToken(le)];
    expect(one).toMatch(/^[A-Z2-7]{52}$/);
    expect(other).not.toBe(one);
    expect(le.pending?.secret).toBe(other);
  });

  test('stands once a code of it was right, and no code of it is good twice', () => {
    const le = given();
    verifyToken(le, now, at);
    expect(le).toMatchObject({ factor: { lastStep: 3 } });
    expect(le.pending).toBeUndefined();
    for (const used of [now, before]) expect(() => useCode(le, used, at)).toThrow('already been used');
    useCode(le, after, at);
    expect(() => useCode(le, after, at)).toThrow('already been used');
    expect(() => verifyToken(le, after, at)).toThrow('already been used');
  });

  test('does not take the place of what stood before until then', () => {
    const le = user({ factor: { secret: toBase32(secret), lastStep: 2 } });
    beginToken(le);
    expect(() => verifyToken(le, now, at)).toThrow('Code mismatch');
    useCode(le, now, at);
    expect(le.factor).toEqual({ secret: toBase32(secret), lastStep: 3 });
  });

  test('is guessed at five times, and then even the right code is refused', () => {
    const le = given();
    for (let tried = 0; tried < 5; tried += 1) {
      expect(() => verifyToken(le, '000000', at)).toThrow('Code mismatch');
    }
    expect(() => verifyToken(le, now, at)).toThrow('Too many wrong codes');
    expect(le.factor).toBeUndefined();
  });

  test('is not guessed at anew by asking for another secret', () => {
    const le = given();
    for (let tried = 0; tried < 5; tried += 1) {
      beginToken(le);
      expect(() => verifyToken(le, '000000', at)).toThrow('Code mismatch');
    }
    le.pending = { secret: toBase32(secret) };
    expect(() => verifyToken(le, now, at)).toThrow('Too many wrong codes');
  });

  test.each([
    ['to sign in', useCode],
    ['where no new secret was asked for', verifyToken],
  ])('is guessed at five times %s too, then again after five minutes of the stack', (_where, typed) => {
    const le = user({ factor: { secret: toBase32(secret), lastStep: 2 } });
    for (let tried = 0; tried < 5; tried += 1) {
      expect(() => typed(le, '000000', { ...at, stack: tried * 1000 })).toThrow('Invalid code');
    }
    // The last wrong one came at 4 s: 5 min later is 304 s.
    for (const stack of [5000, 303_999]) {
      expect(() => typed(le, now, { ...at, stack })).toThrow('Too many wrong codes');
    }
    typed(le, now, { ...at, stack: 304_000 });
    expect(le.factor?.lastStep).toBe(3);
  });

  test('counts from the last right code on, and no missing one', () => {
    const le = user({ factor: { secret: toBase32(secret), lastStep: 2 } });
    const miss = (code: string) => expect(() => useCode(le, code, at)).toThrow('Invalid code');
    for (const code of ['000000', '', '000000', '', '000000', '', '000000', '', '']) miss(code);
    useCode(le, now, at);
    for (let tried = 0; tried < 4; tried += 1) miss('000000');
    useCode(le, after, at);
    expect(le.factor?.lastStep).toBe(4);
  });

  test('is asked of nobody who has nothing', () => {
    expect(() => useCode(user(), now, at)).toThrow('no software token');
    expect(() => verifyToken(user(), now, at)).toThrow('no software token');
  });
});
