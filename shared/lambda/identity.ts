import { Refusal } from '../refusal.ts';
import { type Identity, type Role, roles } from '../submissions/rights.ts';

/**
 * Who is asking, from the claims that API Gateway's authoriser verified: Cognito's groups are the roles,
 * `custom:unit` is the unit. API Gateway hands an array claim over as text in brackets: `[reporter approver]`.
 */
export function identityOf(claims: Readonly<Record<string, unknown>>): Identity {
  const groups = String(claims['cognito:groups'] ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/);
  const unit = claims['custom:unit'];
  return {
    subject: String(claims.sub ?? ''),
    unit: typeof unit === 'string' && unit !== '' ? unit : null,
    roles: roles.filter((role: Role) => groups.includes(role)),
  };
}

/** The caller of a route that needs a token. @throws Refusal `not-allowed` when the token names nobody, or no role */
export function signedIn(request: { who: Identity | null }): Identity {
  if (!request.who?.subject || request.who.roles.length === 0) throw new Refusal('not-allowed');
  return request.who;
}
