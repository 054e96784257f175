import type { Account } from '../../../shared/accounts/account.ts';
import { apiPath } from '../../app/api-path.ts';
import { everyPage } from '../../app/every-page.ts';
import type { Answer } from '../../app/use-answer.ts';
import { type Reading, useReading } from '../../app/use-reading.ts';

/** The largest page of the API, and how many of them are read: far more accounts than there are people. */
const pageSize = 60;
const mostPages = 40;

/** Every account; after a change none is shown until all are there anew, since one that was just made would be missing. */
export function useAccounts(): { answer: Answer<readonly Account[]>; reload: () => void } {
  return useReading(apiPath`/v1/users?limit=${pageSize}`, everyAccount);
}

const everyAccount: Reading<readonly Account[]> = {
  read: async (address, signal) => (await everyPage<Account>(address, { most: mostPages, signal })).items,
  hidesOld: true,
};
