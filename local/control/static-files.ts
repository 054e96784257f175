import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.topojson': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Only this origin's own scripts, styles, fonts and data, and uploads to the S3 of this machine. */
export function pageHeaders(s3Url: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${s3Url}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  };
}

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
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': size });
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
