import { Aws, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../shared/lambda/environment.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import { deadLetterQueue } from './work-queue.ts';

/**
 * Where the steps of all meetings wait for their time: one group of one-time schedules, which the service makes,
 * moves and removes while it runs, the role that they all go off with, and the queue of what could not be started.
 */
export class MeetingSchedules extends Construct {
  readonly groupName: string;
  readonly role: Role;
  /** Steps that did not happen: the Scheduler's, and those of the functions, for whose answer it does not wait. */
  readonly deadLetters: Queue;

  constructor(service: ServiceStack) {
    super(service, 'MeetingSchedules');
    this.groupName = `diem-cau-${service.settings.stage}-meetings`;
    const group = new CfnScheduleGroup(this, 'Group', { name: this.groupName });
    this.deadLetters = this.queueWatchedBy(service);
    this.role = new Role(this, 'Role', {
      description: "Lets the meetings' schedules start their steps, or say that they could not",
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnEquals: { 'aws:SourceArn': group.attrArn },
        },
      }),
    });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] }),
    );
  }

  /** What a function that sets schedules must know of them. */
  get variables(): Record<'SCHEDULE_GROUP' | 'SCHEDULE_ROLE_ARN' | 'SCHEDULE_DEAD_LETTERS_ARN', string> {
    return {
      SCHEDULE_GROUP: this.groupName,
      SCHEDULE_ROLE_ARN: this.role.roleArn,
      SCHEDULE_DEAD_LETTERS_ARN: this.deadLetters.queueArn,
    };
  }

  /** Permits the schedules of the group to start a function. */
  mayStart(lambda: IFunction): void {
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }),
    );
  }

  /** Permits a function to make, move and remove schedules of this group, which go off with this role and no other. */
  mayBeKeptBy<F extends FunctionName>(
    keeper: ServiceFunction<F>,
    more: 'scheduler:GetSchedule'[] = [],
  ): void {
    keeper.mayOnObjects(
      ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule', ...more],
      `arn:${Aws.PARTITION}:scheduler:${Aws.REGION}:${Aws.ACCOUNT_ID}:schedule/${this.groupName}/*`,
      'Schedules are named after meetings and their steps, which the secretariat makes; the group holds nothing else.',
    );
    keeper.may(['iam:PassRole'], this.role.roleArn, {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
  }

  private queueWatchedBy({ alarms }: ServiceStack): Queue {
    const queue = deadLetterQueue(this, 'DeadLetters');
    // The queue is older than this group of schedules: under another id an upgrade would delete what waits in it.
    (queue.node.defaultChild as CfnQueue).overrideLogicalId('FreezeDeadLetters2FB4CF76');
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is itself a dead-letter queue, of schedules and of functions, which the rule does not look for.',
    });
    alarms.watchDeadLetters(
      'meetings',
      queue,
      'A step of a meeting did not happen: people were not reminded, or its figures are not frozen, and nothing will do it by itself.',
    );
    return queue;
  }
}
