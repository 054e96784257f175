import { type ClaimNames, cognitoClaims } from '../shared/accounts/claims.ts';
import type { Settings } from './settings.ts';

/** The variable CLAIMS of every function that is asked with a token: what the issuer calls things. */
export function claimsOf({ oidc }: Settings): string {
  if (oidc === null) return JSON.stringify(cognitoClaims);
  return JSON.stringify({ ...oidc.claims, roleNames: oidc.roleNames } satisfies ClaimNames);
}
