import { Refusal } from '../refusal.ts';
import type { SlotKey } from './slot.ts';

/** What each role is for. A person may hold several; a `member` of the Committee reads what an analyst reads. */
export const roles = ['reporter', 'approver', 'member', 'analyst', 'secretariat'] as const;
export type Role = (typeof roles)[number];

/** A right of succession: which slots of a dissolved unit its successor's people may work on; null: every one. */
export type SuccessionRight = {
  unit: string;
  /** Which of the decisions on the unit grants it, counted from 1. */
  decision: number;
  forms: readonly string[] | null;
  periods: readonly string[] | null;
};

/** Whose slot a successor's person worked on, for which unit that person acts, and under which decision. */
export type OnBehalf = { unit: string; by: string; decision: number };

/** Who is asking: from the verified token, and from what the secretariat decided on their unit's predecessors. */
export type Identity = {
  subject: string;
  /** The unit's identity through time (`province:82@2025`), for those who act for one. */
  unit: string | null;
  roles: readonly Role[];
  /** What `rightsFor` found, once for each request; absent: nothing. */
  successions?: readonly SuccessionRight[];
};

/** Acting for a slot: for the own unit's (null), or on behalf of a dissolved one. */
type Acting = { onBehalfOf: OnBehalf | null };

/** As whom somebody acts for a slot; undefined: they do not. Here identity and unit meet, and nowhere else. */
export function actingFor(who: Identity, { unit, form, period }: SlotKey): Acting | undefined {
  if (who.unit === null) return undefined;
  if (who.unit === unit) return { onBehalfOf: null };
  const right = who.successions?.find(
    (each) =>
      each.unit === unit && (each.forms?.includes(form) ?? true) && (each.periods?.includes(period) ?? true),
  );
  return right && { onBehalfOf: { unit, by: who.unit, decision: right.decision } };
}

/** What a fact says of on whose behalf it was done: nothing where it was for the own unit. */
export function behalfIn({ onBehalfOf }: Acting): { onBehalfOf?: OnBehalf } {
  return onBehalfOf ? { onBehalfOf } : {};
}

/**
 * Refuses unless the person holds the role and acts for the slot. Opening is the reporter's, signing the
 * approver's: always for their own unit, or for one that it succeeded, by a recorded right.
 * @throws Refusal `not-allowed`
 */
export function requireOwn(who: Identity, role: 'reporter' | 'approver', slot: SlotKey): Acting {
  const acting = actingFor(who, slot);
  if (!acting || !who.roles.includes(role)) throw new Refusal('not-allowed');
  return acting;
}

/**
 * True for those who act for the slot, and for the centre. Whoever may not see a thing is
 * answered as if it did not exist.
 */
export function maySee(who: Identity, slot: SlotKey): boolean {
  return (isOfUnit(who) && actingFor(who, slot) !== undefined) || isOfCentre(who);
}

/** True for the unit's own people, and for the centre: of what is about the unit and no slot. */
export function maySeeUnit(who: Identity, unit: string): boolean {
  return (isOfUnit(who) && who.unit === unit) || isOfCentre(who);
}

function isOfUnit({ roles: held }: Identity): boolean {
  return held.includes('reporter') || held.includes('approver');
}

/** The roles that see every unit: members of the Committee, analysts and the secretariat. */
const ofCentre: readonly Role[] = ['member', 'analyst', 'secretariat'];
function isOfCentre({ roles: held }: Identity): boolean {
  return held.some((role) => ofCentre.includes(role));
}

/**
 * Refuses unless the person is of the centre (member, analyst, secretariat): what once stood for every unit, and was replaced or
 * withdrawn, is no other unit's to see.
 * @throws Refusal `not-allowed`
 */
export function requireCentre(who: Identity): void {
  if (!isOfCentre(who)) throw new Refusal('not-allowed');
}

/**
 * Refuses unless the person is of the secretariat, which decides on every unit.
 * @param sees whether the person may see what is decided on
 * @throws Refusal `not-found` for whoever may not see it, `not-allowed` for the others
 */
export function requireSecretariat(who: Identity, sees: boolean): void {
  if (!sees) throw new Refusal('not-found');
  if (!who.roles.includes('secretariat')) throw new Refusal('not-allowed');
}
