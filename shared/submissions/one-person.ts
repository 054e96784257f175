import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';
import { type Identity, maySeeUnit, requireSecretariat } from './rights.ts';
import { mostOfAKind } from './slot.ts';
import type { SubmissionStore } from './store.ts';

/** Every decision of the secretariat on whether one person may report and sign for a unit, oldest first. */
export type OnePerson = {
  schema: 'one-person/1';
  unit: string;
  decisions: { allowed: boolean; why: string; by: string; at: string }[];
};

/** By default reporter and approver are two people; the last decision counts. */
export function onePersonAllowed(record: OnePerson | undefined): boolean {
  return record?.decisions.at(-1)?.allowed ?? false;
}

/**
 * Allows a unit one person for both, or no longer. A decision is appended; the same one again is not.
 * @throws Refusal `not-allowed`, `unit-unknown`, `somebody-was-first`, `too-many`
 */
export async function decideOnePerson(
  ask: { unit: string; allowed: boolean; why: string; who: Identity; at: string },
  { catalog, submissions }: { catalog: Catalog; submissions: SubmissionStore },
): Promise<{ word: 'decided' | 'already-so'; record: OnePerson }> {
  const { unit, allowed, why, who, at } = ask;
  requireSecretariat(who, maySeeUnit(who, unit));
  if (!catalog.units.has(unit)) throw new Refusal('unit-unknown');
  const before = await submissions.onePerson(unit);
  if (before && onePersonAllowed(before) === allowed) return { word: 'already-so', record: before };
  const decisions = [...(before?.decisions ?? []), { allowed, why, by: who.subject, at }];
  if (decisions.length > mostOfAKind) throw new Refusal('too-many');
  const record: OnePerson = { schema: 'one-person/1', unit, decisions };
  const word = await submissions.putOnePerson(record);
  if (word === 'somebody-was-first') throw new Refusal('somebody-was-first');
  return { word: 'decided', record };
}

/** The unit's decisions, for whoever may see the unit. @throws Refusal `not-found` */
export async function readOnePerson(
  unit: string,
  who: Identity,
  { catalog, submissions }: { catalog: Catalog; submissions: SubmissionStore },
): Promise<{ unit: string; allowed: boolean; decisions: OnePerson['decisions'] }> {
  if (!maySeeUnit(who, unit) || !catalog.units.has(unit)) throw new Refusal('not-found');
  const record = await submissions.onePerson(unit);
  return { unit, allowed: onePersonAllowed(record), decisions: record?.decisions ?? [] };
}
