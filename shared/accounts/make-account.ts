import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import { type Account, requireSecretariat, requireValid } from './account.ts';
import { type AccountParts, stateOf } from './directory.ts';
import { joinSecretariat } from './keep-secretariat.ts';

export type MakeRequest = Pick<Account, 'userName' | 'email' | 'unit' | 'roles'> & { why: string };

/**
 * Makes an account and invites the person. The roles come last: a crash before leaves an account that may
 * do nothing, which changing it mends.
 * @throws Refusal `not-allowed`, `account-not-valid`, `account-exists`
 */
export async function makeAccount(
  ask: { who: Identity; at: string; request: MakeRequest },
  parts: AccountParts & { catalog: Catalog },
): Promise<{ word: 'account-made'; account: Account }> {
  const { who, at, request } = ask;
  const { userName, email, unit, roles, why } = request;
  requireSecretariat(who);
  requireValid(request, parts.catalog);
  if (await parts.directory.find(userName)) throw new Refusal('account-exists');
  const made = { userName, subject: '', email, unit, roles, enabled: true, mfa: false };
  await parts.records.append({
    schema: 'account-change/1',
    change: 'made',
    userName,
    at,
    by: who.subject,
    why,
    before: null,
    after: stateOf(made),
  });
  const word = await parts.directory.make({ userName, email, unit });
  if (word === 'exists') throw new Refusal('account-exists');
  if (roles.includes('secretariat')) await joinSecretariat(userName, parts);
  for (const role of roles) await parts.directory.give(userName, role);
  const account = await parts.directory.find(userName);
  if (!account) throw new Error(`account ${userName}: made, and not there`);
  return { word: 'account-made', account: { ...account, roles } };
}
