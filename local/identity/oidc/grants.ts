import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who somebody chose to be: a user of the pool by name, or anybody, ad hoc. */
export type Chosen = { userName: string } | { subject: string; unit?: string; roles: string[] };

/** What a code stands for, once somebody has said who they are. */
export type CodeGrant = {
  chosen: Chosen;
  redirectUri: string;
  scope: string;
  nonce: string | undefined;
  /** BASE64URL(SHA-256(verifier)), RFC 7636. */
  challenge: string;
};
/** What a refresh token stands for. */
export type RefreshGrant = Pick<CodeGrant, 'chosen' | 'scope'>;

/** As Cognito's: "the authorization code is valid for five minutes". */
export const codeSeconds = 300;
/** Whoever starts sign-ins without end fills no memory: the oldest go. */
const mostKept = 1000;

/**
 * Codes and refresh tokens that were given, in memory: a restart ends them, and people sign in again. Times are
 * milliseconds of real time.
 */
export class Grants {
  readonly #codes = new Map<string, CodeGrant & { until: number; usedFor?: string }>();
  readonly #refresh = new Map<string, RefreshGrant & { until: number }>();
  readonly #access = new Map<string, RefreshGrant & { until: number }>();

  giveCode(grant: CodeGrant, at: number): string {
    return keep(this.#codes, { ...grant, until: at + codeSeconds * 1000 });
  }

  /**
   * Uses a code up, whether or not what comes with it is right. A second use also takes back what the first one gave
   * (RFC 6749, 4.1.2).
   * @returns undefined when it is unknown, used, over, or was given to another address or another verifier
   */
  useCode(code: string, asked: { redirectUri: string; verifier: string }, at: number): CodeGrant | undefined {
    const grant = this.#codes.get(code);
    if (grant === undefined) return undefined;
    if (grant.usedFor !== undefined) {
      this.#refresh.delete(grant.usedFor);
      return undefined;
    }
    grant.usedFor = '';
    const isRight =
      at < grant.until && asked.redirectUri === grant.redirectUri && fits(asked.verifier, grant.challenge);
    return isRight ? grant : undefined;
  }

  giveRefresh(code: string, seconds: number, at: number): string | undefined {
    const grant = this.#codes.get(code);
    if (grant === undefined) return undefined;
    const { chosen, scope } = grant;
    grant.usedFor = keep(this.#refresh, { chosen, scope, until: at + seconds * 1000 });
    return grant.usedFor;
  }

  /** @returns undefined when it is unknown, over, or was taken back */
  refresh(token: string, at: number): RefreshGrant | undefined {
    const grant = this.#refresh.get(token);
    return grant !== undefined && at < grant.until ? grant : undefined;
  }

  revoke(token: string): void {
    this.#refresh.delete(token);
  }

  /** An access token, good for what its scopes say. */
  giveAccess({ chosen, scope }: RefreshGrant, seconds: number, at: number): string {
    return keep(this.#access, { chosen, scope, until: at + seconds * 1000 });
  }

  /** @returns undefined when it is unknown, over, or its owner signed out everywhere */
  access(token: string, at: number): RefreshGrant | undefined {
    const grant = this.#access.get(token);
    return grant !== undefined && at < grant.until ? grant : undefined;
  }

  /** Signs a user of the pool out everywhere. */
  revokeOf(userName: string): void {
    for (const kept of [this.#refresh, this.#access]) {
      for (const [token, { chosen }] of kept) {
        if ('userName' in chosen && chosen.userName === userName) kept.delete(token);
      }
    }
  }
}

function keep<T>(kept: Map<string, T>, grant: T): string {
  const name = randomBytes(32).toString('base64url');
  kept.set(name, grant);
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return name;
}

/** "code_verifier = 43*128unreserved" (RFC 7636, 4.1), and its digest is the challenge. */
function fits(verifier: string, challenge: string): boolean {
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const digest = createHash('sha256').update(verifier).digest();
  const wanted = Buffer.from(challenge, 'base64url');
  return wanted.length === digest.length && timingSafeEqual(digest, wanted);
}
