import { Duration } from 'aws-cdk-lib';
import { catalogPartitions, draftPartitions } from '../shared/aws/keys.ts';
import type { Aggregate } from './aggregate.ts';
import { claimsOf } from './claims.ts';
import type { PreviewCatalog } from './preview-catalog.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

/** The versions of the catalogue: read by everybody who has a token, drafted and published by the secretariat. */
export class Catalog extends ServiceFunction<'catalog'> {
  constructor(
    service: ServiceStack,
    given: { table: Table; aggregate: Aggregate; previewCatalog: PreviewCatalog },
  ) {
    super(service, {
      name: 'catalog',
      description: 'Reads, drafts and publishes the versions of the catalogue',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        PREVIEW_QUEUE_URL: given.previewCatalog.work.queue.queueUrl,
        AGGREGATE_QUEUE_URL: given.aggregate.work.queue.queueUrl,
      },
      memoryMB: 512,
      timeout: Duration.seconds(25),
      errorsHurt: 'The secretariat cannot change the catalogue: a new form or bound does not take effect.',
    });
    this.may(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'], given.table.tableArn);
    const written = onlyPartitions([...catalogPartitions, ...draftPartitions]);
    this.may(['dynamodb:PutItem'], given.table.tableArn, written);
    this.may(['sqs:SendMessage'], given.previewCatalog.work.queue.queueArn);
    this.may(['sqs:SendMessage'], given.aggregate.work.queue.queueArn);
  }
}
