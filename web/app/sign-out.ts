import { logoutAddress, revokeToken } from './oidc.ts';
import { forgetSession } from './session.ts';
import type { Tokens } from './tokens.ts';

/** Whoever signs out waits no longer for the issuer; what it gave then ends by its time. */
const waitAtMostMs = 3000;

/**
 * Signs out everywhere on this machine: this tab and the others forget at once, the refresh token is taken back, and the
 * issuer ends its own session.
 * @returns where the browser must go to end the issuer's session; null when there is nothing to go to
 */
export async function signOut(tokens: Tokens | null): Promise<string | null> {
  forgetSession();
  const late = new Promise<null>((done) => setTimeout(() => done(null), waitAtMostMs));
  const { refreshToken } = tokens ?? {};
  const revoked = refreshToken === undefined ? Promise.resolve() : revokeToken(refreshToken);
  await Promise.race([revoked.catch(() => {}), late]);
  return Promise.race([logoutAddress().catch(() => null), late]);
}
