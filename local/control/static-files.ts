import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf } from '../../web/served/content-types.ts';
import { cacheControl } from '../../web/served/page-headers.ts';

/**
 * Serves a file below a folder; `/` is `index.html`. What lies outside, by `..` or by a link, and names
 * that begin with a dot are not there.
 * @returns false when there is no such file
 */
export async function serveFile(
  folder: string,
  path: string,
  headers: Record<string, string>,
  response: ServerResponse,
  withBody: boolean,
): Promise<boolean> {
  const file = await findFile(folder, path);
  if (file === undefined) return false;
  const { size } = await stat(file);
  response.writeHead(200, {
    'cache-control': cacheControl(path),
    ...headers,
    'content-type': contentTypeOf(file),
    'content-length': size,
  });
  if (withBody) await pipeline(createReadStream(file), response);
  else response.end();
  return true;
}

async function findFile(folder: string, path: string): Promise<string | undefined> {
  const parts = decodePath(path).split('/').slice(1);
  const name = parts.at(-1) === '' ? [...parts.slice(0, -1), 'index.html'] : parts;
  if (name.some((part) => part === '' || part.startsWith('.') || /[\\\0]/.test(part))) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...name));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}

/** What cannot be decoded names no file: a name that begins with a dot is never served. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/.';
  }
}
