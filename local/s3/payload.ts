import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { decodeChunked } from './aws-chunked.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** Checksums that an object may carry, as base64, under their S3 names. */
export type Checksums = { sha256?: string; sha1?: string; crc32?: string };
type Algorithm = keyof Checksums;
const algorithms: readonly Algorithm[] = ['sha256', 'sha1', 'crc32'];

/** What was read of a body, after everything that it was said to be has been compared. */
export type Payload = { size: number; md5: string; checksums: Checksums };

/**
 * Streams a request's body into `write` and then compares it with its signed digest, its decoded length
 * and its checksums, whether these came as headers or as trailers.
 * @throws S3Error on the first that does not fit; the caller must then forget what was written
 */
export async function readPayload(
  request: S3Request,
  signedDigest: string,
  write: (part: Buffer) => Promise<void> | void,
): Promise<Payload> {
  const trailers = new Map<string, string>();
  const declared = declaredChecksums(request);
  const source = sourceOf(request, signedDigest, trailers);
  const digest = createHash('sha256');
  const sha1 = createHash('sha1');
  const md5 = createHash('md5');
  let crc = 0;
  let size = 0;
  for await (const part of source) {
    digest.update(part);
    md5.update(part);
    if (declared.has('sha1')) sha1.update(part);
    crc = crc32(part, crc);
    size += part.length;
    await write(part);
  }
  const sha256 = digest.digest();
  if (/^[0-9a-f]{64}$/.test(signedDigest) && sha256.toString('hex') !== signedDigest) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const expectedSize =
    request.headers.get('x-amz-decoded-content-length') ?? request.headers.get('content-length');
  if (Number(expectedSize) !== size) {
    throw new S3Error(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    );
  }
  const md5Digest = md5.digest();
  const wantedMd5 = request.headers.get('content-md5');
  if (wantedMd5 !== undefined && wantedMd5 !== md5Digest.toString('base64')) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const crcBytes = Buffer.alloc(4);
  crcBytes.writeUInt32BE(crc);
  const computed = {
    sha256: sha256.toString('base64'),
    sha1: sha1.digest('base64'),
    crc32: crcBytes.toString('base64'),
  };
  return { size, md5: md5Digest.toString('hex'), checksums: compare(declared, computed, trailers) };
}

function sourceOf(
  request: S3Request,
  signedDigest: string,
  trailers: Map<string, string>,
): AsyncIterable<Buffer> {
  if (signedDigest === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    if (request.headers.get('x-amz-decoded-content-length') === undefined) {
      throw new S3Error('MissingContentLength', 'You must provide the x-amz-decoded-content-length header.');
    }
    return decodeChunked(request.body, trailers);
  }
  if (signedDigest.startsWith('STREAMING-')) {
    throw new S3Error('NotImplemented', `This S3 does not read ${signedDigest} bodies.`);
  }
  if (signedDigest !== 'UNSIGNED-PAYLOAD' && !/^[0-9a-f]{64}$/.test(signedDigest)) {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-… or a valid sha256 value.',
    );
  }
  if (request.headers.get('content-length') === undefined) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  return request.body;
}

/** Each checksum that the request promises: its value, or `undefined` when it follows as a trailer. */
function declaredChecksums(request: S3Request): Map<Algorithm, string | undefined> {
  const declared = new Map<Algorithm, string | undefined>();
  const asked = request.headers.get('x-amz-sdk-checksum-algorithm');
  const names = [...request.headers.keys(), request.headers.get('x-amz-trailer') ?? ''];
  if (asked !== undefined) names.push(`x-amz-checksum-${asked.toLowerCase()}`);
  for (const name of names) {
    const algorithm = /^x-amz-checksum-(.+)$/.exec(name.trim().toLowerCase())?.[1];
    if (algorithm === undefined) continue;
    if (!isAlgorithm(algorithm))
      throw new S3Error('NotImplemented', `This S3 does not compute ${algorithm}.`);
    declared.set(algorithm, request.headers.get(`x-amz-checksum-${algorithm}`));
  }
  return declared;
}

function compare(
  declared: ReadonlyMap<Algorithm, string | undefined>,
  computed: Required<Checksums>,
  trailers: ReadonlyMap<string, string>,
): Checksums {
  const kept: Checksums = {};
  for (const [algorithm, header] of declared) {
    const wanted = header ?? trailers.get(`x-amz-checksum-${algorithm}`);
    if (
      wanted !== undefined &&
      Buffer.from(wanted, 'base64').length !== Buffer.from(computed[algorithm], 'base64').length
    ) {
      throw new S3Error('InvalidRequest', `Value for x-amz-checksum-${algorithm} header is invalid.`);
    }
    if (wanted !== undefined && wanted !== computed[algorithm]) {
      throw new S3Error(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    }
    kept[algorithm] = computed[algorithm];
  }
  return kept;
}

function isAlgorithm(name: string): name is Algorithm {
  return (algorithms as readonly string[]).includes(name);
}
