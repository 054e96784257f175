import type { Session, Tokens } from './tokens.ts';

/** What became of asking for a new token; `done-elsewhere`: another tab had it done meanwhile. */
type Renewal = Tokens | 'done-elsewhere' | 'refused' | 'unreachable';

/** Before its end a token is renewed; whatever its time, not within a minute of when it came. */
const renewBeforeMs = 5 * 60_000;
const leastAgeMs = 60_000;

/**
 * How many milliseconds from now a token is to be renewed.
 * @param share from 0 to 1, another one in each tab: the first one renews, and tells the others
 */
export function renewalIn(
  { expiresAt, cameAt }: Pick<Session, 'expiresAt' | 'cameAt'>,
  now: number,
  share: number,
): number {
  const planned = expiresAt - renewBeforeMs + share * 60_000;
  return Math.max(1000, planned - now, cameAt === null ? 0 : cameAt + leastAgeMs - now);
}

/**
 * Asks the issuer for a new ID token, one tab at a time.
 * @param token the one that is to be replaced
 * @param kept what this tab keeps now
 */
export async function renew(token: string, kept: () => Tokens | null): Promise<Renewal> {
  if (kept()?.refreshToken === undefined) return 'refused';
  return navigator.locks.request('diem-cau:renewal', async () => {
    const tokens = kept();
    if (tokens?.idToken !== token || tokens.refreshToken === undefined) return 'done-elsewhere';
    try {
      const { renewTokens } = await import('./oidc.ts');
      return await renewTokens(tokens.refreshToken);
    } catch {
      return 'unreachable';
    }
  });
}
