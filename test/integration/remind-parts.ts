import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Stack } from '../../local/stack.ts';
import { eventAnnouncer } from '../../shared/aws/event-announcer.ts';
import { meetingTable } from '../../shared/aws/meeting-table.ts';
import { sesPost } from '../../shared/aws/ses-post.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { toldTable } from '../../shared/aws/told-table.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { MeetingStore } from '../../shared/meetings/meeting.ts';
import { peopleIn } from '../../shared/meetings/recipients.ts';
import type { RemindParts } from '../../shared/meetings/remind-run.ts';
import { AccountsClient } from './accounts-client.ts';

/** What the function of the reminders is made of, in this process, on the services of a stack. */
export function remindPartsOf(
  stack: Stack,
  { from = 'diem-cau@dev.example', bus = 'diem-cau-dev' } = {},
): RemindParts & { meetings: MeetingStore } {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const client = (endpoint: string) => ({ region, endpoint, credentials: { accessKeyId, secretAccessKey } });
  const tableName = stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string;
  const table = new Table(new DynamoDBClient(client(endpoints.dynamodb)), tableName);
  return {
    catalog,
    portal: 'http://127.0.0.1:4800',
    submissions: submissionTable(table),
    tasksOf: async () => ({ tasks: [] }),
    people: () => peopleIn(new AccountsClient(stack).directory()),
    told: toldTable(table),
    post: sesPost(new SESv2Client(client(`${stack.url}/_local/ses`)), from),
    announce: eventAnnouncer(new EventBridgeClient(client(`${stack.url}/_local/eventbridge`)), bus),
    askAggregation: async () => undefined,
    meetings: meetingTable(table),
  };
}
