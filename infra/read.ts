import { Duration } from 'aws-cdk-lib';
import { evidencePrefix, publicLists, publicPartitions, uploadPrefix } from '../shared/aws/keys.ts';
import { claimsOf } from './claims.ts';
import { bucketArn } from './private-bucket.ts';
import type { Records } from './records.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { Snapshots } from './snapshots.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import type { Uploads } from './uploads.ts';

/** Answers everybody who has a token, each within what the token allows. */
export class Read extends ServiceFunction<'read'> {
  constructor(
    service: ServiceStack,
    given: { table: Table; uploads: Uploads; records: Records; snapshots: Snapshots },
  ) {
    super(service, {
      name: 'read',
      description: 'Answers questions about submissions, figures, meetings and where a figure comes from',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        UPLOADS_BUCKET: given.uploads.bucketName,
        RECORDS_BUCKET: given.records.bucketName,
        SNAPSHOTS_BUCKET: given.snapshots.bucketName,
      },
      memoryMB: 512,
      timeout: Duration.seconds(10),
      errorsHurt: 'Provinces, analysts and the secretariat cannot see reports, verdicts and figures.',
    });
    this.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], given.table.tableArn);
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'records', '/*'),
      'It reads the report and the lineage, and signs the URL of the marked workbook, of whichever submission a user asks about, once the token allows it.',
    );
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'uploads', `/${evidencePrefix}*`),
      'It signs the URL of whichever evidence file a user asks for, once the token allows it.',
    );
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'uploads', `/${uploadPrefix}*`),
      "It signs the URLs of a frozen meeting's raw files for the centre, so that anybody there can verify them.",
    );
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'snapshots', '/*'),
      "It reads the snapshot of whichever meeting is asked for; a snapshot's name is the hash of its content.",
    );
  }
}

/** Answers anybody, and can therefore read nothing but the partitions of public documents. */
export class ReadPublic extends ServiceFunction<'read-public'> {
  constructor(service: ServiceStack, given: { table: Table }) {
    super(service, {
      name: 'read-public',
      description: 'Answers questions about public figures, without a token',
      environment: { TABLE_NAME: given.table.tableName },
      memoryMB: 512,
      timeout: Duration.seconds(10),
      errorsHurt: 'The public and its dashboards cannot see the public figures.',
    });
    this.may(['dynamodb:GetItem'], given.table.tableArn, onlyPartitions(publicPartitions));
    this.may(['dynamodb:Query'], given.table.tableArn, onlyPartitions(publicLists));
  }
}
