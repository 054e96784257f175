import { type BriefingKind, briefingTypes } from '../briefing/briefing-name.ts';
import type { BriefingFile, BriefingStore } from '../briefing/keep-briefing.ts';
import type { Bucket } from './bucket.ts';
import { briefingItemKey, briefingKey } from './keys.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf, unlessThere } from './table.ts';

/** How long a signed URL of a file of a briefing is good for. */
const downloadSeconds = 300;
/** Kinds that a browser shows; what is shown may run no script, which the page itself forbids. */
const shown: ReadonlySet<BriefingKind> = new Set(['html']);

/** Files of briefings beside their snapshots: the bytes in the bucket, then what is known of them in the table. */
export function briefingStore(bucket: Bucket, table: Table): BriefingStore {
  return {
    async file(key) {
      const item = await table.get(briefingItemKey(key), true);
      return item && storedAs<BriefingFile>(textOf(item, 'file'), 'briefing-file/2');
    },
    async putFile(file, bytes) {
      await bucket.putOnce(briefingKey(file), bytes, { ContentType: briefingTypes[file.kind] });
      await table.putIf(briefingItemKey(file), { file: { S: JSON.stringify(file) } }, unlessThere);
    },
    signFile: (key, fileName) =>
      bucket.signGet(
        briefingKey(key),
        downloadSeconds,
        fileName,
        shown.has(key.kind) ? 'inline' : 'attachment',
      ),
  };
}
