import type { Tokens } from '../../../../web/app/tokens.ts';

/** Tokens as a tab keeps them: whose, until when in seconds since 1970, and what else the issuer claims. */
export function tokensOf(sub: string, exp: number, more: Record<string, unknown> = {}): Tokens {
  const claims = Buffer.from(JSON.stringify({ sub, exp, ...more })).toString('base64url');
  return { idToken: ['e30', claims, ''].join('.') };
}
