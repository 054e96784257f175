import { Duration } from 'aws-cdk-lib';
import { uploadPrefix } from '../shared/aws/keys.ts';
import { claimsOf } from './claims.ts';
import { bucketArn } from './private-bucket.ts';
import { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import type { Uploads } from './uploads.ts';

/** Gives a ticket: a signed URL that admits one file. The URL can do what this function may do. */
export class OpenSubmission extends ServiceFunction<'open-submission'> {
  constructor(service: ServiceStack, given: { table: Table; uploads: Uploads }) {
    super(service, {
      name: 'open-submission',
      description: 'Opens a submission and signs the URL that its file is put to',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        UPLOADS_BUCKET: given.uploads.bucketName,
      },
      memoryMB: 512,
      timeout: Duration.seconds(10),
      errorsHurt: 'Provinces get no ticket and cannot send their reports.',
    });
    this.may(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], given.table.tableArn);
    this.mayOnObjects(
      ['s3:PutObject'],
      bucketArn(service.settings, 'uploads', `/${uploadPrefix}*`),
      'Each ticket names an object of its own below submissions/, made when a province asks; the URL it signs admits that one name only.',
    );
  }
}
