import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { OpenParts, Ticket } from '../submissions/open-submission.ts';
import { uploadKey } from './keys.ts';

const expiresInSeconds = 15 * 60;

/**
 * Signs the PUT of one file: that key, that length, that SHA-256, that type, and only while nothing is
 * there (`If-None-Match: *`). A digest or a type binds only as a signed header, so none of them may be
 * hoisted into the query, where S3 does not enforce them.
 * The client must be made with `requestChecksumCalculation: 'WHEN_REQUIRED'`: otherwise the SDK signs the
 * CRC32 of an empty body into the URL.
 */
export function uploadTickets(
  client: S3Client,
  bucket: string,
  keyOf: (id: string) => string = uploadKey,
): OpenParts['signPut'] {
  return async (id, file): Promise<Ticket> => {
    const headers = {
      'content-type': file.contentType,
      'if-none-match': '*',
      'x-amz-checksum-sha256': Buffer.from(file.sha256, 'hex').toString('base64'),
    };
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: keyOf(id),
      ContentLength: file.bytes,
      ContentType: headers['content-type'],
      IfNoneMatch: headers['if-none-match'],
      ChecksumSHA256: headers['x-amz-checksum-sha256'],
    });
    const signedAt = Date.now();
    const url = await getSignedUrl(client, command, {
      expiresIn: expiresInSeconds,
      signingDate: new Date(signedAt),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'if-none-match']),
      signableHeaders: new Set(['host', 'content-length', ...Object.keys(headers)]),
    });
    const expiresAt = new Date(signedAt + expiresInSeconds * 1000).toISOString();
    return { method: 'PUT', url, headers: { ...headers, 'content-length': String(file.bytes) }, expiresAt };
  };
}
