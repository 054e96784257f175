import { Duration } from 'aws-cdk-lib';
import {
  frozenPartitions,
  keptCatalogPartitions,
  stepPartitions,
  taskPartitions,
} from '../shared/aws/keys.ts';
import type { EventBus } from './event-bus.ts';
import type { MeetingSchedules } from './meeting-schedules.ts';
import { bucketArn } from './private-bucket.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { Snapshots } from './snapshots.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

/** Fixes a meeting's figures at the time that the calendar says. */
export class Freeze extends ServiceFunction<'freeze'> {
  constructor(
    service: ServiceStack,
    given: { table: Table; snapshots: Snapshots; schedules: MeetingSchedules; events: EventBus },
  ) {
    super(service, {
      name: 'freeze',
      description: 'Freezes the figures of a meeting into an immutable snapshot',
      environment: {
        TABLE_NAME: given.table.tableName,
        SNAPSHOTS_BUCKET: given.snapshots.bucketName,
        EVENT_BUS: given.events.name,
      },
      memoryMB: 1024,
      timeout: Duration.minutes(2),
      errorsHurt: "The Committee's meeting is about to have no frozen figures.",
      deadLetters: given.schedules.deadLetters,
    });
    this.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], given.table.tableArn);
    this.may(['dynamodb:Query'], given.table.tableArn, onlyPartitions(taskPartitions));
    this.may(
      ['dynamodb:PutItem'],
      given.table.tableArn,
      onlyPartitions([...frozenPartitions, ...stepPartitions, ...taskPartitions, ...keptCatalogPartitions]),
    );
    this.mayOnObjects(
      ['s3:PutObject', 's3:GetObject'],
      bucketArn(service.settings, 'snapshots', '/*'),
      "A snapshot's name is the hash of its manifest, so it is known only once the figures are frozen; that of the meeting before is read to tell what changed since.",
    );
    given.events.mayBeToldBy(this);
    given.schedules.mayStart(this.lambda);
  }
}
