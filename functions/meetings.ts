import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { calendarTable } from '../shared/aws/calendar-table.ts';
import { meetingSchedules } from '../shared/aws/meeting-schedules.ts';
import { meetingTable } from '../shared/aws/meeting-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { frozenDocuments } from '../shared/aws/snapshot-store.ts';
import { Table } from '../shared/aws/table.ts';
import { taskTable } from '../shared/aws/task-table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { meetingsHandler } from '../shared/lambda/meetings.ts';
import { schedulePlace } from '../shared/lambda/schedule-place.ts';

const environment = environmentOf('meetings', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const snapshots = frozenDocuments(table);

export const handler = meetingsHandler(
  {
    meetings: meetingTable(table),
    tasks: taskTable(table),
    records: calendarTable(table),
    schedules: meetingSchedules(new SchedulerClient(), schedulePlace(environment)),
    isFrozen: async (meeting) => (await snapshots.frozen(meeting)) !== undefined,
  },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
