import type { Bucket } from './bucket.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { readPayload } from './payload.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** Headers that are kept and given back as they came. */
const kept = ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires'];

/** `x-amz-*` headers that are understood here; any other one would ask for something that is not done. */
const understood =
  /^x-amz-(date|content-sha256|security-token|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.+|meta-.+|user-agent|expected-bucket-owner|server-side-encryption)$/;

/**
 * PutObject: the object exists when the whole body has arrived and everything that was promised of it
 * holds, and not before.
 * @param nowMs business time
 */
export async function putObject(
  store: ObjectStore,
  bucket: Bucket,
  request: S3Request,
  signedDigest: string,
  nowMs: () => number,
): Promise<StoredObject> {
  const strange = [...request.headers.keys()].find(
    (name) => name.startsWith('x-amz-') && !understood.test(name),
  );
  if (strange)
    throw new S3Error(
      'NotImplemented',
      `A header you provided implies functionality that is not implemented: ${strange}`,
    );
  const length = request.headers.get('x-amz-decoded-content-length') ?? request.headers.get('content-length');
  if (length === undefined)
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  if (Number(length) > store.sizeLimit) {
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  }
  refuseIfPresent(store, bucket, request);
  const upload = await store.begin();
  try {
    const { size, md5, checksums } = await readPayload(request, signedDigest, upload.write);
    await upload.close();
    // Asked again: another put of this key may have ended while this body came in.
    refuseIfPresent(store, bucket, request);
    const object = {
      bucket: bucket.name,
      key: request.key,
      size,
      etag: md5,
      checksums,
      headers: headersToKeep(request),
      lastModifiedMs: nowMs(),
      body: upload.body,
    };
    return store.commit(object, bucket.versioned);
  } catch (error) {
    await upload.discard();
    throw error;
  }
}

/** "If-None-Match: * … if the key already exists, the request fails with 412 Precondition Failed." */
function refuseIfPresent(store: ObjectStore, bucket: Bucket, request: S3Request): void {
  const condition = request.headers.get('if-none-match');
  if (request.headers.has('if-match') || (condition !== undefined && condition !== '*')) {
    throw new S3Error('NotImplemented', 'Of conditional writes, this S3 knows If-None-Match: * only.');
  }
  if (condition === '*' && store.latest(bucket.name, request.key)) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      Condition: 'If-None-Match',
    });
  }
}

function headersToKeep(request: S3Request): Record<string, string> {
  const encoding = (request.headers.get('content-encoding') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'aws-chunked')
    .join(',');
  return Object.fromEntries([
    ['content-type', request.headers.get('content-type') ?? 'binary/octet-stream'],
    ...[...request.headers].filter(([name]) => kept.includes(name) || name.startsWith('x-amz-meta-')),
    ...(encoding === '' ? [] : [['content-encoding', encoding]]),
  ]);
}
