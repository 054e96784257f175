import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { RollupStore } from '../aggregation/aggregate-period.ts';
import { rollupKey } from './keys.ts';
import { bytesOf, type Table, textOf } from './table.ts';

/** Roll-ups in the table: each the ready gzip body that the API sends, with its ETag. */
export function rollupTable(table: Table): RollupStore {
  return {
    async put(name, document, progress) {
      const body = JSON.stringify(document);
      const etag = createHash('sha256').update(body).digest('base64url');
      const word = await table.putIf(
        rollupKey(name),
        { body: { B: gzipSync(body) }, etag: { S: etag }, progress: { N: String(progress) } },
        {
          expression: 'attribute_not_exists(pk) OR progress <= :progress',
          values: { ':progress': { N: String(progress) } },
        },
      );
      return word === 'put' ? 'written' : 'older-than-what-stands';
    },
    async get(name) {
      const item = await table.get(rollupKey(name), false);
      return item && { gzip: bytesOf(item, 'body'), etag: textOf(item, 'etag') };
    },
  };
}
