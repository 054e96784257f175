import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as v from 'valibot';
import { nameOf, propertiesOf, type Resource } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import type { Issuer } from './issuer.ts';

const Authorizer = v.object({
  AuthorizerType: v.literal('JWT', 'only JWT authorisers run here'),
  IdentitySource: v.pipe(v.array(v.string()), v.length(1)),
  JwtConfiguration: v.object({ Audience: v.array(v.string()), Issuer: v.string() }),
});

/** What a verified token says, every claim as text, as API Gateway hands it to a function. */
export type Verified = { claims: Record<string, string>; scopes: string[] | null };
export type Refusal = { status: 401 | 403; challenge: string };
export type Authorise = (
  headers: ReadonlyMap<string, string>,
  scopes: readonly string[],
) => Promise<Verified | Refusal>;

/**
 * The JWT authoriser of the template: RS256 by a key of the issuer, `iss`, `aud` (or `client_id`), `exp`,
 * `nbf` and `iat` on real time ("Control access to HTTP APIs with JWT authorizers").
 * @throws TemplateError when its issuer is no user pool of the template
 */
export function createAuthoriser(resource: Resource, issuer: Issuer): Authorise {
  const { IdentitySource, JwtConfiguration } = propertiesOf(resource, Authorizer);
  const header = /^\$request\.header\.(.+)$/.exec(IdentitySource[0] ?? '')?.[1]?.toLowerCase();
  if (header === undefined)
    throw new TemplateError(nameOf(resource), `${IdentitySource[0]} is no identity source here`);
  const keys = issuer.keysOf(JwtConfiguration.Issuer);
  if (!keys)
    throw new TemplateError(nameOf(resource), `${JwtConfiguration.Issuer} is no user pool of this template`);
  const keySet = createLocalJWKSet(keys);

  return async (headers, scopes) => {
    const token = headers.get(header)?.replace(/^Bearer\s+/i, '');
    if (!token) return { status: 401, challenge: 'Bearer' };
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ['RS256'],
        issuer: JwtConfiguration.Issuer,
        requiredClaims: ['exp'],
      });
      refuseOtherAudience(payload, JwtConfiguration.Audience);
      if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + 1)
        throw new errors.JWTInvalid('iat is in the future');
      const granted = String(payload.scope ?? payload.scp ?? '').split(' ');
      if (scopes.length > 0 && !scopes.some((one) => granted.includes(one))) {
        return { status: 403, challenge: `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"` };
      }
      return { claims: asText(payload), scopes: scopes.length > 0 ? [...scopes] : null };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      return { status: 401, challenge: `Bearer error="invalid_token" error_description="${error.code}"` };
    }
  };
}

function refuseOtherAudience(payload: JWTPayload, wanted: readonly string[]): void {
  const given = payload.aud === undefined ? [payload.client_id] : [payload.aud].flat();
  if (!given.some((one) => typeof one === 'string' && wanted.includes(one))) {
    throw new errors.JWTClaimValidationFailed('the audience is another one', payload, 'aud', 'check_failed');
  }
}

/** API Gateway writes a list as `[reporter approver]`. */
function asText(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? `[${value.join(' ')}]`
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value),
    ]),
  );
}
