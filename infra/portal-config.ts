import type { PortalConfig } from '../web/app/config.ts';
import { portalScopes } from '../web/served/portal-scopes.ts';
import type { Identity } from './identity.ts';
import type { ServiceStack } from './stacks.ts';

/**
 * `/config.json` of a deployment, as `npm run deploy:web` writes it. Of another issuer than the user pool only the name is
 * known here: the command asks it for its endpoints.
 */
export function portalConfig(service: ServiceStack, identity: Identity): string {
  const { oidc } = service.settings;
  if (oidc !== null) {
    return service.toJsonString({ issuer: oidc.issuer, clientId: oidc.audience[0], scopes: portalScopes });
  }
  const domain = identity.domain.baseUrl();
  const config: PortalConfig = {
    issuer: identity.pool.userPoolProviderUrl,
    clientId: identity.client.userPoolClientId,
    scopes: portalScopes,
    authorizationEndpoint: `${domain}/oauth2/authorize`,
    tokenEndpoint: `${domain}/oauth2/token`,
    revocationEndpoint: `${domain}/oauth2/revoke`,
    logoutEndpoint: `${domain}/logout`,
    now: null,
  };
  return service.toJsonString(config);
}
