import type { Access } from '../access/access.ts';
import type { BusinessState } from '../business-state.ts';
import type { Log } from '../log.ts';
import { bucketOf } from '../s3/bucket.ts';
import { checkNotifications, testEvent } from '../s3/notifications.ts';
import { type S3, startS3 } from '../s3/s3.ts';
import type { Resources } from '../template/resources.ts';
import { createTables, type DynamoDb, startDynamoDb } from './dynamodb.ts';
import { createQueues } from './queues.ts';
import { type Sqs, startSqs } from './sqs.ts';

/** The services below the functions. */
export type Services = { access: Access; sqs: Sqs; dynamodb: DynamoDb; s3: S3 };

/** Starts SQS, DynamoDB and S3, each of which asks `access` before it does anything. */
export async function startServices(
  access: Access,
  state: BusinessState,
  inData: (name: string) => string | undefined,
  log: Log,
  closing: AsyncDisposableStack,
): Promise<Services> {
  const sqs = await startSqs(state.clock, access, inData('sqs'));
  closing.defer(sqs.stop);
  const dynamodb = await startDynamoDb(access, inData('dynamodb'));
  closing.defer(dynamodb.stop);
  const s3 = await startS3({
    credentials: access.keys.credentials,
    access,
    clock: state.clock,
    notify: (queueArn, message) => sqs.send(queueArn, message),
    folder: inData('s3'),
    complain: (error) => log('stack', 'stderr', String(error)),
  });
  closing.defer(s3.stop);
  return { access, sqs, dynamodb, s3 };
}

/**
 * Makes the tables, queues and buckets of the template, or finds them again.
 * @throws TemplateError when one asks for what does not run here, or AWS would refuse its wiring
 */
export async function makeResources(
  resources: Resources,
  services: Services,
  state: BusinessState,
): Promise<void> {
  const { access, sqs, dynamodb, s3 } = services;
  await createTables(dynamodb.url, access.keys.user.accessKeyId, resources.list('AWS::DynamoDB::Table'));
  createQueues(sqs, resources.list('AWS::SQS::Queue'));
  const buckets = resources.list('AWS::S3::Bucket').map(bucketOf);
  checkNotifications(buckets, resources);
  for (const bucket of buckets) {
    s3.buckets.set(bucket.name, bucket);
    if (state.announced.has(bucket.name)) continue;
    for (const { queueArn } of bucket.notifications) sqs.send(queueArn, testEvent(bucket, state.clock.now()));
    state.announced.add(bucket.name);
  }
}
