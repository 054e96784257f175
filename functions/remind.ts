import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { aggregationQueue } from '../shared/aws/aggregation-queue.ts';
import { calendarTable } from '../shared/aws/calendar-table.ts';
import { eventAnnouncer } from '../shared/aws/event-announcer.ts';
import { meetingSchedules } from '../shared/aws/meeting-schedules.ts';
import { meetingTable } from '../shared/aws/meeting-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { sesPost } from '../shared/aws/ses-post.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { taskTable } from '../shared/aws/task-table.ts';
import { toldTable } from '../shared/aws/told-table.ts';
import { userPool } from '../shared/aws/user-pool.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { remindHandler } from '../shared/lambda/remind.ts';
import { schedulePlace } from '../shared/lambda/schedule-place.ts';
import { peopleIn } from '../shared/meetings/recipients.ts';

const environment = environmentOf('remind', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const directory = userPool(new CognitoIdentityProviderClient(), environment.USER_POOL_ID);
const scheduler = new SchedulerClient();
// SES takes a few mails a second from a young account: what it throttles is sent again, with growing waits.
const ses = new SESv2Client({ maxAttempts: 10 });

export const handler = remindHandler({
  catalogs: serviceCatalogs(table),
  submissions: submissionTable(table),
  tasks: taskTable(table),
  meetings: meetingTable(table),
  records: calendarTable(table),
  schedules: (own) => meetingSchedules(scheduler, schedulePlace({ ...environment, REMIND_ARN: own })),
  people: () => peopleIn(directory),
  told: toldTable(table),
  post: sesPost(ses, environment.MAIL_FROM),
  announce: eventAnnouncer(new EventBridgeClient(), environment.EVENT_BUS),
  askAggregation: aggregationQueue(new SQSClient(), environment.AGGREGATE_QUEUE_URL),
  portal: environment.PORTAL_ORIGIN,
});
