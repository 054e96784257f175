import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { draftTable } from '../shared/aws/draft-table.ts';
import { sendBatches } from '../shared/aws/send-batches.ts';
import { serviceCatalogs, serviceDocuments } from '../shared/aws/service-catalogs.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { catalogHandler } from '../shared/lambda/catalog.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';

const environment = environmentOf('catalog', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const catalogs = serviceCatalogs(table);
const sqs = new SQSClient();
const askPreviews = sendBatches(sqs, environment.PREVIEW_QUEUE_URL);

export const handler = catalogHandler(
  {
    catalogs,
    drafts: draftTable(table),
    documentNamed: serviceDocuments(table),
    submissions: submissionTable(table),
    askPreview: (message) => askPreviews([message]),
    askAggregations: sendBatches(sqs, environment.AGGREGATE_QUEUE_URL),
  },
  { catalogs, identify: identityReader(environment.CLAIMS) },
);
