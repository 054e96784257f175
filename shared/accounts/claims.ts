import type { Unit } from '../catalog/schema.ts';
import { type Identity, type Role, roles } from '../submissions/rights.ts';
import { fitsUnit } from './account.ts';
import type { ClaimNames } from './claim-names.ts';

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

type Claims = Readonly<Record<string, unknown>>;

/** Whom a token's claims name, with the roles that were withheld for want of a second factor. */
export type Named = { subject: string; unit: string | null; roles: Role[]; withheld: Role[] };

/**
 * Reads the claims of a token by the issuer's names for them: the one reading for the service, which has verified the
 * token, and for the portal, which only shows by it. Nobody is both of a unit and of the centre (member, analyst,
 * secretariat): a role that does not fit is not held.
 */
export function namedIn(claims: Claims, names: ClaimNames): Named {
  const unit = textOf(claims, names.unit);
  const held = (name: string) => {
    const given = listOf(claims[name]);
    const known = roles.filter((role: Role) => {
      const name = names.roleNames[role];
      return name !== undefined && given.includes(name);
    });
    // A list comes flattened, so that a group called "old secretariat" reads as two words: a claim with any
    // word that is no role's name gives none.
    if (known.length !== new Set(given).size) return [];
    return known.filter((role) => fitsUnit(role, unit !== ''));
  };
  return {
    subject: textOf(claims, names.subject),
    unit: unit === '' ? null : unit,
    roles: held(names.roles),
    withheld: held(names.mfaRequired),
  };
}

/** Who is asking, and whether a role was withheld because they have no second factor. */
export type Caller = Identity & { secondFactorMissing: boolean };

/**
 * Who a verified token names. One that names a unit which is not in the catalogue (a code, another
 * service's unit, one that never was) gives no right at all.
 * @param units the catalogue's units by id
 */
export function callerOf(claims: Claims, names: ClaimNames, units: ReadonlyMap<string, Unit>): Caller {
  const { subject, unit, roles, withheld } = namedIn(claims, names);
  if (unit !== null && !units.has(unit)) {
    return { subject, unit: null, roles: [], secondFactorMissing: false };
  }
  return { subject, unit, roles, secondFactorMissing: withheld.includes('approver') };
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
