import type { Bucket } from './bucket.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** Which bytes of which object are asked for, and the headers that go before them. */
export type Selection = {
  object: StoredObject;
  status: 200 | 206;
  start: number;
  end: number;
  headers: Record<string, string>;
};

/** `response-content-type=…` and its like replace a stored header; they count since they are signed. */
const overrides = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/**
 * GetObject and HeadObject: finds the object, or the version that is named, and the range.
 * @throws S3Error when there is none, or a condition or the range does not hold
 */
export function selectObject(store: ObjectStore, bucket: Bucket, request: S3Request): Selection {
  const object = findObject(store, bucket, request);
  const etag = `"${object.etag}"`;
  if (![undefined, '*', etag].includes(request.headers.get('if-match'))) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      Condition: 'If-Match',
    });
  }
  if ([etag, '*'].includes(request.headers.get('if-none-match') ?? ''))
    throw new S3Error('NotModified', 'Not Modified');
  const range = rangeOf(request.headers.get('range'), object.size);
  const replaced = overrides.flatMap((name) => {
    const value = request.parameters.get(`response-${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  return {
    object,
    status: range ? 206 : 200,
    start,
    end,
    headers: {
      ...object.headers,
      ...Object.fromEntries(replaced),
      ...(range
        ? { 'content-range': `bytes ${start}-${end}/${object.size}` }
        : checksumHeaders(object, request)),
      ...(object.versionId === undefined ? {} : { 'x-amz-version-id': object.versionId }),
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      etag,
      'last-modified': new Date(object.lastModifiedMs).toUTCString(),
      'x-amz-server-side-encryption': 'AES256',
    },
  };
}

function findObject(store: ObjectStore, bucket: Bucket, request: S3Request): StoredObject {
  const versionId = request.parameters.get('versionId');
  if (versionId !== undefined) {
    const version = store.version(bucket.name, request.key, versionId);
    if (version) return version;
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.', {
      Key: request.key,
      VersionId: versionId,
    });
  }
  const latest = store.latest(bucket.name, request.key);
  if (latest) return latest;
  throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: request.key });
}

/** A checksum is of the whole object, so it is not given with a part of it. */
function checksumHeaders(object: StoredObject, request: S3Request): Record<string, string> {
  if (request.headers.get('x-amz-checksum-mode')?.toUpperCase() !== 'ENABLED') return {};
  const headers = Object.entries(object.checksums).map(([name, value]) => [`x-amz-checksum-${name}`, value]);
  return headers.length === 0 ? {} : { ...Object.fromEntries(headers), 'x-amz-checksum-type': 'FULL_OBJECT' };
}

/** One range of bytes (RFC 9110, 14.1.2); S3 gives the whole object for what is no such range. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  if (start >= size || end < start) {
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
      RangeRequested: header ?? '',
      ActualObjectSize: String(size),
    });
  }
  return { start, end };
}
