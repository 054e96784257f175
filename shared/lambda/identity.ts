import * as v from 'valibot';
import { ClaimNamesSchema } from '../accounts/claim-names.ts';
import { type Caller, callerOf } from '../accounts/claims.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Who is asking, from the claims that API Gateway's authoriser verified, and the units that there are. */
export type Identify = (claims: Claims, catalog: Pick<Catalog, 'units'>) => Caller;

/**
 * Reads the variable CLAIMS, once, when the function starts.
 * @param text the names of claims and roles, as JSON
 * @throws Error that says what is wrong with it
 */
export function identityReader(text: string): Identify {
  const names = v.safeParse(v.pipe(v.string(), v.parseJson(), ClaimNamesSchema), text);
  if (!names.success) {
    const [issue] = names.issues;
    throw new Error(`variable CLAIMS: ${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
  }
  return (claims, { units }) => callerOf(claims, names.output, units);
}

/**
 * The caller of a route that needs a token.
 * @throws Refusal `not-allowed` when the token names nobody, or no role; `second-factor-missing` when it
 *   names none only for want of a second factor
 */
export function signedIn(request: { who: Caller | null }): Caller {
  if (!request.who?.subject) throw new Refusal('not-allowed');
  if (request.who.roles.length === 0) {
    throw new Refusal(request.who.secondFactorMissing ? 'second-factor-missing' : 'not-allowed');
  }
  return request.who;
}

/**
 * The caller of a route that only an approver may use. Whose role was withheld is told what to do about it,
 * whatever they ask for, so that nothing is learnt of what is there.
 * @throws Refusal `not-allowed`, `second-factor-missing`
 */
export function signer(request: { who: Caller | null }): Caller {
  const who = signedIn(request);
  if (who.secondFactorMissing) throw new Refusal('second-factor-missing');
  return who;
}
