import type { AccountDirectory, Member } from '../accounts/directory.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import type { Unit } from '../catalog/schema.ts';
import { everyPredecessor } from '../catalog/succession.ts';
import { nameOn } from '../catalog/unit.ts';
import { actingFor, type SuccessionRight } from '../submissions/rights.ts';
import type { Owing } from './owed.ts';

/** Whom mails go to: one account each. */
export type Recipient = Pick<Member, 'userName' | 'email'>;

/** The people of units and those of the secretariat who may sign in. */
export type People = { ofUnits: readonly Member[]; secretariat: readonly Recipient[] };

/** Who reports or signs for any unit, and the secretariat: three lists, whatever the number of units. */
export async function peopleIn(directory: Pick<AccountDirectory, 'members'>): Promise<People> {
  const [reporters, approvers, secretariat] = await Promise.all(
    (['reporter', 'approver', 'secretariat'] as const).map((role) => directory.members(role)),
  );
  return { ofUnits: [...(reporters ?? []), ...(approvers ?? [])], secretariat: secretariat ?? [] };
}

/** One letter's recipient, and what of the unit's is theirs to send; `acting`: the successor for which they do. */
export type Addressed = { to: Recipient; owing: Owing; acting?: Pick<Owing, 'unit' | 'name'> };

/**
 * Who may be told of what a unit owes, each once, in the order of their names: who reports or signs for it, of all of
 * it; and for a dissolved one the people of its successors, of what a recorded right of succession lets them send.
 * @param at the instant of the run (ISO 8601, UTC)
 */
export function addressedOf(
  owing: Owing,
  given: { people: People; rights: readonly SuccessionRight[]; catalog: Catalog; at: string },
): Addressed[] {
  const { people, rights, catalog, at } = given;
  const found = new Map<string, Addressed>();
  for (const { userName, email, unit } of people.ofUnits) {
    const to = { userName, email };
    if (unit === owing.unit.id) found.set(userName, { to, owing });
    const acting = unit === null ? undefined : catalog.units.get(unit);
    if (!acting || !everyPredecessor(catalog, acting.id).includes(owing.unit.id)) continue;
    const who = { subject: userName, unit, roles: ['reporter'] as const, successions: rights };
    const reports = owing.reports.filter((report) => actingFor(who, { ...report, unit: owing.unit.id }));
    if (reports.length === 0) continue;
    const name = nameOn(acting, localDayOf(at)).full;
    found.set(userName, { to, owing: { ...owing, reports, tasks: [] }, acting: { unit: acting, name } });
  }
  return [...found.values()].sort((a, b) => (a.to.userName < b.to.userName ? -1 : 1));
}

/** Whether a unit lives no more on the local day of an instant: what it owed its successors send, by a right. */
export function isDissolved({ to }: Pick<Unit, 'to'>, at: string): boolean {
  return to !== null && to < localDayOf(at);
}

/** Whether a dissolved unit owes a report that nobody was given the right to send. */
export function lacksRight({ unit, reports }: Owing, rights: readonly SuccessionRight[]): boolean {
  const anybody = { subject: '', unit: '', roles: [], successions: rights };
  return reports.some((report) => !actingFor(anybody, { ...report, unit: unit.id }));
}
