import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { aggregationQueue } from '../shared/aws/aggregation-queue.ts';
import { evidenceKey } from '../shared/aws/keys.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { uploadTickets } from '../shared/aws/upload-ticket.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { workHandler } from '../shared/lambda/work.ts';

const environment = environmentOf('work-submission', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

export const handler = workHandler(
  {
    submissions: submissionTable(table),
    askAggregation: aggregationQueue(new SQSClient(), environment.AGGREGATE_QUEUE_URL),
    signEvidence: (id, number, file) =>
      uploadTickets(s3, environment.UPLOADS_BUCKET, () => evidenceKey(id, number))(id, file),
  },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
