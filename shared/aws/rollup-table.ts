import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { RollupStore } from '../aggregation/aggregate-period.ts';
import type { StoredRound } from '../aggregation/stored-round.ts';
import { roundKey } from './keys.ts';
import { bytesOf, type Table } from './table.ts';

/** Written once for each signature and read by every dashboard: worth the slower search for a shorter item. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 19 } };

/** Roll-ups in the table: each overwritten whole, unless one that saw more versions stands. */
export function rollupTable(table: Table): RollupStore {
  return {
    async putRound(round, progress) {
      const seen = { N: String(progress) };
      const body = { B: zstdCompressSync(JSON.stringify(round), compression) };
      const word = await table.putIf(
        roundKey(round),
        { round: body, progress: seen },
        {
          expression: 'attribute_not_exists(pk) OR progress <= :progress',
          values: { ':progress': seen },
        },
      );
      return word === 'put' ? 'written' : 'older-than-what-stands';
    },
    async rounds(names) {
      const items = await table.getSome(names.map(roundKey));
      return items.map(
        (item) => JSON.parse(zstdDecompressSync(bytesOf(item, 'round')).toString()) as StoredRound,
      );
    },
  };
}
