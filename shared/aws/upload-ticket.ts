import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { OpenParts, Ticket } from '../submissions/open-submission.ts';
import { uploadKey } from './keys.ts';

const longestSeconds = 15 * 60;

/**
 * Signs the PUT of one file: that key, that length, that SHA-256, that type, and only while nothing is
 * there (`If-None-Match: *`). A digest or a type binds only as a signed header, so none of them may be
 * hoisted into the query, where S3 does not enforce them.
 * The client must be made with `requestChecksumCalculation: 'WHEN_REQUIRED'`: otherwise the SDK signs the
 * CRC32 of an empty body into the URL.
 * @param nowMs real time, by which S3 judges signatures, whatever the business time is
 * @throws Error when the signing credentials have ended: what they sign would be refused
 */
export function uploadTickets(
  client: S3Client,
  bucket: string,
  keyOf: (id: string) => string = uploadKey,
  nowMs: () => number = Date.now,
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
    const { expiration } = await client.config.credentials();
    const { signingDate, expiresIn, expiresAt } = validityOf(nowMs(), expiration);
    const url = await getSignedUrl(client, command, {
      expiresIn,
      signingDate,
      unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'if-none-match']),
      signableHeaders: new Set(['host', 'content-length', ...Object.keys(headers)]),
    });
    return { method: 'PUT', url, headers: { ...headers, 'content-length': String(file.bytes) }, expiresAt };
  };
}

/**
 * For how long a signature is good: 15 minutes, or until its credentials end, when that is known and sooner
 * ("If you created a presigned URL using a temporary token, then the URL expires when the token expires").
 * A signature's date has whole seconds, so the time is counted from the second in which it was made.
 * @param nowMs real time
 * @throws Error when the credentials have ended
 */
export function validityOf(
  nowMs: number,
  credentialsEnd: Date | undefined,
): { signingDate: Date; expiresIn: number; expiresAt: string } {
  const signedMs = Math.floor(nowMs / 1000) * 1000;
  const left = credentialsEnd === undefined ? longestSeconds : (credentialsEnd.getTime() - signedMs) / 1000;
  const expiresIn = Math.min(longestSeconds, Math.floor(left));
  if (expiresIn < 1) throw new Error('upload ticket: the credentials that would sign it have ended');
  return {
    signingDate: new Date(signedMs),
    expiresIn,
    expiresAt: new Date(signedMs + expiresIn * 1000).toISOString(),
  };
}
