import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { Bucket } from '../shared/aws/bucket.ts';
import { contextKey, evidenceKey, snapshotKey, uploadKey } from '../shared/aws/keys.ts';
import { meetingTable } from '../shared/aws/meeting-table.ts';
import { recordBucket } from '../shared/aws/record-bucket.ts';
import { rollupTable } from '../shared/aws/rollup-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { frozenDocuments, keptDocuments } from '../shared/aws/snapshot-store.ts';
import { keptPages, submissionTable } from '../shared/aws/submission-table.ts';
import { Table } from '../shared/aws/table.ts';
import { taskTable } from '../shared/aws/task-table.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { readHandler } from '../shared/lambda/read.ts';

const environment = environmentOf('read', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const s3 = new S3Client();
const recordObjects = new Bucket(s3, environment.RECORDS_BUCKET);
const records = recordBucket(recordObjects);
const snapshotObjects = new Bucket(s3, environment.SNAPSHOTS_BUCKET);
const uploads = new Bucket(s3, environment.UPLOADS_BUCKET);
const downloadSeconds = 300;

export const handler = readHandler(
  {
    submissions: submissionTable(table),
    tasks: taskTable(table),
    rollups: rollupTable(table),
    meetings: meetingTable(table),
    snapshots: frozenDocuments(table),
    report: records.report,
    sources: records.sources,
    keptDocuments: (hash) => keptDocuments(table, hash),
    keptPages: (id, groups) => keptPages(table, id, groups),
    fileAt: (id) => uploads.signGet(uploadKey(id), downloadSeconds),
    contextAt: (id) => recordObjects.signGet(contextKey(id), downloadSeconds),
    signSnapshot: (hash) => snapshotObjects.signGet(snapshotKey(hash), downloadSeconds),
    signMarkedGet: (id, fileName) => records.signMarkedGet(id, downloadSeconds, fileName),
    signEvidenceGet: (id, number, fileName) =>
      uploads.signGet(evidenceKey(id, number), downloadSeconds, fileName),
  },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
