import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CorsRule,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Settings } from './settings.ts';
import type { DataStack } from './stacks.ts';

/**
 * A bucket that nobody reaches without a signature and TLS, and that outlives its stack.
 *
 * Its name is made from the stage, the account and the region, so that policies can name its objects
 * before it exists: S3 tests the queue's policy while it creates the bucket, and a reference would go
 * round in a circle.
 */
export class PrivateBucket extends Bucket {
  constructor(data: DataStack, id: string, purpose: string, props: BucketProps = {}) {
    super(data, id, {
      bucketName: nameOf(data.settings, purpose),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
      lifecycleRules: [
        // Parts of an upload that was never finished are paid for and seen by nobody.
        { id: 'abort-unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(2) },
        ...(props.lifecycleRules ?? []),
      ],
    });
  }
}

/** Every reading and writing of the bucket is recorded in the bucket of access logs. */
export function recordedIn(accessLogs: Bucket, purpose: string): BucketProps {
  // The CDK's types are not written for exactOptionalPropertyTypes, hence the cast.
  return { serverAccessLogsBucket: accessLogs as IBucket, serverAccessLogsPrefix: `${purpose}/` };
}

/** The API redirects to signed GETs of the bucket's objects, which a page of the portal must be able to follow. */
export function readByPortal({ portalOrigin }: Settings): CorsRule {
  return { allowedMethods: [HttpMethods.GET], allowedOrigins: [portalOrigin], maxAge: 3600 };
}

/** Versions of a locked object can be deleted by nobody (`compliance`) or by a named right (`governance`). */
export function lockBySetting(settings: Settings): BucketProps {
  const lasting = Duration.days(settings.objectLockDays);
  if (settings.objectLock === 'off') return {};
  return {
    objectLockEnabled: true,
    objectLockDefaultRetention:
      settings.objectLock === 'compliance'
        ? ObjectLockRetention.compliance(lasting)
        : ObjectLockRetention.governance(lasting),
  };
}

/** The ARN of a bucket, or of its objects below a prefix, from its name alone. */
export function bucketArn(settings: Settings, purpose: string, objects = ''): string {
  return `arn:${Aws.PARTITION}:s3:::${nameOf(settings, purpose)}${objects}`;
}

function nameOf(settings: Settings, purpose: string): string {
  return `diem-cau-${settings.stage}-${purpose}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}
