import { Refusal } from '../refusal.ts';

/** What each role is for. A person may hold several. */
export const roles = ['reporter', 'approver', 'analyst', 'secretariat'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, from the verified token and nothing else. */
export type Identity = {
  subject: string;
  /** The unit's identity through time (`province:82@2025`), for those who act for one. */
  unit: string | null;
  roles: readonly Role[];
};

/**
 * Refuses unless the person holds the role and acts for the unit. Opening is the reporter's, signing the
 * approver's: always for their own unit.
 * @throws Refusal `not-allowed`
 */
export function requireOwn(who: Identity, role: 'reporter' | 'approver', unit: string): void {
  if (who.unit !== unit || !who.roles.includes(role)) throw new Refusal('not-allowed');
}

/**
 * True for the unit's own people, and for analysts and the secretariat. Whoever may not see a thing is
 * answered as if it did not exist.
 */
export function maySee(who: Identity, unit: string): boolean {
  const own = who.unit === unit && (who.roles.includes('reporter') || who.roles.includes('approver'));
  return own || who.roles.includes('analyst') || who.roles.includes('secretariat');
}

/**
 * Refuses unless the person is of the secretariat, which decides on every unit.
 * @throws Refusal `not-found` for whoever may not see the unit, `not-allowed` for the others
 */
export function requireSecretariat(who: Identity, unit: string): void {
  if (!maySee(who, unit)) throw new Refusal('not-found');
  if (!who.roles.includes('secretariat')) throw new Refusal('not-allowed');
}
