import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { Bucket } from '../shared/aws/bucket.ts';
import { calendarTable } from '../shared/aws/calendar-table.ts';
import { catalogKeeper } from '../shared/aws/catalog-table.ts';
import { eventAnnouncer } from '../shared/aws/event-announcer.ts';
import { meetingTable } from '../shared/aws/meeting-table.ts';
import { serviceCatalogs, serviceDocuments } from '../shared/aws/service-catalogs.ts';
import { snapshotStore } from '../shared/aws/snapshot-store.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { taskTable } from '../shared/aws/task-table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { freezeHandler } from '../shared/lambda/freeze.ts';

const environment = environmentOf('freeze', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const snapshots = snapshotStore(new Bucket(new S3Client(), environment.SNAPSHOTS_BUCKET), table);

export const handler = freezeHandler({
  catalogs: serviceCatalogs(table),
  catalogDocument: serviceDocuments(table),
  keepCatalog: catalogKeeper(table),
  meetings: meetingTable(table),
  submissions: submissionTable(table),
  tasks: taskTable(table),
  snapshots,
  records: calendarTable(table),
  announce: eventAnnouncer(new EventBridgeClient(), environment.EVENT_BUS),
  // Behind the freeze nothing is to be scheduled.
  schedules: null,
});
