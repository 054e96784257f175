import { gunzipSync, gzipSync } from 'node:zlib';
import { type Context, canonicalContext, catalogUnder, contextFrom } from '../normalisation/context.ts';
import type { Checked, Report } from '../normalisation/report.ts';
import { reportFrom, type StoredReport } from '../normalisation/stored-report.ts';
import type { Sources } from '../observations/observation.ts';
import { type StoredSources, sourcesFrom, storedSources } from '../observations/stored-sources.ts';
import type { Bucket } from './bucket.ts';
import { contextKey, lineageKey, markedKey, reportKey } from './keys.ts';

const workbook = {
  ContentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const gzippedJson = { ContentType: 'application/json', ContentEncoding: 'gzip' } as const;

/** What the engine said of a file, and where each figure stood in it: read when somebody asks. */
export function recordBucket(bucket: Bucket) {
  return {
    async keep(
      id: string,
      { report, sources, longSources }: Checked,
      marked: Uint8Array | null,
    ): Promise<void> {
      await Promise.all([
        bucket.put(reportKey(id), gzipped(report), gzippedJson),
        bucket.put(lineageKey(id), gzipped(storedSources(longSources?.() ?? sources)), gzippedJson),
        marked && bucket.put(markedKey(id), marked, workbook),
      ]);
    },
    /**
     * Keeps a context in its canonical form, once; answers the one that is kept. One that an earlier engine left,
     * or a catalogue that is not held any more, and whose step never ended, means nothing any more and is replaced.
     */
    async keepContext(
      id: string,
      context: Context,
      isKnown: (catalog: string) => Promise<boolean>,
    ): Promise<Context> {
      const body = gzipSync(canonicalContext(context));
      await bucket.putOnce(contextKey(id), body, gzippedJson);
      const kept: unknown = JSON.parse(gunzipSync(await bucket.get(contextKey(id))).toString());
      const under = catalogUnder(kept, context.engine);
      if (under === context.catalog || (under !== null && (await isKnown(under)))) return contextFrom(kept);
      await bucket.put(contextKey(id), body, gzippedJson);
      return context;
    },
    /** What a file was held against when it was read. */
    async context(id: string): Promise<Context> {
      return contextFrom(JSON.parse(gunzipSync(await bucket.get(contextKey(id))).toString()));
    },
    /** A short-lived URL of the marked workbook, to be kept under this name. */
    signMarkedGet(id: string, expiresInSeconds: number, fileName: string): Promise<string> {
      return bucket.signGet(markedKey(id), expiresInSeconds, fileName);
    },
    async report(id: string): Promise<Report> {
      const text = gunzipSync(await bucket.get(reportKey(id))).toString();
      return reportFrom(JSON.parse(text) as StoredReport);
    },
    async sources(id: string): Promise<Sources> {
      const text = gunzipSync(await bucket.get(lineageKey(id))).toString();
      return sourcesFrom(JSON.parse(text) as StoredSources);
    },
  };
}

function gzipped(content: object): Uint8Array {
  return gzipSync(JSON.stringify(content));
}
