import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { PortalConfig } from '../../web/app/config.ts';
import { contentTypeOf } from '../../web/served/content-types.ts';
import { cacheControl } from '../../web/served/page-headers.ts';

/** What an upload did: the keys that were put, in that order, and the assets that stood already. */
export type Uploaded = { put: string[]; stood: string[] };

/**
 * Puts the built portal into its bucket so that nobody sees half of it: assets first, under names of their content; then
 * what has a fixed name, and `index.html`, which names the assets, last. Old assets stay, for pages that are still open.
 * @param directory what `npm run build:web` made
 * @throws Error when there is no portal in it
 */
export async function uploadPortal(
  client: S3Client,
  bucket: string,
  directory: string,
  config: PortalConfig,
): Promise<Uploaded> {
  const files = await filesIn(directory);
  if (!files.includes('index.html')) throw new Error(`${directory}: no index.html, so no portal to upload`);
  const standing = await assetsIn(client, bucket);
  const done: Uploaded = { put: [], stood: [] };
  const put = async (key: string, body: Uint8Array | string) => {
    const headers = { ContentType: contentTypeOf(key), CacheControl: cacheControl(`/${key}`) };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ...headers }));
    done.put.push(key);
  };
  for (const file of inOrder(files)) {
    if (standing.has(file)) done.stood.push(file);
    else if (file === 'config.json') await put(file, `${JSON.stringify(config, null, 2)}\n`);
    else await put(file, await readFile(join(directory, file)));
  }
  return done;
}

/** Assets, then what else there is with the configuration, then the page that names them. */
function inOrder(files: readonly string[]): string[] {
  const assets = files.filter((file) => file.startsWith('assets/'));
  const others = files.filter((file) => !assets.includes(file) && file !== 'index.html');
  return [...assets, ...new Set([...others, 'config.json']), 'index.html'];
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

async function assetsIn(client: S3Client, bucket: string): Promise<Set<string>> {
  const keys = new Set<string>();
  let next: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'assets/', ContinuationToken: next }),
    );
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.add(Key);
    next = page.NextContinuationToken;
  } while (next !== undefined);
  return keys;
}
