import type { AccountDirectory, Member } from '../accounts/directory.ts';
import type { Unit } from '../catalog/schema.ts';

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

/** Who may be told of what a unit owes: who reports or signs for it, each once, in the order of their names. */
export function recipientsOf(unit: Pick<Unit, 'id'>, { ofUnits }: People): Recipient[] {
  const found = new Map(
    ofUnits.filter((member) => member.unit === unit.id).map((member) => [member.userName, member]),
  );
  return [...found.values()].sort((a, b) => (a.userName < b.userName ? -1 : 1));
}
