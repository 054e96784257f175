import { randomBytes } from 'node:crypto';
import type { BusinessState } from '../business-state.ts';
import type { FunctionCredentials } from '../lambda/function-environment.ts';
import type { Log } from '../log.ts';
import { bucketOf } from '../s3/bucket.ts';
import { checkNotifications, testEvent } from '../s3/notifications.ts';
import { type S3, startS3 } from '../s3/s3.ts';
import type { Resources } from '../template/resources.ts';
import { createTables, type DynamoDb, startDynamoDb } from './dynamodb.ts';
import { createQueues } from './queues.ts';
import { type Sqs, startSqs } from './sqs.ts';

/** The services below the functions, and the two keys that they know. */
export type Services = {
  sqs: Sqs;
  dynamodb: DynamoDb;
  s3: S3;
  /** For whoever started the stack. */
  user: { accessKeyId: string; secretAccessKey: string };
  /** For the functions. */
  role: FunctionCredentials;
};

/** Starts SQS, DynamoDB and S3; keys are new at each start. */
export async function startServices(
  state: BusinessState,
  inData: (name: string) => string | undefined,
  log: Log,
  closing: AsyncDisposableStack,
): Promise<Services> {
  const user = { accessKeyId: newKeyId('AKIA'), secretAccessKey: newSecret(30) };
  const role = {
    accessKeyId: newKeyId('ASIA'),
    secretAccessKey: newSecret(30),
    sessionToken: newSecret(48),
  };
  const credentials = new Map([
    [user.accessKeyId, { secretAccessKey: user.secretAccessKey }],
    [role.accessKeyId, { secretAccessKey: role.secretAccessKey, sessionToken: role.sessionToken }],
  ]);
  const knownKeys = new Set(credentials.keys());
  const sqs = await startSqs(state.clock, knownKeys, inData('sqs'));
  closing.defer(sqs.stop);
  const dynamodb = await startDynamoDb(knownKeys, inData('dynamodb'));
  closing.defer(dynamodb.stop);
  const s3 = await startS3({
    credentials,
    clock: state.clock,
    notify: (queueArn, message) => sqs.send(queueArn, message),
    folder: inData('s3'),
    complain: (error) => log('stack', 'stderr', String(error)),
  });
  closing.defer(s3.stop);
  return { sqs, dynamodb, s3, user, role };
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
  const { sqs, dynamodb, s3, user } = services;
  await createTables(dynamodb.url, user.accessKeyId, resources.list('AWS::DynamoDB::Table'));
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

/** Twenty capitals and digits, as in AWS's own key ids. */
function newKeyId(prefix: 'AKIA' | 'ASIA'): string {
  return prefix + randomBytes(8).toString('hex').toUpperCase();
}

function newSecret(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}
