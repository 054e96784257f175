import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { uploadTickets } from '../shared/aws/upload-ticket.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { openHandler } from '../shared/lambda/open.ts';

const environment = environmentOf('open-submission', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const submissions = submissionTable(table);
const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
const signPut = uploadTickets(s3, environment.UPLOADS_BUCKET);

export const handler = openHandler(
  { submissions, signPut },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
