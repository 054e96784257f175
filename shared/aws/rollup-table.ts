import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { mostPoints, type RollupStore } from '../aggregation/aggregate-period.ts';
import type { StoredRound } from '../aggregation/stored-round.ts';
import { roundKey, seriesPartition, seriesSort } from './keys.ts';
import { packedPoint, pointIn } from './series-codec.ts';
import { bytesOf, type Table } from './table.ts';

const seen = (progress: number) => ({ progress: { N: String(progress) } });
const unlessNewer = (progress: number) => ({
  expression: 'attribute_not_exists(pk) OR progress <= :progress',
  values: { ':progress': { N: String(progress) } },
});

/** Roll-ups in the table: each overwritten whole, unless one that saw more versions stands. */
export function rollupTable(table: Table): RollupStore {
  return {
    async putRound(round, progress) {
      // Written once for each signature and read by every dashboard: a slower search for a shorter item pays.
      const body = { B: brotliCompressSync(JSON.stringify(round)) };
      const word = await table.putIf(
        roundKey(round),
        { round: body, ...seen(progress) },
        unlessNewer(progress),
      );
      return word === 'put' ? 'written' : 'older-than-what-stands';
    },
    async putPoint({ subject, kind }, point, progress) {
      const key = { pk: seriesPartition(subject), sk: seriesSort(kind, point.period) };
      const item = { point: { B: packedPoint(point) }, ...seen(progress) };
      await table.putIf(key, item, unlessNewer(progress));
    },
    async points({ subject, kind }, { from, to }) {
      const range = { from: seriesSort(kind, from), to: seriesSort(kind, to) };
      const items = await table.newest(seriesPartition(subject), range, mostPoints);
      return items.map((item) => pointIn(bytesOf(item, 'point'))).reverse();
    },
    async rounds(names) {
      const items = await table.getSome(names.map(roundKey));
      return items.map(
        (item) => JSON.parse(brotliDecompressSync(bytesOf(item, 'round')).toString()) as StoredRound,
      );
    },
  };
}
