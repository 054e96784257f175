import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Answer = { status: number; headers: Record<string, string> };

const json = 'application/json; charset=utf-8';

/**
 * A body as this reader takes it: compressed where it was made ahead and the reader accepts gzip, else plain.
 * Each of the two has a strong ETag of its own (RFC 9110, 8.8.3), and one that the reader has already is
 * answered by 304.
 * @param asked the request's headers, in lower case
 */
export function representation(
  body: string | Uint8Array,
  { status, headers }: Answer,
  asked: Readonly<Record<string, string>>,
): APIGatewayProxyStructuredResultV2 {
  const zipped = typeof body !== 'string' && acceptsGzip(asked['accept-encoding'] ?? '');
  const common: Record<string, string> = { ...headers, vary: 'accept-encoding' };
  const cacheable = status === 200 && headers['cache-control'] !== 'no-store';
  if (cacheable) common.etag = etagOf(body, headers.etag, zipped);
  if (common.etag && hasAlready(asked['if-none-match'] ?? '', common.etag)) {
    return { statusCode: 304, headers: common, body: '' };
  }
  const typed = { 'content-type': json, ...common };
  if (typeof body === 'string') return { statusCode: status, headers: typed, body };
  if (!zipped) return { statusCode: status, headers: typed, body: gunzipSync(body).toString('utf8') };
  return {
    statusCode: status,
    headers: { ...typed, 'content-encoding': 'gzip' },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** RFC 9110, 12.5.3: `gzip` or `*`, unless its weight is 0. */
function acceptsGzip(header: string): boolean {
  const weights = header.split(',').map((part) => {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { coding, wanted: weight === undefined || Number(weight) > 0 };
  });
  const own = weights.find(({ coding }) => coding === 'gzip') ?? weights.find(({ coding }) => coding === '*');
  return own?.wanted ?? false;
}

function etagOf(body: string | Uint8Array, stored: string | undefined, zipped: boolean): string {
  const digest = stored ?? createHash('sha256').update(body).digest('base64url');
  return zipped ? `"${digest}-gzip"` : `"${digest}"`;
}

/** RFC 9110, 13.1.2: compared weakly, so a tag that somebody on the way has weakened still matches. */
function hasAlready(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
