import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { AccessLogs } from './access-logs.ts';
import { PrivateBucket, recordedIn } from './private-bucket.ts';
import type { DataStack } from './stacks.ts';

/**
 * The portal as it was built: files for everybody, in a bucket that nobody reaches but CloudFront. `npm run deploy:web`
 * puts them there.
 */
export class PortalFiles extends PrivateBucket {
  constructor(data: DataStack, given: { accessLogs: AccessLogs }) {
    super(data, 'PortalFiles', 'portal', { versioned: true, ...recordedIn(given.accessLogs, 'portal') });
    // By account, not by distribution: that one stands in the other stack, and names this bucket
    // (docs/decisions/101-the-portal-in-aws.md).
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudFrontOfThisAccountReads',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.arnForObjects('*')],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
