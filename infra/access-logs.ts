import { Duration } from 'aws-cdk-lib';
import { PrivateBucket } from './private-bucket.ts';
import type { DataStack } from './stacks.ts';

/**
 * Who read or wrote which object, as S3 itself records it. The lines hold signed URLs, which have expired
 * long before S3 delivers them.
 */
export class AccessLogs extends PrivateBucket {
  constructor(data: DataStack) {
    super(data, 'AccessLogs', 'access-logs', {
      lifecycleRules: [{ id: 'expire', expiration: Duration.days(data.settings.accessLogRetentionDays) }],
    });
  }
}
