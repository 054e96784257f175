import type { Catalog } from '../catalog/catalog.ts';
import { type FieldFault, Refusal } from '../refusal.ts';
import { type Identity, type Role, roles } from '../submissions/rights.ts';

/** A person who may sign in. */
export type Account = {
  /** Chosen by the secretariat; it stands in keys. A name that is free again may be given anew: `subject` tells two apart. */
  userName: string;
  /** What tokens and signatures name the person by (`sub`): another one for every account ever made. */
  subject: string;
  email: string;
  /** The unit's identity through time (`province:82@2025`); null for who acts for none. */
  unit: string | null;
  roles: readonly Role[];
  enabled: boolean;
  /** True once a one-time password (TOTP) is set up: an approver signs with it only. */
  mfa: boolean;
};

/** Whom an account acts for, and as what. */
export type Binding = Pick<Account, 'unit' | 'roles'>;

export const userNamePattern = /^[a-z0-9][a-z0-9._-]{2,63}$/;

/** The roles that act for a unit; the others see all units and act for none. */
const rolesOfUnits: readonly Role[] = ['reporter', 'approver'];
const ofUnit = (role: Role) => rolesOfUnits.includes(role);

/** Whether somebody with a unit, or without one, may hold the role. */
export function fitsUnit(role: Role, hasUnit: boolean): boolean {
  return ofUnit(role) === hasUnit;
}

/** A rule; its sentence stands with the other faults of a field, in shared/refusal.ts. */
type Rule = {
  field: 'unit' | 'roles';
  isBroken(binding: Binding, catalog: Pick<Catalog, 'units'>): boolean;
};

/**
 * What every account must fulfil; each is checked, and the answer names all that are broken, in the words of
 * `fieldFaults`.
 */
const accountRules = {
  'unit-unknown': {
    field: 'unit',
    isBroken: ({ unit }, { units }) => unit !== null && !units.has(unit),
  },
  'unit-missing': {
    field: 'unit',
    isBroken: ({ unit, roles }) => unit === null && roles.some(ofUnit),
  },
  'unit-not-for-role': {
    field: 'unit',
    isBroken: ({ unit, roles }) => unit !== null && !roles.every(ofUnit),
  },
  'role-missing': {
    field: 'roles',
    isBroken: ({ roles }) => roles.length === 0,
  },
} as const satisfies Partial<Record<FieldFault, Rule>>;

/** @throws Refusal `account-not-valid` with every rule that is broken */
export function requireValid(binding: Binding, catalog: Pick<Catalog, 'units'>): void {
  const broken = Object.entries<Rule>(accountRules)
    .filter(([, rule]) => rule.isBroken(binding, catalog))
    .map(([code, { field }]) => ({ field, fault: code as keyof typeof accountRules }));
  if (broken.length > 0) throw new Refusal('account-not-valid', broken);
}

/** Accounts are the secretariat's affair alone. @throws Refusal `not-allowed` */
export function requireSecretariat(who: Identity): void {
  if (!who.roles.includes('secretariat')) throw new Refusal('not-allowed');
}

/** Nobody changes their own account: not their roles, and nothing else either. @throws Refusal `own-account` */
export function requireOther(who: Identity, account: Pick<Account, 'subject'>): void {
  if (who.subject === account.subject) throw new Refusal('own-account');
}

/**
 * What a token of this person may say: the roles that the rules admit and, of these, `approver` only with
 * a second factor. Whoever is disabled, or was bound by hand to what is no unit, has none.
 */
export function rightsOf(
  person: {
    unit: string | null;
    roles: readonly string[];
    enabled: boolean;
    mfa: boolean;
  },
  catalog: Pick<Catalog, 'units'>,
): { unit: string | null; roles: Role[]; secondFactorMissing: boolean } {
  const none = { unit: null, roles: [], secondFactorMissing: false };
  if (!person.enabled || (person.unit !== null && !catalog.units.has(person.unit))) return none;
  const fitting = roles
    .filter((role) => person.roles.includes(role))
    .filter((role) => fitsUnit(role, person.unit !== null));
  const secondFactorMissing = fitting.includes('approver') && !person.mfa;
  return {
    unit: person.unit,
    roles: secondFactorMissing ? fitting.filter((role) => role !== 'approver') : fitting,
    secondFactorMissing,
  };
}
