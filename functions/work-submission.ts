import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { aggregationQueue } from '../shared/aws/aggregation-queue.ts';
import { evidenceKey } from '../shared/aws/keys.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { uploadTickets } from '../shared/aws/upload-ticket.ts';
import { catalog } from '../shared/catalog/catalog.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { workHandler } from '../shared/lambda/work.ts';

const environment = environmentOf('work-submission', process.env);
const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

export const handler = workHandler(
  {
    catalog,
    submissions: submissionTable(new Table(new DynamoDBClient(), environment.TABLE_NAME)),
    askAggregation: aggregationQueue(new SQSClient(), environment.AGGREGATE_QUEUE_URL),
    signEvidence: (id, number, file) =>
      uploadTickets(s3, environment.UPLOADS_BUCKET, () => evidenceKey(id, number))(id, file),
  },
  identityReader(environment.CLAIMS, catalog),
);
