import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Account } from '../../../shared/accounts/account.ts';
import { ask } from '../../app/api.ts';
import { type Answer, problemFrom } from '../../app/use-answer.ts';

/** The largest page of the API, and how many of them are read: far more accounts than there are people. */
const pageSize = 60;
const mostPages = 40;

/** Every account, page after page. */
export function useAccounts(): { answer: Answer<readonly Account[]>; reload: () => void } {
  const [answer, setAnswer] = useState<Answer<readonly Account[]>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    readAll(asking.signal).then(
      (value) => !asking.signal.aborted && setAnswer({ state: 'ready', value }),
      (fault) => !asking.signal.aborted && setAnswer({ state: 'failed', problem: problemFrom(fault) }),
    );
    return () => asking.abort();
  }, [round]);
  // What stood before a change is not shown while it is asked for again: an account that was just made would be missing.
  const reload = useCallback(() => {
    setAnswer({ state: 'loading' });
    setRound((before) => before + 1);
  }, []);
  return { answer, reload };
}

async function readAll(signal: AbortSignal): Promise<Account[]> {
  const found: Account[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const more: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const address = `/v1/users?limit=${pageSize}${more}`;
    const { items, next } = await ask<{ items: Account[]; next: string | null }>('GET', address, { signal });
    found.push(...items);
    if (next === null) break;
    after = next;
  }
  return found;
}
