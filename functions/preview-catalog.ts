import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Bucket } from '../shared/aws/bucket.ts';
import { draftTable } from '../shared/aws/draft-table.ts';
import { inflateRaw } from '../shared/aws/inflate.ts';
import { uploadKey } from '../shared/aws/keys.ts';
import { recordBucket } from '../shared/aws/record-bucket.ts';
import { sendBatches } from '../shared/aws/send-batches.ts';
import { submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { previewCatalogHandler } from '../shared/lambda/preview-catalog.ts';

const environment = environmentOf('preview-catalog', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const s3 = new S3Client();
const uploads = new Bucket(s3, environment.UPLOADS_BUCKET);
const records = recordBucket(new Bucket(s3, environment.RECORDS_BUCKET));

export const handler = previewCatalogHandler({
  drafts: draftTable(table),
  submissions: submissionTable(table),
  askPreviews: sendBatches(new SQSClient(), environment.PREVIEW_QUEUE_URL),
  inflateRaw,
  openUpload: (id, versionId) => uploads.open(uploadKey(id), versionId),
  context: records.context,
  report: records.report,
});
