import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** A request to S3, path style: `/bucket/key`, as it was sent and taken apart. */
export type S3Request = {
  method: string;
  /** Decoded once. */
  path: string;
  bucket: string;
  key: string;
  /** Decoded, in the order in which they were sent. */
  query: [string, string][];
  parameters: ReadonlyMap<string, string>;
  /** Lower-case names; values sent more than once are joined by a comma. */
  headers: ReadonlyMap<string, string>;
  body: IncomingMessage;
};

/**
 * Takes a request apart. The query is read by hand: `+` is a plus there, as signers write it.
 * @throws S3Error when an encoding is broken
 */
export function readRequest(message: IncomingMessage): S3Request {
  const url = message.url ?? '/';
  const [rawPath = '/', rawQuery = ''] = splitOnce(url, '?');
  const path = decode(rawPath);
  const [bucket = '', key = ''] = splitOnce(path.slice(1), '/');
  const query = rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => splitOnce(pair, '=').map(decode))
    .map(([name = '', value = '']): [string, string] => [name, value]);
  const headers = new Map<string, string>();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    const name = (message.rawHeaders[index] ?? '').toLowerCase();
    const value = message.rawHeaders[index + 1] ?? '';
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return {
    method: message.method ?? '',
    path,
    bucket,
    key,
    query,
    parameters: new Map(query),
    headers,
    body: message,
  };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidArgument', `Not a percent-encoded UTF-8 text: ${text}`);
  }
}
