import { mostPoints, type RollupStore, type Seen } from '../aggregation/aggregate-period.ts';
import { type ItemKey, roundKey, seriesPartition, seriesSort } from './keys.ts';
import { packedRound, roundIn } from './round-codec.ts';
import { packedPoint, pointIn } from './series-codec.ts';
import { bytesOf, type Table } from './table.ts';

// A deployment may exchange the catalogue that the code brings, which is no publication: two sums under two
// catalogues say nothing of each other there either.
const notNewer =
  'attribute_not_exists(publication) OR publication < :publication OR ' +
  '(publication = :publication AND (#catalog <> :catalog OR progress <= :progress))';

/**
 * Roll-ups in the table: each overwritten whole, unless one that saw more stands.
 * @param how.oneByOne rounds are got with a call each, side by side, by who may get single items of some partitions only
 */
export function rollupTable(table: Table, { oneByOne = false } = {}): RollupStore {
  const getSome = async (keys: readonly ItemKey[]) => {
    if (!oneByOne) return table.getSome(keys);
    return (await Promise.all(keys.map((key) => table.getSome([key])))).flat();
  };
  const put = (key: ItemKey, body: Record<string, { B: Uint8Array }>, saw: Seen, catalog: string) => {
    const publication = { N: String(saw.publication) };
    const progress = { N: String(saw.progress) };
    const under = { S: catalog };
    return table.putIf(
      key,
      { ...body, publication, catalog: under, progress },
      {
        expression: notNewer,
        names: { '#catalog': 'catalog' },
        values: { ':publication': publication, ':catalog': under, ':progress': progress },
      },
    );
  };
  return {
    async putRound(round, saw) {
      const word = await put(roundKey(round), { round: { B: packedRound(round) } }, saw, round.catalog);
      return word === 'put' ? 'written' : 'older-than-what-stands';
    },
    async putPoint({ subject, kind }, point, saw) {
      const key = { pk: seriesPartition(subject), sk: seriesSort(kind, point.period) };
      await put(key, { point: { B: packedPoint(point) } }, saw, point.catalog);
    },
    async points({ subject, kind }, { from, to }) {
      const range = { from: seriesSort(kind, from), to: seriesSort(kind, to) };
      const items = await table.newest(seriesPartition(subject), range, mostPoints);
      return items.map((item) => pointIn(bytesOf(item, 'point'))).reverse();
    },
    async rounds(names) {
      const items = await getSome(names.map(roundKey));
      return items.map((item) => roundIn(bytesOf(item, 'round')));
    },
  };
}
