import * as v from 'valibot';
import { cognitoClaims } from '../../../shared/accounts/claims.ts';
import type { PortalConfig } from '../../../web/app/config.ts';
import { factorScopes, portalScopes } from '../../../web/served/portal-scopes.ts';
import { awsPaths } from '../../control/aws-paths.ts';
import { propertiesOf, type Resources } from '../../template/resources.ts';
import { issuerAddress } from '../issuer.ts';
import { oidcPaths } from './oidc-paths.ts';

const Client = v.object({
  UserPoolId: v.string(),
  AllowedOAuthFlows: v.optional(v.array(v.string()), []),
  AllowedOAuthScopes: v.optional(v.array(v.string()), []),
  CallbackURLs: v.optional(v.array(v.string()), []),
  LogoutURLs: v.optional(v.array(v.string()), []),
  RefreshTokenValidity: v.optional(v.number(), 30),
  TokenValidityUnits: v.optional(v.object({ RefreshToken: v.optional(v.string(), 'days') }), {}),
});
const unitSeconds: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** The portal as the user pool of the template knows it: what a request to sign in is checked against. */
export type PortalClient = {
  id: string;
  issuer: string;
  scopes: readonly string[];
  callbackUrls: readonly string[];
  logoutUrls: readonly string[];
  refreshSeconds: number;
};

/** The one client of the template that may use the code flow; undefined when there is none, or more than one. */
export function portalClientOf(resources: Resources): PortalClient | undefined {
  const [client, ...others] = resources.list('AWS::Cognito::UserPoolClient');
  if (client === undefined || others.length > 0) return undefined;
  const given = propertiesOf(client, Client);
  if (!given.AllowedOAuthFlows.includes('code')) return undefined;
  return {
    id: client.physicalId,
    issuer: issuerAddress(given.UserPoolId),
    scopes: given.AllowedOAuthScopes,
    callbackUrls: given.CallbackURLs,
    logoutUrls: given.LogoutURLs,
    refreshSeconds:
      given.RefreshTokenValidity * (unitSeconds[given.TokenValidityUnits.RefreshToken ?? 'days'] ?? 86_400),
  };
}

/**
 * `/config.json` of this machine.
 * @param origin where the portal is served and signs in, `http://127.0.0.1:4800`
 * @param now business time, which may be moved here
 */
export function portalConfig(client: PortalClient, origin: string, now: string): PortalConfig {
  return {
    issuer: client.issuer,
    clientId: client.id,
    scopes: portalScopes,
    claims: cognitoClaims,
    authorizationEndpoint: origin + oidcPaths.authorize,
    tokenEndpoint: origin + oidcPaths.token,
    revocationEndpoint: origin + oidcPaths.revoke,
    logoutEndpoint: origin + oidcPaths.logout,
    secondFactor: { api: origin + awsPaths.cognito, scopes: factorScopes },
    now,
  };
}
