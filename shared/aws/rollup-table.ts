import type { RollupStore } from '../aggregation/aggregate-period.ts';
import { documentAttributes, documentIn } from './document.ts';
import { rollupKey } from './keys.ts';
import type { Table } from './table.ts';

/** Roll-ups in the table: each overwritten whole, unless one that saw more versions stands. */
export function rollupTable(table: Table): RollupStore {
  return {
    async put(name, document, progress) {
      const seen = { N: String(progress) };
      const word = await table.putIf(
        rollupKey(name),
        { ...documentAttributes(document), progress: seen },
        {
          expression: 'attribute_not_exists(pk) OR progress <= :progress',
          values: { ':progress': seen },
        },
      );
      return word === 'put' ? 'written' : 'older-than-what-stands';
    },
    get: async (name) => documentIn(await table.get(rollupKey(name), false)),
  };
}
