import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { bytesOf, digested, textOf } from './table.ts';

/** A document as the table keeps it and the API sends it: a gzip body made ahead, and its strong ETag. */
export type SentDocument = { gzip: Uint8Array; etag: string };

/** The attributes of a document's item. */
export function documentAttributes(document: object): Record<string, AttributeValue> {
  const body = JSON.stringify(document);
  const etag = createHash('sha256').update(body).digest('base64url');
  return { ...digested('body', gzipSync(body)), etag: { S: etag } };
}

/** The document in an item; undefined when there is no item. */
export function documentIn(item: Record<string, AttributeValue> | undefined): SentDocument | undefined {
  return item && { gzip: bytesOf(item, 'body'), etag: textOf(item, 'etag') };
}
