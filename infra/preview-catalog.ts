import { Duration } from 'aws-cdk-lib';
import { contextPrefix, draftPartitions, reportPrefix, uploadPrefix } from '../shared/aws/keys.ts';
import { bucketArn } from './private-bucket.ts';
import type { Records } from './records.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import type { Uploads } from './uploads.ts';
import { WorkQueue } from './work-queue.ts';

/** A large file is read twice where it fails: under the draft and under its base. */
const timeout = Duration.minutes(4);

/** Reads standing reports again under a draft of the catalogue, so that what it would break is known before. */
export class PreviewCatalog extends ServiceFunction<'preview-catalog'> {
  /** Which draft is to be previewed, and which files are to be read under it. */
  readonly work: WorkQueue;

  constructor(service: ServiceStack, given: { table: Table; uploads: Uploads; records: Records }) {
    const work = new WorkQueue(service, 'PreviewCatalogWork', { timeout });
    super(service, {
      name: 'preview-catalog',
      description: 'Reads standing reports again under a draft of the catalogue',
      environment: {
        TABLE_NAME: given.table.tableName,
        UPLOADS_BUCKET: given.uploads.bucketName,
        RECORDS_BUCKET: given.records.bucketName,
        PREVIEW_QUEUE_URL: work.queue.queueUrl,
      },
      memoryMB: 1024,
      timeout,
      errorsHurt: 'The secretariat cannot publish a catalogue: which reports it would break is not known.',
    });
    this.work = work;
    this.may(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'], given.table.tableArn);
    this.may(['dynamodb:PutItem'], given.table.tableArn, onlyPartitions(draftPartitions));
    this.mayOnObjects(
      ['s3:GetObject', 's3:GetObjectVersion'],
      bucketArn(service.settings, 'uploads', `/${uploadPrefix}*`),
      'It reads whichever reports stand when a draft is previewed; their names were made when provinces asked for a ticket.',
    );
    for (const [prefix, what] of [
      [reportPrefix, 'what was found in'],
      [contextPrefix, 'what was compared with'],
    ] as const) {
      this.mayOnObjects(
        ['s3:GetObject'],
        bucketArn(service.settings, 'records', `/${prefix}*`),
        `It reads ${what} whichever reports stand when a draft is previewed.`,
      );
    }
    this.may(['sqs:SendMessage'], work.queue.queueArn);
    this.reads(work.queue, { batchSize: 1, atOnce: 10 });
    service.alarms.watchDeadLetters(
      'preview-catalog',
      work.deadLetters,
      'The preview of a draft of the catalogue does not end, so the secretariat cannot publish it.',
    );
    service.alarms.watchWaiting(
      'preview-catalog',
      work.queue,
      Duration.minutes(30),
      'The secretariat waits for more than half an hour to learn which reports a draft would break.',
    );
  }
}
