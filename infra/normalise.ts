import { Duration } from 'aws-cdk-lib';
import { contextPrefix, reportPrefix, uploadPrefix } from '../shared/aws/keys.ts';
import { bucketArn } from './private-bucket.ts';
import type { Records } from './records.ts';
import { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import type { Uploads } from './uploads.ts';

/** Reads each uploaded file once and writes its observations, findings and lineage. */
export class Normalise extends ServiceFunction<'normalise'> {
  /** A large workbook takes seconds; the uploads queue hides a message for six times as long. */
  static readonly timeout = Duration.minutes(2);

  constructor(service: ServiceStack, given: { table: Table; uploads: Uploads; records: Records }) {
    super(service, {
      name: 'normalise',
      description: 'Reads an uploaded file, checks it and records its observations, findings and lineage',
      environment: {
        TABLE_NAME: given.table.tableName,
        UPLOADS_BUCKET: given.uploads.bucketName,
        RECORDS_BUCKET: given.records.bucketName,
      },
      memoryMB: 1024,
      timeout: Normalise.timeout,
      errorsHurt: 'Provinces that have sent a file wait for a verdict that does not come.',
    });
    this.may(
      ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      given.table.tableArn,
    );
    this.mayOnObjects(
      ['s3:GetObject', 's3:GetObjectVersion'],
      bucketArn(service.settings, 'uploads', `/${uploadPrefix}*`),
      'It reads whichever file a message announces; their names are made when provinces ask for a ticket.',
    );
    this.mayOnObjects(
      ['s3:PutObject'],
      bucketArn(service.settings, 'records', '/*'),
      "It writes the report, the lineage, the context and the marked workbook of each submission under that submission's id; the bucket holds nothing else.",
    );
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'records', `/${reportPrefix}*`),
      'It reads the report on whichever attempt came before, to say what was mended and what is new.',
    );
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'records', `/${contextPrefix}*`),
      'It reads what a file was held against when its reading began and has to be repeated.',
    );
    const { queue, deadLetters } = given.uploads.work;
    // One file a worker: a file that exhausts time or memory takes no other one with it. Twenty at once take up
    // the files of all 34 provinces at one deadline within moments.
    this.reads(queue, { batchSize: 1, atOnce: 20 });
    service.alarms.watchDeadLetters(
      'uploads',
      deadLetters,
      "A province's file could not be read after five tries: its report has no verdict and will get none by itself.",
    );
    service.alarms.watchWaiting(
      'uploads',
      queue,
      Duration.minutes(10),
      'Provinces wait for more than ten minutes for the verdict on a file that they have sent.',
    );
  }
}
