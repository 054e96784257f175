import type { Access } from '../access/access.ts';
import type { Asked } from '../access/json-calls.ts';
import type { Bucket } from './bucket.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';
import { accessKeyOf } from './signed-parts.ts';

/**
 * What a request asks to do ("Required permissions for Amazon S3 API operations"); a signed URL is a call
 * of whoever signed it. Undefined for what this subset does not do, which is refused after this.
 */
function askedOf({ method, key, parameters }: S3Request, bucket: Bucket): Asked | undefined {
  const object = `${bucket.arn}/${key}`;
  const isRead = method === 'GET' || method === 'HEAD';
  if (key === '') return isRead ? { action: 's3:ListBucket', resource: bucket.arn } : undefined;
  if (method === 'PUT') return { action: 's3:PutObject', resource: object };
  if (!isRead) return undefined;
  return { action: parameters.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject', resource: object };
}

/** Refuses what the caller's role does not allow. @throws S3Error AccessDenied, in AWS's words */
export function refuseForbidden(access: Access | undefined, request: S3Request, bucket: Bucket): void {
  const asked = askedOf(request, bucket);
  const denial = asked && access?.judge(accessKeyOf(request), asked.action, asked.resource);
  if (denial !== undefined) throw new S3Error('AccessDenied', denial);
}

/**
 * "If the object that you request doesn't exist … If you don't have the s3:ListBucket permission, Amazon
 * S3 returns an HTTP status code 403 Access Denied error" (GetObject and HeadObject, S3 API Reference).
 */
export function hideMissing(
  error: unknown,
  access: Access | undefined,
  request: S3Request,
  bucket: Bucket,
): unknown {
  const isMissing =
    error instanceof S3Error && (error.code === 'NoSuchKey' || error.code === 'NoSuchVersion');
  if (!isMissing || access === undefined) return error;
  if (access.may(accessKeyOf(request), 's3:ListBucket', bucket.arn)) return error;
  return new S3Error('AccessDenied', 'Access Denied');
}
