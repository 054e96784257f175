import { describe, expect, test } from '@jest/globals';
import jsqr from 'jsqr';
import type { Tokens } from '../../../../web/app/tokens.ts';
import { troubleIn } from '../../../../web/pages/second-factor/cognito-factor.ts';
import { sessionBeside } from '../../../../web/pages/second-factor/factor-access.ts';
import { inGroups, otpauthUri, sixDigits } from '../../../../web/pages/second-factor/otpauth.ts';
import { qrPath } from '../../../../web/pages/second-factor/qr-path.ts';

// The secret of the examples in "Key Uri Format".
const secret = 'JBSWY3DPEHPK3PXP';

describe('what the app is told', () => {
  test('names who gives the codes and whose they are, in UTF-8', () => {
    // "Điểm Cầu": Đ is C4 90, ể E1 BB 83, ầ E1 BA A7.
    const issuer = '%C4%90i%E1%BB%83m%20C%E1%BA%A7u';
    expect(otpauthUri('le.b', secret)).toBe(
      `otpauth://totp/${issuer}:le.b?secret=JBSWY3DPEHPK3PXP&issuer=${issuer}`,
    );
    expect(otpauthUri('a?secret=B&x:y', secret)).toContain(':a%3Fsecret%3DB%26x%3Ay?secret=JBSW');
  });

  test('is typed off in groups of four', () => {
    expect(inGroups(`${secret}AB`)).toBe('JBSW Y3DP EHPK 3PXP AB');
  });

  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['012345', '012345'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['１２３４５６', null],
    ['', null],
  ])('%j typed is the code %j', (typed, code) => expect(sixDigits(typed)).toBe(code));
});

describe('the QR code', () => {
  /** The path drawn by the rules of SVG for the commands that it has, four pixels to a module. */
  function drawn(path: string, size: number): { data: Uint8ClampedArray; width: number } {
    const width = size * 4;
    const data = new Uint8ClampedArray(width * width * 4).fill(255);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
    expect(runs.map(([whole]) => whole).join('')).toBe(path);
    for (const [, x, y, length, back] of runs) {
      expect(back).toBe(length);
      for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row += 1) {
        const from = (row * width + Number(x) * 4) * 4;
        for (let at = 0; at < Number(length) * 16; at += 4) data.fill(0, from + at, from + at + 3);
      }
    }
    return { data, width };
  }

  test.each(['le.b', 'nguyen.thi.dao-82', 'x'.repeat(64)])(
    'of %s is read back to the letter by another reader',
    (userName) => {
      // As long as Cognito's: 52 letters.
      const text = otpauthUri(userName, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST');
      const { path, size } = qrPath(text);
      const { data, width } = drawn(path, size);
      expect(jsqr.default(data, width, width)?.data).toBe(text);
    },
  );
});

describe('what Cognito refuses', () => {
  test.each([
    // "Code mismatch and fail enable Software Token MFA": what VerifySoftwareToken answers a wrong code.
    ['EnableSoftwareTokenMFAException', 'wrong-code'],
    ['CodeMismatchException', 'wrong-code'],
    ['ExpiredCodeException', 'code-expired'],
    ['TooManyRequestsException', 'too-many'],
    ['LimitExceededException', 'too-many'],
    ['TooManyFailedAttemptsException', 'too-many-wrong'],
    ['NotAuthorizedException', 'too-old'],
    ['com.amazonaws.cognito#NotAuthorizedException', 'too-old'],
    ['UserNotFoundException', 'no-account'],
    ['InvalidParameterException', 'refused'],
    [undefined, 'refused'],
  ])('as %s is told as %s', (type, trouble) => expect(troubleIn({ __type: type })).toBe(trouble));
});

describe('the session after signing in for the second factor', () => {
  const of = (sub: string, refreshToken?: string): Tokens => ({
    idToken: `e30.${Buffer.from(JSON.stringify({ sub, exp: 1 })).toString('base64url')}.`,
    ...(refreshToken === undefined ? {} : { refreshToken }),
  });

  test('goes on by the refresh token that may not change the account', () => {
    expect(sessionBeside(of('le', 'may-change'), of('le', 'plain')).refreshToken).toBe('plain');
  });

  test.each<[string, Tokens | null]>([
    ['somebody else’s', of('tran', 'plain')],
    ['none', of('le')],
    ['no session', null],
  ])('has none where the one before was %s', (_what, before) => {
    expect(sessionBeside(of('le', 'may-change'), before)).toEqual(of('le'));
  });
});
