import { Duration } from 'aws-cdk-lib';
import { evidencePrefix } from '../shared/aws/keys.ts';
import type { Aggregate } from './aggregate.ts';
import { claimsOf } from './claims.ts';
import { bucketArn } from './private-bucket.ts';
import { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import type { Uploads } from './uploads.ts';

/** What people do about a submission beside sending and signing it: questions, evidence, withdrawal, time, decisions on units. */
export class WorkSubmission extends ServiceFunction<'work-submission'> {
  constructor(service: ServiceStack, given: { table: Table; uploads: Uploads; aggregate: Aggregate }) {
    super(service, {
      name: 'work-submission',
      description: 'Takes questions, answers, evidence, withdrawals, extensions and decisions on units',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        UPLOADS_BUCKET: given.uploads.bucketName,
        AGGREGATE_QUEUE_URL: given.aggregate.work.queue.queueUrl,
      },
      memoryMB: 512,
      timeout: Duration.seconds(10),
      errorsHurt:
        'Analysts cannot ask, and provinces cannot answer, attach evidence or withdraw a wrong report.',
    });
    this.may(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], given.table.tableArn);
    this.may(['sqs:SendMessage'], given.aggregate.work.queue.queueArn);
    this.mayOnObjects(
      ['s3:PutObject'],
      bucketArn(service.settings, 'uploads', `/${evidencePrefix}*`),
      'Each ticket names an object of its own below evidence/, made when somebody attaches a file; the URL it signs admits that one name only.',
    );
  }
}
