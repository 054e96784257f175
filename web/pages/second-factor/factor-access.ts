import type { SignedIn } from '../../app/oidc.ts';
import { keepSession, keptForSignOut, onLeave } from '../../app/session.ts';
import { readable } from '../../app/tab-state.ts';
import type { Tokens } from '../../app/tokens.ts';

/**
 * The leave to change one's own account, from the sign-in that asked for it to the page that uses it: in memory only, for
 * one use. A reload, signing out and another person end it.
 */
let held: string | null = null;
onLeave(() => {
  held = null;
});

/** Keeps what a sign-in for the second factor gave: the session as it was, and the leave for the page. */
export function keepForFactor({ tokens, accessToken }: SignedIn): void {
  keepSession(sessionBeside(tokens, keptForSignOut()));
  held = accessToken;
}

/** @returns the access token, once; null: none was given in this tab just now */
export function takeAccess(): string | null {
  const taken = held;
  held = null;
  return taken;
}

/**
 * The tokens of the session after a sign-in for the second factor. Its own refresh token could be made into leave to change
 * the account for hours: it is dropped, and that of the session before goes on, when it is the same person's.
 */
export function sessionBeside({ refreshToken: _dropped, ...given }: Tokens, before: Tokens | null): Tokens {
  const isSame = before !== null && readable(before)?.subject === readable(given)?.subject;
  return isSame && before.refreshToken !== undefined
    ? { ...given, refreshToken: before.refreshToken }
    : given;
}
