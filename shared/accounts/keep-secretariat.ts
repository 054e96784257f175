import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';
import type { AccountParts } from './directory.ts';

/**
 * Sees to it that somebody of the secretariat is left when this account stops being of it. The directory
 * has no conditional write, and its lists lag: so who is leaving is written down first, on condition that
 * nobody else did meanwhile, and does not count any more from then on.
 * @throws Refusal `last-secretariat`, or `accounts-moved` when another one is leaving at the same moment
 */
export async function leaveSecretariat(account: Account, parts: AccountParts): Promise<void> {
  if (!isSecretariat(account)) return;
  const leaving = await parts.records.leaving();
  const holders = await parts.directory.holders('secretariat');
  const left = holders.filter((name) => name !== account.userName && !leaving.names.includes(name));
  if (left.length === 0) throw new Refusal('last-secretariat');
  const names = leaving.names.filter((name) => name !== account.userName && holders.includes(name));
  await move({ version: leaving.version + 1, names: [...names, account.userName] }, parts);
}

/** From now on the account counts again. @throws Refusal `accounts-moved` */
export async function joinSecretariat(userName: string, parts: AccountParts): Promise<void> {
  const leaving = await parts.records.leaving();
  if (!leaving.names.includes(userName)) return;
  const names = leaving.names.filter((name) => name !== userName);
  await move({ version: leaving.version + 1, names }, parts);
}

export function isSecretariat({ roles, enabled }: Pick<Account, 'roles' | 'enabled'>): boolean {
  return enabled && roles.includes('secretariat');
}

async function move(next: { version: number; names: string[] }, { records }: AccountParts): Promise<void> {
  if ((await records.moveLeaving(next)) !== 'moved') throw new Refusal('accounts-moved');
}
