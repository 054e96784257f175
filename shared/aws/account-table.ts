import { randomUUID } from 'node:crypto';
import type { AccountChange, AccountRecords, Leaving } from '../accounts/directory.ts';
import { accountChangeKey, accountPartition, changePrefix, leavingKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf, unlessThere } from './table.ts';

/** What was changed about accounts, in the table. */
export function accountTable(table: Table): AccountRecords {
  return {
    async append(change) {
      // Two changes of one moment are two facts.
      const id = randomUUID().slice(0, 8);
      await table.put(accountChangeKey(change.userName, change.at, id), {
        change: { S: JSON.stringify(change) },
      });
    },
    async history(userName, { limit, after }) {
      const partition = accountPartition(userName);
      const start =
        after === null ? undefined : { pk: { S: partition }, sk: { S: `${changePrefix}${after}` } };
      const page = await table.page(partition, changePrefix, { limit, newestFirst: true, after: start });
      return {
        items: page.items.map((item) => storedAs<AccountChange>(textOf(item, 'change'), 'account-change/1')),
        next: page.next ? textOf(page.next, 'sk').slice(changePrefix.length) : null,
      };
    },
    async leaving() {
      const item = await table.get(leavingKey, true);
      return item ? (JSON.parse(textOf(item, 'leaving')) as Leaving) : { version: 0, names: [] };
    },
    async moveLeaving(next) {
      const before = next.version - 1;
      const item = { leaving: { S: JSON.stringify(next) }, version: { N: String(next.version) } };
      const condition =
        before === 0
          ? unlessThere
          : { expression: 'version = :before', values: { ':before': { N: String(before) } } };
      const word = await table.putIf(leavingKey, item, condition);
      return word === 'put' ? 'moved' : 'somebody-was-first';
    },
  };
}
