import { randomBytes } from 'node:crypto';
import { CognitoError } from './cognito-error.ts';
import type { PoolUser } from './pool-users.ts';
import { fromBase32, stepOfCode, toBase32 } from './totp.ts';

const secretBytes = 32;
/** Cognito slows down whoever guesses; here a new secret must be asked for. */
const wrongCodesAtMost = 5;

/** Gives a user a new secret. What was set up before stays until the new one is verified. */
export function beginToken(user: PoolUser): string {
  const secret = toBase32(randomBytes(secretBytes));
  user.pending = { secret, wrong: 0 };
  return secret;
}

/**
 * The first code of a new secret puts it in the place of the one before.
 * @param at milliseconds since 1970
 * @throws CognitoError
 */
export function verifyToken(user: PoolUser, code: string, at: number): void {
  const { pending } = user;
  if (pending === undefined) {
    useCode(user, code, at);
    return;
  }
  if (pending.wrong >= wrongCodesAtMost) {
    throw new CognitoError('TooManyRequestsException', 'Too many wrong codes.');
  }
  const step = stepOfCode(fromBase32(pending.secret), code, at);
  if (step === undefined) {
    pending.wrong += 1;
    throw new CognitoError(
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
    );
  }
  user.factor = { secret: pending.secret, lastStep: step };
  delete user.pending;
}

/**
 * Uses up a code of what a user has set up: none is good twice, nor one of a step before the last.
 * @param at milliseconds since 1970
 * @throws CognitoError
 */
export function useCode({ factor }: PoolUser, code: string, at: number): void {
  if (factor === undefined) {
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'User has no software token.');
  }
  const step = stepOfCode(fromBase32(factor.secret), code, at);
  if (step === undefined) throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  if (step <= factor.lastStep) {
    throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
  }
  factor.lastStep = step;
}
