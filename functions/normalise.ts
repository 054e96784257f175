import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { Bucket } from '../shared/aws/bucket.ts';
import { deflateRaw } from '../shared/aws/deflate.ts';
import { inflateRaw } from '../shared/aws/inflate.ts';
import { uploadKey } from '../shared/aws/keys.ts';
import { recordBucket } from '../shared/aws/record-bucket.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { taskTable } from '../shared/aws/task-table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { normaliseHandler } from '../shared/lambda/normalise.ts';

const environment = environmentOf('normalise', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const s3 = new S3Client();
const uploads = new Bucket(s3, environment.UPLOADS_BUCKET);
const records = recordBucket(new Bucket(s3, environment.RECORDS_BUCKET));

export const handler = normaliseHandler({
  catalogs: serviceCatalogs(table),
  inflateRaw,
  deflateRaw,
  submissions: submissionTable(table),
  tasks: taskTable(table),
  openUpload: (id, versionId) => uploads.open(uploadKey(id), versionId),
  keepRecords: records.keep,
  keepContext: records.keepContext,
  report: records.report,
});
