import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { account, region } from '../template/place.ts';
import { fits, isAllowed, PolicyDocument } from '../template/policy.ts';
import { nameOf, propertiesOf, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import type { Bucket } from './bucket.ts';
import type { StoredObject } from './object-store.ts';

const QueuePolicy = v.object({ Queues: v.array(v.string()), PolicyDocument });

/**
 * Holds each notification against the policies of its queue, as S3 does when it is configured: "Unable
 * to validate the following destination configurations" is what a deployment would end with.
 * @throws TemplateError that names the bucket
 */
export function checkNotifications(buckets: readonly Bucket[], resources: Resources): void {
  for (const { resource, arn, notifications } of buckets) {
    for (const { queueArn } of notifications) {
      const queue = resources.byArn(queueArn);
      if (queue?.type !== 'AWS::SQS::Queue') {
        throw new TemplateError(nameOf(resource), `notifies ${queueArn}, which is no queue of this template`);
      }
      const policies = resources
        .list('AWS::SQS::QueuePolicy')
        .map((policy) => ({ policy, ...propertiesOf(policy, QueuePolicy) }))
        .filter(({ Queues }) => Queues.includes(queue.physicalId));
      const asked = {
        principal: 's3.amazonaws.com',
        action: 'sqs:SendMessage',
        resource: queueArn,
        context: { 'aws:sourcearn': arn, 'aws:sourceaccount': account, 'aws:securetransport': 'true' },
      };
      // Without it, the bucket may be made before the policy, and S3 refuses the notification.
      const later = policies.find(
        ({ policy }) => policy.stack === resource.stack && !resource.dependsOn.includes(policy.logicalId),
      );
      if (later) {
        throw new TemplateError(
          nameOf(resource),
          `must depend on the queue policy ${later.policy.logicalId}`,
        );
      }
      const statements = policies.flatMap((one) => one.PolicyDocument.Statement);
      if (!isAllowed(statements, asked)) {
        throw new TemplateError(
          nameOf(resource),
          `the policy of queue ${nameOf(queue)} does not let s3.amazonaws.com send messages for this bucket`,
        );
      }
    }
  }
}

/** The message that S3 sends once when a notification is configured; consumers must bear it. */
export function testEvent(bucket: Bucket, time: string): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: time,
    Bucket: bucket.name,
    RequestId: requestId(),
    HostId: hostId(bucket.name),
  });
}

/** The queues to be told of a new object. */
export function destinations(bucket: Bucket, object: StoredObject): string[] {
  return bucket.notifications
    .filter(({ event }) => fits(event.replace(/^s3:/, ''), 'ObjectCreated:Put'))
    .filter(({ prefix, suffix }) => object.key.startsWith(prefix) && object.key.endsWith(suffix))
    .map(({ queueArn }) => queueArn);
}

/** The message for a new object, in S3's own shape ("Event message structure", version 2.1). */
export function createdEvent(bucket: Bucket, object: StoredObject, eventTime: string): string {
  return JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime,
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: `AWS:${account}` },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': requestId(), 'x-amz-id-2': hostId(object.body) },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: `${bucket.name}-uploads`,
          bucket: { name: bucket.name, ownerIdentity: { principalId: account }, arn: bucket.arn },
          object: {
            key: encodeKey(object.key),
            size: object.size,
            eTag: object.etag,
            ...(object.versionId === undefined ? {} : { versionId: object.versionId }),
            sequencer: object.sequencer,
          },
        },
      },
    ],
  });
}

/** "The object key name is URL-encoded": a space becomes `+`, a slash stays. */
function encodeKey(key: string): string {
  return key
    .split('/')
    .map((part) => new URLSearchParams([['', part]]).toString().slice(1))
    .join('/');
}

/** As S3 writes them: sixteen capitals and digits. */
export function requestId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
}

function hostId(seed: string): string {
  return createHash('sha512').update(seed).digest('base64');
}
