import { CognitoError } from './cognito-error.ts';
import type { PoolUser } from './pool-users.ts';

/** Cognito slows down whoever guesses; here one waits, whatever secret the codes were for. */
const wrongCodesAtMost = 5;
const waitMs = 5 * 60_000;

/**
 * Refuses any code for a while once too many were wrong.
 * @param at milliseconds since 1970 by the clock of the stack
 * @throws CognitoError by another name than that for too many requests
 */
export function refuseGuessing(user: PoolUser, at: number): void {
  if (user.wrong === undefined || user.wrong.count < wrongCodesAtMost) return;
  if (at < user.wrong.at + waitMs) {
    throw new CognitoError('TooManyFailedAttemptsException', 'Too many wrong codes: wait five minutes.');
  }
  delete user.wrong;
}

/** @param at milliseconds since 1970 by the clock of the stack */
export function countWrong(user: PoolUser, at: number): void {
  user.wrong = { count: (user.wrong?.count ?? 0) + 1, at };
}
