import type { Bucket } from './bucket.ts';
import type { ObjectStore } from './object-store.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';
import { type XmlTree, xmlDocument } from './xml.ts';

const mostKeys = 1000;

/**
 * ListObjectsV2: keys in UTF-8 order, by prefix and delimiter, in pages.
 * @throws S3Error when a parameter is wrong
 */
export function listObjects(store: ObjectStore, bucket: Bucket, request: S3Request): string {
  const get = (name: string) => request.parameters.get(name);
  const prefix = get('prefix') ?? '';
  const delimiter = get('delimiter') ?? '';
  const asked = Number(get('max-keys') ?? mostKeys);
  if (!Number.isInteger(asked) || asked < 0)
    throw new S3Error('InvalidArgument', 'max-keys must be an integer');
  const maxKeys = Math.min(asked, mostKeys);
  const token = get('continuation-token');
  const after = token === undefined ? get('start-after') : Buffer.from(token, 'base64url').toString();
  const encode = (text: string) => (get('encoding-type') === 'url' ? encodeURIComponent(text) : text);

  const contents: XmlTree[] = [];
  const common: string[] = [];
  let lastSeen = '';
  let truncated = false;
  for (const object of store.list(bucket.name)) {
    if (!object.key.startsWith(prefix)) continue;
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const entry = cut < 0 ? object.key : object.key.slice(0, cut + delimiter.length);
    if (after !== undefined && !isAfter(entry, after)) continue;
    if (cut >= 0 && common.at(-1) === entry) continue;
    truncated = contents.length + common.length >= maxKeys;
    if (truncated) break;
    lastSeen = entry;
    if (cut >= 0) common.push(entry);
    else {
      contents.push({
        Key: encode(object.key),
        LastModified: new Date(object.lastModifiedMs).toISOString(),
        ETag: `"${object.etag}"`,
        Size: object.size,
        StorageClass: 'STANDARD',
      });
    }
  }
  const more = truncated && maxKeys > 0;
  return xmlDocument({
    'ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"': {
      Name: bucket.name,
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      MaxKeys: maxKeys,
      EncodingType: get('encoding-type'),
      KeyCount: contents.length + common.length,
      IsTruncated: more,
      ContinuationToken: token,
      NextContinuationToken: more ? Buffer.from(lastSeen).toString('base64url') : undefined,
      StartAfter: get('start-after'),
      Contents: contents,
      CommonPrefixes: common.map((one) => ({ Prefix: encode(one) })),
    },
  });
}

function isAfter(key: string, other: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
}
