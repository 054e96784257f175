import * as v from 'valibot';
import { ClaimNamesSchema } from '../../shared/accounts/claim-names.ts';
import type { PortalConfig } from '../../web/app/config.ts';

const address = v.pipe(v.string(), v.url());
const Complete = v.strictObject({
  issuer: address,
  clientId: v.pipe(v.string(), v.nonEmpty()),
  scopes: v.pipe(v.string(), v.nonEmpty()),
  claims: ClaimNamesSchema,
  authorizationEndpoint: address,
  tokenEndpoint: address,
  revocationEndpoint: v.nullable(address),
  logoutEndpoint: v.nullable(address),
  secondFactor: v.nullable(v.strictObject({ api: address, scopes: v.string() })),
  now: v.nullable(v.string()),
});
/** Of another issuer than the user pool the stack knows no more than this. */
const OfOther = v.strictObject({
  issuer: address,
  clientId: v.string(),
  scopes: v.string(),
  claims: ClaimNamesSchema,
});
/** OpenID Connect Discovery 1.0, 3. */
const Discovered = v.object({
  issuer: v.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  revocation_endpoint: v.optional(address),
  end_session_endpoint: v.optional(address),
});

/**
 * The portal's configuration from the stack's output `PortalConfig`; another issuer is asked for its endpoints.
 * @param ask reads a JSON document, as `fetch` would
 * @throws Error when the output is none, or the issuer answers as another one, or gives or takes back its tokens elsewhere
 */
export async function deployedConfig(
  output: string,
  ask: (url: string) => Promise<unknown> = askJson,
): Promise<PortalConfig> {
  const given = v.parse(
    v.union([Complete, OfOther], 'PortalConfig: not what the stack writes'),
    JSON.parse(output),
  );
  if ('tokenEndpoint' in given) return given;
  const found = v.parse(
    Discovered,
    await ask(`${given.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
  );
  if (found.issuer !== given.issuer)
    throw new Error(`${given.issuer}: the issuer calls itself ${found.issuer}`);
  const origin = new URL(given.issuer).origin;
  // The browser goes to the other two itself; these the pages ask.
  for (const asked of [found.token_endpoint, found.revocation_endpoint]) {
    if (asked !== undefined && new URL(asked).origin !== origin) {
      throw new Error(`${asked}: the pages may ask ${origin} only (Content-Security-Policy)`);
    }
  }
  return {
    ...given,
    authorizationEndpoint: found.authorization_endpoint,
    tokenEndpoint: found.token_endpoint,
    revocationEndpoint: found.revocation_endpoint ?? null,
    logoutEndpoint: found.end_session_endpoint ?? null,
    // Cognito's API is asked with Cognito's tokens only.
    secondFactor: null,
    now: null,
  };
}

async function askJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  return answer.json();
}
