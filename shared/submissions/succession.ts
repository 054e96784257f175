import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf, periodOf } from '../catalog/period.ts';
import { everyPredecessor } from '../catalog/succession.ts';
import { Refusal } from '../refusal.ts';
import {
  type Identity,
  maySee,
  maySeeUnit,
  type OnBehalf,
  requireSecretariat,
  type SuccessionRight,
} from './rights.ts';
import { mostOfAKind, type SlotKey } from './slot.ts';
import { forEver } from './slot-at.ts';
import type { SubmissionStore } from './store.ts';

/** One decision on whether the successor of a dissolved unit may correct its periods, by whom, when and why. */
export type SuccessionDecision = {
  allowed: boolean;
  /** The forms and periods that it is about; null: all of them. */
  forms: readonly string[] | null;
  periods: readonly string[] | null;
  why: string;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
};

/** Every decision of the secretariat on a dissolved unit, oldest first. */
export type Succession = { schema: 'succession/1'; unit: string; decisions: SuccessionDecision[] };

/** The right as it stood at an instant (ISO 8601, UTC): the last decision by then counts; null: there was none. */
export function successionAt(record: Succession | undefined, instant = forEver): SuccessionRight | null {
  const decided = record?.decisions.filter(({ at }) => at <= instant) ?? [];
  const last = decided.at(-1);
  if (!record || !last?.allowed) return null;
  return { unit: record.unit, decision: decided.length, forms: last.forms, periods: last.periods };
}

/**
 * What may be seen by who sent a submission: everything of its unit's, or, where it was opened on behalf of a
 * dissolved one, what the decision under which it was opened is about, whatever was decided since.
 */
export async function slotsSeen(
  onBehalfOf: OnBehalf | undefined,
  submissions: Pick<SubmissionStore, 'successions'>,
): Promise<(slot: SlotKey) => boolean> {
  if (!onBehalfOf) return () => true;
  const { unit, by, decision } = onBehalfOf;
  const [record] = await submissions.successions([unit]);
  const decided = record?.decisions[decision - 1];
  if (!decided) throw new Error(`${unit}: there is no decision ${decision} on its succession`);
  const { forms, periods } = decided;
  const who: Identity = { subject: by, unit: by, roles: ['reporter'] };
  return (slot) => maySee({ ...who, successions: [{ unit, decision, forms, periods }] }, slot);
}

/**
 * Who is asking, with the rights of succession that their unit has: asked once for each request, by who asks and
 * never by what they ask about, so that what is not theirs is answered after the same calls as what is not there.
 */
export async function rightsFor<I extends Identity>(
  who: I,
  { catalog, submissions }: { catalog: Catalog; submissions: Pick<SubmissionStore, 'successions'> },
): Promise<I> {
  const acts = who.roles.includes('reporter') || who.roles.includes('approver');
  const predecessors = who.unit === null || !acts ? [] : everyPredecessor(catalog, who.unit);
  if (predecessors.length === 0) return who;
  const records = await submissions.successions(predecessors);
  const successions = records.flatMap((record) => successionAt(record) ?? []);
  return { ...who, successions };
}

/**
 * Lets the successor's people correct what a dissolved unit owed, or no longer: who opens, answers, signs or
 * withdraws then does so on its behalf, and every fact says so. A decision is appended; the same one again is not.
 * @throws Refusal `not-found`, `not-allowed`, `unit-unknown`, `unit-not-dissolved`, `form-unknown`,
 *   `period-unknown`, `somebody-was-first`, `too-many`
 */
export async function decideSuccession(
  ask: { unit: string; who: Identity } & Omit<SuccessionDecision, 'by'>,
  { catalog, submissions }: { catalog: Catalog; submissions: SubmissionStore },
): Promise<{ word: 'decided' | 'already-so'; record: Succession }> {
  const { unit, who, allowed, forms, periods, why, at } = ask;
  requireSecretariat(who, maySeeUnit(who, unit) || isSuccessorOf(who, unit, catalog));
  requireDissolved(unit, catalog, localDayOf(at));
  if (forms?.some((form) => !catalog.forms.has(form))) throw new Refusal('form-unknown');
  if (periods?.some((period) => !periodOf(period))) throw new Refusal('period-unknown');
  const before = await submissions.successions([unit]).then(([record]) => record);
  const scope = (decision: Pick<SuccessionDecision, 'allowed' | 'forms' | 'periods'>) =>
    JSON.stringify([decision.allowed, decision.forms, decision.periods]);
  const last = before?.decisions.at(-1);
  if (before && last && scope(last) === scope(ask)) return { word: 'already-so', record: before };
  const decisions = [...(before?.decisions ?? []), { allowed, forms, periods, why, by: who.subject, at }];
  if (decisions.length > mostOfAKind) throw new Refusal('too-many');
  const record: Succession = { schema: 'succession/1', unit, decisions };
  if ((await submissions.putSuccession(record)) === 'somebody-was-first') {
    throw new Refusal('somebody-was-first');
  }
  return { word: 'decided', record };
}

/** A unit whose end is only published, and lives today, still speaks for itself. @throws Refusal `unit-unknown`, `unit-not-dissolved` */
function requireDissolved(unit: string, { units }: Catalog, today: string): void {
  const found = units.get(unit);
  if (!found) throw new Refusal('unit-unknown');
  if (found.to === null || found.to >= today || found.successors.length === 0)
    throw new Refusal('unit-not-dissolved');
}

function isSuccessorOf(who: Identity, unit: string, catalog: Catalog): boolean {
  const acts = who.roles.includes('reporter') || who.roles.includes('approver');
  return acts && who.unit !== null && everyPredecessor(catalog, who.unit).includes(unit);
}

/** A dissolved unit's right of succession, as whoever it concerns sees it. */
export type SuccessionView = {
  unit: string;
  allowed: boolean;
  forms: readonly string[] | null;
  periods: readonly string[] | null;
  successors: readonly string[];
  decisions: readonly SuccessionDecision[];
};

/** The view of a record, or of a unit on which nothing was decided. */
export function successionView(
  unit: string,
  record: Succession | undefined,
  { units }: Catalog,
): SuccessionView {
  const right = successionAt(record);
  return {
    unit,
    allowed: right !== null,
    forms: right?.forms ?? null,
    periods: right?.periods ?? null,
    successors: units.get(unit)?.successors ?? [],
    decisions: record?.decisions ?? [],
  };
}

/**
 * The decisions on a dissolved unit, for its own people, those of its successors, and the centre.
 * @throws Refusal `not-found`
 */
export async function readSuccession(
  unit: string,
  who: Identity,
  { catalog, submissions }: { catalog: Catalog; submissions: SubmissionStore },
): Promise<SuccessionView> {
  const sees = maySeeUnit(who, unit) || isSuccessorOf(who, unit, catalog);
  if (!sees || !catalog.units.has(unit)) throw new Refusal('not-found');
  const [record] = await submissions.successions([unit]);
  return successionView(unit, record, catalog);
}
