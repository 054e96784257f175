import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { rollupTable } from '../shared/aws/rollup-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { aggregateHandler } from '../shared/lambda/aggregate.ts';
import { environmentOf } from '../shared/lambda/environment.ts';

const environment = environmentOf('aggregate', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);

export const handler = aggregateHandler({
  catalogs: serviceCatalogs(table),
  submissions: submissionTable(table),
  rollups: rollupTable(table),
});
