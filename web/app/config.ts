import type { ClaimNames } from '../../shared/accounts/claim-names.ts';

/**
 * What the portal must know of where it runs: `/config.json`, written beside it when it is deployed, and answered by the
 * local stack. Nothing in it is secret.
 */
export type PortalConfig = {
  /** The OIDC issuer as its tokens name it, and the public client of this portal (RFC 8252: no secret). */
  issuer: string;
  clientId: string;
  scopes: string;
  /** What the issuer calls the claims of its tokens, and the roles in them. */
  claims: ClaimNames;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  /** Where a refresh token is taken back (RFC 7009); null: it ends by its time alone. */
  revocationEndpoint: string | null;
  /** Where signing out ends the issuer's own session; null: only this portal forgets. */
  logoutEndpoint: string | null;
  /**
   * Where people set up their own second factor, by the API of Cognito, and the scopes that a token for it needs; null: the
   * issuer sees to that itself.
   */
  secondFactor: { api: string; scopes: string } | null;
  /** Business time of a stack whose clock can be moved, an ISO instant; null: the time is what it is. */
  now: string | null;
};

let asked: Promise<PortalConfig> | undefined;

/** The configuration, asked for once. @throws TypeError when it cannot be reached; Error when it is none */
export function readConfig(): Promise<PortalConfig> {
  asked ??= fetch('/config.json', { headers: { accept: 'application/json' } })
    .then(async (answer) => {
      if (!answer.ok) throw new Error(`/config.json: HTTP ${answer.status}`);
      return (await answer.json()) as PortalConfig;
    })
    .catch((fault) => {
      asked = undefined;
      throw fault;
    });
  return asked;
}
