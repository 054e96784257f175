import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Stack } from '../../local/stack.ts';
import { Bucket } from '../../shared/aws/bucket.ts';
import { catalogKeeper, publishedCatalogs } from '../../shared/aws/catalog-table.ts';
import { meetingTable } from '../../shared/aws/meeting-table.ts';
import { serviceCatalogs, serviceDocuments } from '../../shared/aws/service-catalogs.ts';
import { snapshotStore } from '../../shared/aws/snapshot-store.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { taskTable } from '../../shared/aws/task-table.ts';
import type { FreezeParts } from '../../shared/briefing/freeze-meeting.ts';

/** What the function that freezes is built from, over a running stack's own table and buckets. */
export type FreezeAccess = {
  parts: FreezeParts;
  /** The document of a version as the table keeps it, whatever the code brings. */
  keptCatalog: FreezeParts['catalogDocument'];
  close(): void;
};

export function freezeAccess(stack: Stack): FreezeAccess {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const credentials = { accessKeyId, secretAccessKey };
  const dynamodb = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
  const s3 = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
  const named = (type: string, part: string) =>
    stack.resources.list(type).find(({ physicalId }) => physicalId.includes(part))?.physicalId ?? '';
  const table = new Table(dynamodb, named('AWS::DynamoDB::Table', ''));
  const bucket = new Bucket(s3, named('AWS::S3::Bucket', '-snapshots-'));
  return {
    parts: {
      catalogs: serviceCatalogs(table),
      catalogDocument: serviceDocuments(table),
      keepCatalog: catalogKeeper(table),
      meetings: meetingTable(table),
      submissions: submissionTable(table),
      tasks: taskTable(table),
      snapshots: snapshotStore(bucket, table),
    },
    keptCatalog: publishedCatalogs(table).document,
    close() {
      dynamodb.destroy();
      s3.destroy();
    },
  };
}
