import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';
import { readAuthorization, type SignedParts } from './signed-parts.ts';

/** A key that may sign. A temporary one is only good with its session token. */
export type Credential = { secretAccessKey: string; sessionToken?: string };
export type Credentials = ReadonlyMap<string, Credential>;

/**
 * Verifies AWS Signature Version 4 of a request, signed in its query or in its `Authorization` header,
 * as "Authenticating Requests (AWS Signature Version 4)" of the S3 API Reference describes it. The
 * body's digest, as signed, is left to be compared when the body has been read.
 * @param nowMs real time
 * @returns the signed value of the body's digest, such as `UNSIGNED-PAYLOAD`
 * @throws S3Error as S3 would refuse it
 */
export function verifySignature(
  request: S3Request,
  credentials: Credentials,
  region: string,
  nowMs: number,
): string {
  const parts = readAuthorization(request, region, nowMs);
  const credential = credentials.get(parts.accessKeyId);
  if (credential === undefined) {
    throw new S3Error(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      {
        AWSAccessKeyId: parts.accessKeyId,
      },
    );
  }
  if (credential.sessionToken !== parts.sessionToken) {
    throw new S3Error('InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  const canonical = canonicalRequest(request, parts);
  const stringToSign = ['AWS4-HMAC-SHA256', parts.date, parts.scope.join('/'), sha256(canonical)].join('\n');
  const expected = signatureOf(stringToSign, credential.secretAccessKey, parts.scope);
  if (!sameText(expected, parts.signature)) {
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { AWSAccessKeyId: parts.accessKeyId, StringToSign: stringToSign, CanonicalRequest: canonical },
    );
  }
  refuseUnsignedHeaders(request, parts);
  return parts.payload;
}

/**
 * "CanonicalRequest = HTTPMethod \n CanonicalURI \n CanonicalQueryString \n CanonicalHeaders \n
 * SignedHeaders \n HashedPayload". For S3 the path is encoded once and not normalised.
 */
function canonicalRequest(request: S3Request, parts: SignedParts): string {
  const uri = `/${request.path.split('/').slice(1).map(uriEncode).join('/')}`;
  const query = request.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = parts.signedHeaders.map(
    (name) => `${name}:${(request.headers.get(name) ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [request.method, uri, query, headers.join(''), parts.signedHeaders.join(';'), parts.payload].join(
    '\n',
  );
}

/** "SigningKey = HMAC(HMAC(HMAC(HMAC("AWS4" + secret, date), region), service), "aws4_request")". */
function signatureOf(stringToSign: string, secret: string, scope: readonly string[]): string {
  const key = scope.reduce((inner, part) => hmac(inner, part), Buffer.from(`AWS4${secret}`));
  return hmac(key, stringToSign).toString('hex');
}

/** Every `x-amz-*` header that is sent must be signed, or somebody else could have added it. */
function refuseUnsignedHeaders(request: S3Request, parts: SignedParts): void {
  const unsigned = [...request.headers.keys()].filter(
    (name) => name.startsWith('x-amz-') && !parts.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      HeadersNotSigned: unsigned.join(', '),
    });
  }
}

/** "Every byte except the unreserved characters A-Z a-z 0-9 - . _ ~ is percent-encoded, in capitals." */
function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
