import type { ClaimNames } from '../shared/accounts/claim-names.ts';
import { cognitoClaims } from '../shared/accounts/claims.ts';
import type { Settings } from './settings.ts';

/** What the issuer calls its claims and the roles in them, as the portal is told. */
export function claimNamesOf({ oidc }: Settings): ClaimNames {
  return oidc === null ? cognitoClaims : { ...oidc.claims, roleNames: oidc.roleNames };
}

/** The same as the variable CLAIMS of every function that is asked with a token. */
export function claimsOf(settings: Settings): string {
  return JSON.stringify(claimNamesOf(settings));
}
