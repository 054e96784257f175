import { Duration } from 'aws-cdk-lib';
import { stepPartitions } from '../shared/aws/keys.ts';
import type { Aggregate } from './aggregate.ts';
import type { EventBus } from './event-bus.ts';
import type { Freeze } from './freeze.ts';
import type { Identity } from './identity.ts';
import type { Mail } from './mail.ts';
import type { MeetingSchedules } from './meeting-schedules.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

type Given = {
  table: Table;
  identity: Identity;
  aggregate: Aggregate;
  schedules: MeetingSchedules;
  events: EventBus;
  mail: Mail;
  freeze: Freeze;
};

/** Tells people and other systems, when the calendar says, who still owes what; has figures aggregated behind the cut-off. */
export class Remind extends ServiceFunction<'remind'> {
  constructor(service: ServiceStack, given: Given) {
    const { table, identity, aggregate, schedules, events, mail, freeze } = given;
    super(service, {
      name: 'remind',
      description: 'Tells who owes a meeting what, by mail and as events, and the secretariat who is missing',
      environment: {
        TABLE_NAME: table.tableName,
        USER_POOL_ID: identity.pool.userPoolId,
        AGGREGATE_QUEUE_URL: aggregate.work.queue.queueUrl,
        MAIL_FROM: mail.from,
        EVENT_BUS: events.name,
        PORTAL_ORIGIN: service.settings.portalOrigin,
        ...schedules.variables,
        FREEZE_ARN: freeze.lambda.functionArn,
      },
      memoryMB: 512,
      // Some hundred mails one after the other; what is left when it is over, the next attempt sends.
      timeout: Duration.minutes(5),
      errorsHurt: 'Units that owe a report were not reminded, and a meeting may miss their figures.',
      deadLetters: schedules.deadLetters,
    });
    this.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], table.tableArn);
    this.may(['dynamodb:PutItem'], table.tableArn, onlyPartitions(stepPartitions));
    this.may(['cognito-idp:ListUsersInGroup'], identity.pool.userPoolArn);
    this.may(['sqs:SendMessage'], aggregate.work.queue.queueArn);
    mail.mayBeSentBy(this);
    events.mayBeToldBy(this);
    schedules.mayBeKeptBy(this);
    schedules.mayStart(this.lambda);
  }
}
