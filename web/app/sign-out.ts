import { forgetSession, keptForSignOut } from './session.ts';
import type { Tokens } from './tokens.ts';

/** Whoever signs out waits no longer for the issuer; what it gave then ends by its time. */
const waitAtMostMs = 3000;

/**
 * Signs out everywhere on this machine: this tab and the others forget at once, whatever becomes of the rest; the refresh
 * token is taken back, and the issuer ends its own session.
 * @returns where the browser must go then; null: stay, since the issuer's address could not be had
 */
export async function signOut(): Promise<string | null> {
  const tokens = keptForSignOut();
  forgetSession();
  try {
    return await endAtIssuer(tokens);
  } catch {
    return null;
  }
}

/** @throws TypeError, SignInFault when the script for it, or the configuration, cannot be had */
async function endAtIssuer(tokens: Tokens | null): Promise<string> {
  const { logoutAddress, revokeToken } = await import('./oidc.ts');
  const late = new Promise<void>((done) => setTimeout(done, waitAtMostMs));
  const { refreshToken } = tokens ?? {};
  if (refreshToken !== undefined) await Promise.race([revokeToken(refreshToken).catch(() => {}), late]);
  return (await logoutAddress()) ?? '/';
}
