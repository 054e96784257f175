import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { aggregationQueue } from '../shared/aws/aggregation-queue.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { signHandler } from '../shared/lambda/sign.ts';

const environment = environmentOf('sign-submission', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const submissions = submissionTable(table);
const askAggregation = aggregationQueue(new SQSClient(), environment.AGGREGATE_QUEUE_URL);

export const handler = signHandler(
  { submissions, askAggregation },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
