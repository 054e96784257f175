import { Aws } from 'aws-cdk-lib';
import type { PortalConfig } from '../web/app/config.ts';
import { factorScopes, portalScopes } from '../web/served/portal-scopes.ts';
import { claimNamesOf } from './claims.ts';
import type { Identity } from './identity.ts';
import type { ServiceStack } from './stacks.ts';

/** Cognito's own API, of which the portal asks what people may do to their own account. */
export const cognitoApi = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`;

/**
 * `/config.json` of a deployment, as `npm run deploy:web` writes it. Of another issuer than the user pool only the names are
 * known here: the command asks it for its endpoints.
 */
export function portalConfig(service: ServiceStack, identity: Identity): string {
  const { oidc } = service.settings;
  const claims = claimNamesOf(service.settings);
  if (oidc !== null) {
    const [clientId] = oidc.audience;
    return service.toJsonString({ issuer: oidc.issuer, clientId, scopes: portalScopes, claims });
  }
  const domain = identity.domain.baseUrl();
  const config: PortalConfig = {
    issuer: identity.pool.userPoolProviderUrl,
    clientId: identity.client.userPoolClientId,
    scopes: portalScopes,
    claims,
    authorizationEndpoint: `${domain}/oauth2/authorize`,
    tokenEndpoint: `${domain}/oauth2/token`,
    revocationEndpoint: `${domain}/oauth2/revoke`,
    logoutEndpoint: `${domain}/logout`,
    secondFactor: { api: `${cognitoApi}/`, scopes: factorScopes },
    now: null,
  };
  return service.toJsonString(config);
}
