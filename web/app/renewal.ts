import type { Tokens } from './tokens.ts';

/** What became of asking for a new token; `done-elsewhere`: another tab had it done meanwhile. */
export type Renewal = Tokens | 'done-elsewhere' | 'refused' | 'unreachable';

/**
 * Asks the issuer for a new ID token, one tab at a time.
 * @param token the one that is to be replaced
 * @param kept what this tab keeps now
 */
export async function renew(token: string, kept: () => Tokens | null): Promise<Renewal> {
  return navigator.locks.request('diem-cau:renewal', async () => {
    const tokens = kept();
    if (tokens === null || tokens.idToken !== token) return 'done-elsewhere';
    if (tokens.refreshToken === undefined) return 'refused';
    try {
      const { renewTokens } = await import('./oidc.ts');
      return await renewTokens(tokens.refreshToken);
    } catch {
      return 'unreachable';
    }
  });
}
