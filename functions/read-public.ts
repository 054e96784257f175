import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { meetingTable } from '../shared/aws/meeting-table.ts';
import { rollupTable } from '../shared/aws/rollup-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { frozenDocuments } from '../shared/aws/snapshot-store.ts';
import { Table } from '../shared/aws/table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { readPublicHandler } from '../shared/lambda/read-public.ts';

const environment = environmentOf('read-public', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);

export const handler = readPublicHandler(
  {
    rollups: rollupTable(table, { oneByOne: true }),
    meetings: meetingTable(table),
    snapshots: frozenDocuments(table),
  },
  serviceCatalogs(table),
);
