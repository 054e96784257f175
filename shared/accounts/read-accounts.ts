import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import { type Account, requireSecretariat } from './account.ts';
import type { AccountChange, AccountParts } from './directory.ts';

/** A filter may leave pages of the directory empty; so many are looked at for one answer. */
const pagesAtMost = 10;

/** The accounts, of one unit or of all, a page at a time. @throws Refusal */
export async function listAccounts(
  ask: { who: Identity; unit: string | null; limit: number; after: string | null },
  { directory }: Pick<AccountParts, 'directory'>,
): Promise<{ items: Account[]; next: string | null }> {
  requireSecretariat(ask.who);
  const { unit, limit } = ask;
  let { after } = ask;
  for (let pages = 1; ; pages += 1) {
    const page = await directory.page({ unit, limit, after });
    if (page === 'cursor-unknown') {
      throw new Refusal('parameter-malformed', [{ field: 'after', fault: 'malformed' }]);
    }
    if (page.items.length > 0 || page.next === null || pages === pagesAtMost) return page;
    after = page.next;
  }
}

/** Who changed an account, when, what and why, newest first; of one that was removed too. @throws Refusal */
export async function readHistory(
  ask: { userName: string; who: Identity; limit: number; after: string | null },
  { records }: Pick<AccountParts, 'records'>,
): Promise<{ items: AccountChange[]; next: string | null }> {
  requireSecretariat(ask.who);
  const page = await records.history(ask.userName, ask);
  if (page.items.length === 0 && ask.after === null) throw new Refusal('not-found');
  return page;
}
