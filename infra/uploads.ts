import { Aws, type Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { CfnQueuePolicy, Queue } from 'aws-cdk-lib/aws-sqs';
import { evidencePrefix, uploadPrefix } from '../shared/aws/keys.ts';
import type { AccessLogs } from './access-logs.ts';
import { bucketArn, lockBySetting, PrivateBucket, readByPortal, recordedIn } from './private-bucket.ts';
import type { DataStack } from './stacks.ts';
import { WorkQueue } from './work-queue.ts';

/** The files as provinces sent them, kept for ever, and the queue in which each one is announced. */
export class Uploads extends PrivateBucket {
  readonly work: WorkQueue;

  constructor(data: DataStack, given: { accessLogs: AccessLogs; readerTimeout: Duration }) {
    super(data, 'Uploads', 'uploads', {
      versioned: true,
      ...lockBySetting(data.settings),
      ...recordedIn(given.accessLogs, 'uploads'),
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [data.settings.portalOrigin],
          // The headers that a ticket signs; a browser asks before it sends them.
          allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
          exposedHeaders: ['ETag', 'x-amz-version-id'],
          maxAge: 3600,
        },
        // Evidence.
        readByPortal(data.settings),
      ],
    });
    // The same stack as the bucket: across stacks the two would refer to each other in a circle.
    this.work = new WorkQueue(data, 'UploadsWork', { timeout: given.readerTimeout });
    this.announceTo(this.work.queue);
  }

  /**
   * Written at the lowest level, since `addEventNotification` brings a custom resource. S3 tries to send
   * while the configuration is made, so the queue must admit it first.
   */
  private announceTo(queue: Queue): void {
    const { settings } = this.stack as DataStack;
    queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheUploadsBucketAnnounces',
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: {
          ArnEquals: { 'aws:SourceArn': bucketArn(settings, 'uploads') },
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        },
      }),
    );
    const bucket = this.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = {
      queueConfigurations: [uploadPrefix, evidencePrefix].map((value) => ({
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value }] } },
      })),
    };
    bucket.addResourceDependency(queue.node.findChild('Policy').node.defaultChild as CfnQueuePolicy);
  }
}
