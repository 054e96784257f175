import { Duration } from 'aws-cdk-lib';
import {
  calendarPartitions,
  frozenRecordPartitions,
  taskPartitions,
  tasksPartition,
} from '../shared/aws/keys.ts';
import { claimsOf } from './claims.ts';
import type { Freeze } from './freeze.ts';
import type { MeetingSchedules } from './meeting-schedules.ts';
import type { Remind } from './remind.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

/** The secretariat's calendar: meetings planned, moved and cancelled, their schedules with them, and their tasks. */
export class Meetings extends ServiceFunction<'meetings'> {
  constructor(
    service: ServiceStack,
    given: { table: Table; schedules: MeetingSchedules; freeze: Freeze; remind: Remind },
  ) {
    const { table, schedules, freeze, remind } = given;
    super(service, {
      name: 'meetings',
      description:
        'Plans, moves and cancels meetings for the secretariat, sets their schedules, and assigns tasks',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: table.tableName,
        ...schedules.variables,
        FREEZE_ARN: freeze.lambda.functionArn,
        REMIND_ARN: remind.lambda.functionArn,
      },
      memoryMB: 512,
      timeout: Duration.seconds(25),
      errorsHurt: 'The secretariat cannot plan, move or cancel a meeting, nor assign tasks.',
    });
    this.mayReadCatalog(table.tableArn);
    this.may(
      ['dynamodb:GetItem'],
      table.tableArn,
      onlyPartitions([...calendarPartitions, ...frozenRecordPartitions, ...taskPartitions]),
    );
    this.may(['dynamodb:Query'], table.tableArn, onlyPartitions([...calendarPartitions, tasksPartition]));
    const written = onlyPartitions([...calendarPartitions, ...taskPartitions]);
    this.may(['dynamodb:PutItem'], table.tableArn, written);
    schedules.mayBeKeptBy(this, ['scheduler:GetSchedule']);
  }
}
