import { Duration } from 'aws-cdk-lib';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { frozenPartitions } from '../shared/aws/keys.ts';
import { catalog } from '../shared/catalog/catalog.ts';
import { freezeOf } from '../shared/catalog/meeting.ts';
import { timeZone } from '../shared/catalog/period.ts';
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
    given: { table: Table; snapshots: Snapshots; schedules: MeetingSchedules },
  ) {
    super(service, {
      name: 'freeze',
      description: 'Freezes the figures of a meeting into an immutable snapshot',
      environment: { TABLE_NAME: given.table.tableName, SNAPSHOTS_BUCKET: given.snapshots.bucketName },
      memoryMB: 1024,
      timeout: Duration.minutes(2),
      errorsHurt: "The Committee's meeting is about to have no frozen figures.",
      deadLetters: given.schedules.deadLetters,
    });
    this.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], given.table.tableArn);
    this.may(['dynamodb:PutItem'], given.table.tableArn, onlyPartitions(frozenPartitions));
    this.mayOnObjects(
      ['s3:PutObject', 's3:GetObject'],
      bucketArn(service.settings, 'snapshots', '/*'),
      "A snapshot's name is the hash of its manifest, so it is known only once the figures are frozen; that of the meeting before is read to tell what changed since.",
    );
    given.schedules.mayStart(this.lambda);
    this.schedule(given.schedules, service.settings.meetingsFrom);
  }

  /** One schedule for each meeting of the catalogue that is to be frozen from a day on; each goes off once. */
  private schedule(schedules: MeetingSchedules, from: string): void {
    const { groupName, role, deadLetters } = schedules;
    for (const meeting of catalog.meetings.values()) {
      const { id } = meeting;
      const freeze = freezeOf(meeting);
      if (!freeze || freeze.runsAtLocal.slice(0, 10) < from) continue;
      new CfnSchedule(this, `Meeting-${id}`, {
        description: `Freezes the figures of meeting ${id}`,
        groupName,
        scheduleExpression: `at(${freeze.runsAtLocal})`,
        scheduleExpressionTimezone: timeZone,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: this.lambda.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify({ meeting: id, scheduledTime: '<aws.scheduler.scheduled-time>' }),
          retryPolicy: { maximumEventAgeInSeconds: 6 * 60 * 60, maximumRetryAttempts: 60 },
          deadLetterConfig: { arn: deadLetters.queueArn },
        },
      }).node.addDependency(schedules);
    }
  }
}
