import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { packed } from '../../shared/aws/pack.ts';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { type Context, contextFrom } from '../../shared/normalisation/context.ts';
import type { TaskReport } from '../../shared/tasks/task.ts';
import { openDiskFile } from '../files/disk-file.ts';
import type { Lang } from '../usage.ts';
import { type ChainSource, MissingObject } from './chain-source.ts';
import type { KeptReport } from './check-reports.ts';

/** A raw file, read again: the digest of its bytes, and its pages as today's engine makes them. */
export type Reread = {
  /** Null: the file is not there. */
  sha256: string | null;
  /** Null: it was not read again, since it is not the file that was signed, or cannot be read any more. */
  pages: Map<string, Uint8Array> | null;
  /** What its sheet of tasks says. */
  tasks: readonly TaskReport[];
  /** Why, where it could not be read. */
  trouble: string | null;
};

export type RereadParts = {
  source: ChainSource;
  lang: Lang;
  catalogOf(version: string): Promise<Catalog | undefined>;
};

/**
 * Reads a report's raw file again, in the context in which it was read when it came.
 * @param wanted the digest of the file that was signed: another file is not read
 */
export async function reread(
  { key, report }: KeptReport & { report: NonNullable<KeptReport['report']> },
  wanted: string,
  parts: RereadParts,
): Promise<Reread> {
  const { source } = parts;
  const nothing = { pages: null, tasks: [], trouble: null };
  const object = await fetched(report.file, source);
  if (!object) return { sha256: null, ...nothing };
  try {
    await using file = await openDiskFile(object.path, parts.lang);
    const sha256 = await file.sha256();
    if (sha256 !== wanted) return { sha256, ...nothing };
    const context = await contextOf(report.context, source);
    const catalog = context && (await parts.catalogOf(context.catalog));
    if (!context || !catalog) return { sha256, ...nothing, trouble: 'context' };
    const request = { fileName: report.fileName, sha256, ...key };
    // Another engine's context says the same of rules that are still there.
    const given = { ...context, engine: engineVersion };
    const { report: again, pages } = await checkFile(file.source, request, {
      inflateRaw,
      catalog,
      context: given,
    });
    const packs = new Map<string, Uint8Array>();
    for (const page of pages) packs.set(page.name, packed(page));
    return { sha256, pages: packs, tasks: again.tasks, trouble: null };
  } finally {
    await object.done();
  }
}

/** The context in which a file was read; null: it is not there, or is none any more. */
async function contextOf(place: string | null, source: ChainSource): Promise<Context | null> {
  const object = await fetched(place, source);
  if (!object) return null;
  try {
    const bytes = await readFile(object.path);
    // Over HTTP it comes unpacked.
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return contextFrom(JSON.parse(text.toString()));
  } catch {
    return null;
  } finally {
    await object.done();
  }
}

async function fetched(place: string | null, source: ChainSource) {
  if (place === null) return null;
  try {
    return await source.fetched(place);
  } catch (error) {
    if (error instanceof MissingObject) return null;
    throw error;
  }
}
