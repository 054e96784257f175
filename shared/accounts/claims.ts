import * as v from 'valibot';
import type { Unit } from '../catalog/schema.ts';
import { type Identity, type Role, roles } from '../submissions/rights.ts';
import { fitsUnit } from './account.ts';

/**
 * Which claims of a token say who somebody is. Another OIDC issuer calls them otherwise, and its roles too:
 * the deployer's settings say how (`oidc` in infra/settings.ts), the functions get it as one variable, CLAIMS.
 */
export const ClaimNamesSchema = v.strictObject({
  subject: claim(),
  /** Holds a unit's identity through time (`province:82@2025`), never a code. */
  unit: claim(),
  roles: claim(),
  /** The roles that were withheld for want of a second factor; absent otherwise. */
  mfaRequired: claim(),
  /** What the issuer calls each role. */
  roleNames: v.strictObject({
    reporter: claim(),
    approver: claim(),
    /** Left out: with this issuer nobody is a member. */
    member: v.optional(claim()),
    analyst: claim(),
    secretariat: claim(),
  }),
});
export type ClaimNames = v.InferOutput<typeof ClaimNamesSchema>;

/**
 * Cognito's, as the pre-token trigger writes them. The roles are in a claim of our own and not in
 * `cognito:groups`: a pool from which the trigger was taken away gives tokens without any right.
 */
export const cognitoClaims: ClaimNames = {
  subject: 'sub',
  unit: 'custom:unit',
  roles: 'diem-cau:roles',
  mfaRequired: 'diem-cau:mfa-required',
  roleNames: {
    reporter: 'reporter',
    approver: 'approver',
    member: 'member',
    analyst: 'analyst',
    secretariat: 'secretariat',
  },
};

/** Who is asking, and whether a role was withheld because they have no second factor. */
export type Caller = Identity & { secondFactorMissing: boolean };

type Claims = Readonly<Record<string, unknown>>;

/**
 * Who a verified token names. One that names a unit which is not in the catalogue (a code, another
 * service's unit, one that never was) gives no right at all. Nobody is both of a unit and of the centre
 * (member, analyst, secretariat): a role that does not fit is not held.
 * @param units the catalogue's units by id
 */
export function callerOf(claims: Claims, names: ClaimNames, units: ReadonlyMap<string, Unit>): Caller {
  const unit = textOf(claims, names.unit);
  const isForeign = unit !== '' && !units.has(unit);
  const held = (name: string) => {
    const given = listOf(claims[name]);
    const known = roles.filter((role: Role) => {
      const name = names.roleNames[role];
      return name !== undefined && given.includes(name);
    });
    // A list comes flattened, so that a group called "old secretariat" reads as two words: a claim with any
    // word that is no role's name gives none.
    if (isForeign || known.length !== new Set(given).size) return [];
    return known.filter((role) => fitsUnit(role, unit !== ''));
  };
  return {
    subject: textOf(claims, names.subject),
    unit: unit === '' || isForeign ? null : unit,
    roles: held(names.roles),
    secondFactorMissing: held(names.mfaRequired).includes('approver'),
  };
}

function textOf(claims: Claims, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value : '';
}

/**
 * The words of a claim. API Gateway hands an array over as text in brackets (`[reporter approver]`); other
 * issuers write text with spaces or commas, and some a list as JSON.
 */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string') return [];
  return value
    .replace(/^\[(.*)\]$/s, '$1')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^"(.*)"$/, '$1'))
    .filter((word) => word !== '');
}

function claim() {
  return v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/, 'a name without spaces'));
}
