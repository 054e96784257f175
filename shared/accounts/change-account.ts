import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import { type Account, requireOther, requireSecretariat, requireValid } from './account.ts';
import { type AccountChange, type AccountParts, stateOf } from './directory.ts';
import { isSecretariat, joinSecretariat, leaveSecretariat } from './keep-secretariat.ts';

/** What is to be different; what is left out stays as it is. */
export type ChangeRequest = Partial<Pick<Account, 'unit' | 'roles' | 'enabled'>> & { why: string };

type Ask<R> = { userName: string; who: Identity; at: string; request: R };

/**
 * Binds an account to a unit, changes its roles, disables or enables it.
 * @throws Refusal `not-allowed`, `not-found`, `own-account`, `account-not-valid`, `last-secretariat`,
 *   `accounts-moved`
 */
export async function changeAccount(
  ask: Ask<ChangeRequest>,
  parts: AccountParts & { catalog: Catalog },
): Promise<{ word: 'account-changed'; account: Account }> {
  const before = await accountOf(ask, parts);
  const { why: _, ...wanted } = ask.request;
  const after: Account = { ...before, ...wanted };
  requireValid(after, parts.catalog);
  if (isSecretariat(before) && !isSecretariat(after)) await leaveSecretariat(before, parts);
  await write(ask, { change: 'changed', before, after }, parts);
  if (isSecretariat(after)) await joinSecretariat(ask.userName, parts);
  await move(before, after, parts);
  return { word: 'account-changed', account: after };
}

/**
 * Removes an account for good; its history stays.
 * @throws Refusal `not-allowed`, `not-found`, `own-account`, `last-secretariat`, `accounts-moved`
 */
export async function removeAccount(
  ask: Ask<{ why: string }>,
  parts: AccountParts,
): Promise<{ word: 'account-removed' }> {
  const before = await accountOf(ask, parts);
  await leaveSecretariat(before, parts);
  await write(ask, { change: 'removed', before, after: null }, parts);
  await parts.directory.remove(ask.userName);
  return { word: 'account-removed' };
}

/**
 * Takes the second factor of a lost phone away, so that its owner signs in by the password and sets up another one. The
 * sessions end first: what a crash leaves half done still has a factor, and can be done again.
 * @throws Refusal `not-allowed`, `not-found`, `own-account`, `nothing-to-reset`
 */
export async function resetFactor(
  ask: Ask<{ why: string }>,
  parts: AccountParts,
): Promise<{ word: 'factor-reset' }> {
  const account = await accountOf(ask, parts);
  if (!account.mfa) throw new Refusal('nothing-to-reset');
  await write(ask, { change: 'factor-reset', before: account, after: account }, parts);
  await parts.directory.signOut(ask.userName);
  await parts.directory.dropFactor(ask.userName);
  return { word: 'factor-reset' };
}

/** The account that somebody else of the secretariat wants to change. @throws Refusal */
async function accountOf({ userName, who }: Ask<unknown>, { directory }: AccountParts): Promise<Account> {
  requireSecretariat(who);
  const account = await directory.find(userName);
  if (!account) throw new Refusal('not-found');
  requireOther(who, account);
  return account;
}

/** Appends what is about to be done, with who wants it and why. */
function write(
  { userName, who, at, request }: Ask<{ why: string }>,
  { change, before, after }: { change: AccountChange['change']; before: Account; after: Account | null },
  { records }: AccountParts,
): Promise<void> {
  return records.append({
    schema: 'account-change/1',
    change,
    userName,
    at,
    by: who.subject,
    why: request.why,
    before: stateOf(before),
    after: after && stateOf(after),
  });
}

/**
 * What is taken goes first and what is given last, so that an account which a crash leaves half way may
 * never do what it may do neither before nor after.
 */
async function move(before: Account, after: Account, { directory }: AccountParts): Promise<void> {
  const { userName } = after;
  if (!after.enabled) await directory.disable(userName);
  for (const role of before.roles) {
    if (!after.roles.includes(role)) await directory.take(userName, role);
  }
  if (before.unit !== after.unit) await directory.bind(userName, after.unit);
  for (const role of after.roles) {
    if (!before.roles.includes(role)) await directory.give(userName, role);
  }
  if (after.enabled && !before.enabled) await directory.enable(userName);
}
