import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { briefingStore } from '../shared/aws/briefing-store.ts';
import { Bucket } from '../shared/aws/bucket.ts';
import { meetingTable } from '../shared/aws/meeting-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { snapshotStore } from '../shared/aws/snapshot-store.ts';
import { Table } from '../shared/aws/table.ts';
import { briefingHandler } from '../shared/lambda/briefing.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';

const environment = environmentOf('briefing', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const bucket = new Bucket(new S3Client(), environment.SNAPSHOTS_BUCKET);

export const handler = briefingHandler(
  {
    meetings: meetingTable(table),
    snapshots: snapshotStore(bucket, table),
    briefings: briefingStore(bucket, table),
  },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
