import { Duration } from 'aws-cdk-lib';
import { briefedPartitions, briefingPartitions, briefingPrefix, snapshotPrefix } from '../shared/aws/keys.ts';
import { claimsOf } from './claims.ts';
import { bucketArn } from './private-bucket.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { Snapshots } from './snapshots.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

/** Makes the files of a meeting's briefing from its snapshot, once each, and sends their readers to them. */
export class Briefing extends ServiceFunction<'briefing'> {
  constructor(service: ServiceStack, given: { table: Table; snapshots: Snapshots }) {
    super(service, {
      name: 'briefing',
      description: "Makes a meeting's briefing from its frozen snapshot, and redirects to its files",
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        SNAPSHOTS_BUCKET: given.snapshots.bucketName,
      },
      // It needs less than 512 MB (`npm run bench`); laying out takes processor time, which comes with memory.
      memoryMB: 1024,
      timeout: Duration.seconds(25),
      errorsHurt: "Nobody can get the briefing of the Committee's meeting.",
    });
    this.may(['dynamodb:GetItem'], given.table.tableArn, onlyPartitions(briefedPartitions));
    this.may(['dynamodb:PutItem'], given.table.tableArn, onlyPartitions(briefingPartitions));
    this.mayOnObjects(
      ['s3:GetObject'],
      bucketArn(service.settings, 'snapshots', `/${snapshotPrefix}*`),
      "It reads the snapshot of whichever meeting is asked for; a snapshot's name is the hash of its content.",
    );
    this.mayOnObjects(
      ['s3:GetObject', 's3:PutObject'],
      bucketArn(service.settings, 'snapshots', `/${briefingPrefix}*`),
      "It keeps the files of whichever meeting's briefing is asked for, under the name of the snapshot, and signs their URLs.",
    );
  }
}
