import { Aws, Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { frozenPartitions } from '../shared/aws/keys.ts';
import { catalog } from '../shared/catalog/catalog.ts';
import { freezeOf } from '../shared/catalog/meeting.ts';
import { timeZone } from '../shared/catalog/period.ts';
import { bucketArn } from './private-bucket.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { Snapshots } from './snapshots.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import { deadLetterQueue } from './work-queue.ts';

/** Fixes a meeting's figures at the time that the calendar says. */
export class Freeze extends ServiceFunction<'freeze'> {
  constructor(service: ServiceStack, given: { table: Table; snapshots: Snapshots }) {
    const deadLetters = freezeDeadLetters(service);
    super(service, {
      name: 'freeze',
      description: 'Freezes the figures of a meeting into an immutable snapshot',
      environment: { TABLE_NAME: given.table.tableName, SNAPSHOTS_BUCKET: given.snapshots.bucketName },
      memoryMB: 1024,
      timeout: Duration.minutes(2),
      errorsHurt: "The Committee's meeting is about to have no frozen figures.",
      deadLetters,
    });
    this.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], given.table.tableArn);
    this.may(['dynamodb:PutItem'], given.table.tableArn, onlyPartitions(frozenPartitions));
    this.mayOnObjects(
      ['s3:PutObject'],
      bucketArn(service.settings, 'snapshots', '/*'),
      "A snapshot's name is the hash of its content, so it is known only once the figures are frozen.",
    );
    service.alarms.watchDeadLetters(
      'freeze',
      deadLetters,
      "The Committee's meeting has no frozen figures and no briefing, and nothing will make them by itself.",
    );
    this.schedule(deadLetters, service.settings.meetingsFrom);
  }

  /** One schedule for each meeting of the catalogue that is to be frozen from a day on; each goes off once. */
  private schedule(deadLetters: Queue, from: string): void {
    const group = new CfnScheduleGroup(this, 'Meetings');
    const role = this.schedulerRole(group, deadLetters);
    for (const meeting of catalog.meetings.values()) {
      const { id } = meeting;
      const freeze = freezeOf(meeting);
      if (!freeze || freeze.runsAtLocal.slice(0, 10) < from) continue;
      new CfnSchedule(this, `Meeting-${id}`, {
        description: `Freezes the figures of meeting ${id}`,
        groupName: group.ref,
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
      }).node.addDependency(role);
    }
  }

  private schedulerRole(group: CfnScheduleGroup, deadLetters: Queue): Role {
    const role = new Role(this, 'SchedulerRole', {
      description: "Lets the meetings' schedules start the freeze, or say that they could not",
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnEquals: { 'aws:SourceArn': group.attrArn },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.lambda.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
    );
    return role;
  }
}

/**
 * Freezes that did not happen: the Scheduler's, when it could not start the function, and the function's
 * own, since the Scheduler does not wait for its answer.
 */
function freezeDeadLetters(service: ServiceStack): Queue {
  const queue = deadLetterQueue(service, 'FreezeDeadLetters');
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'It is itself a dead-letter queue, of schedules and of a function, which the rule does not look for.',
  });
  return queue;
}
