import { Duration } from 'aws-cdk-lib';
import type { Aggregate } from './aggregate.ts';
import { claimsOf } from './claims.ts';
import { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

/** The approver's confirmation: from now on this version stands for its unit, form and period. */
export class SignSubmission extends ServiceFunction<'sign-submission'> {
  constructor(service: ServiceStack, given: { table: Table; aggregate: Aggregate }) {
    super(service, {
      name: 'sign-submission',
      description: 'Makes a submission the standing one of its slot and asks for its period to be recomputed',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        AGGREGATE_QUEUE_URL: given.aggregate.work.queue.queueUrl,
      },
      memoryMB: 512,
      timeout: Duration.seconds(10),
      errorsHurt: "Approvers cannot sign, and their province's report does not count.",
    });
    this.may(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], given.table.tableArn);
    this.may(['sqs:SendMessage'], given.aggregate.work.queue.queueArn);
  }
}
