import { randomBytes } from 'node:crypto';
import { CognitoError } from './cognito-error.ts';
import { countWrong, refuseGuessing } from './guesses.ts';
import type { PoolUser } from './pool-users.ts';
import { fromBase32, stepOfCode, toBase32 } from './totp.ts';

const secretBytes = 32;

/** When a code is typed, milliseconds since 1970: in real time, which phones have, and by the clock of the stack. */
export type Typed = { real: number; stack: number };

/** Gives a user a new secret. What was set up before stays until the new one is verified. */
export function beginToken(user: PoolUser): string {
  const secret = toBase32(randomBytes(secretBytes));
  user.pending = { secret };
  return secret;
}

/**
 * The first code of a new secret puts it in the place of the one before. Changes the user whether or not the code is right.
 * @throws CognitoError
 */
export function verifyToken(user: PoolUser, code: string, at: Typed): void {
  const { pending } = user;
  if (pending === undefined) {
    useCode(user, code, at);
    return;
  }
  refuseGuessing(user, at.stack);
  const step = stepOfCode(fromBase32(pending.secret), code, at.real);
  if (step === undefined) {
    countWrong(user, at.stack);
    throw new CognitoError(
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
    );
  }
  user.factor = { secret: pending.secret, lastStep: step };
  delete user.pending;
  delete user.wrong;
}

/** Forgets what a user has set up, and what was begun: no code of either is right any more. */
export function dropToken(user: PoolUser): void {
  user.totp = false;
  delete user.factor;
  delete user.pending;
}

/**
 * Uses up a code of what a user has set up: none is good twice, nor one of a step before the last. Changes the user whether
 * or not the code is right.
 * @throws CognitoError
 */
export function useCode(user: PoolUser, code: string, at: Typed): void {
  const { factor } = user;
  if (factor === undefined) {
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'User has no software token.');
  }
  refuseGuessing(user, at.stack);
  const step = stepOfCode(fromBase32(factor.secret), code, at.real);
  if (step === undefined) {
    // Who types nothing is asked for a code, and has not guessed.
    if (code !== '') countWrong(user, at.stack);
    throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  }
  if (step <= factor.lastStep) {
    throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
  }
  factor.lastStep = step;
  delete user.wrong;
}
