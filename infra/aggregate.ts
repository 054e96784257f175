import { Duration } from 'aws-cdk-lib';
import { aggregatedPartitions } from '../shared/aws/keys.ts';
import { onlyPartitions, ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.minutes(1);
/** Signatures that come within a second share one computation of their period. */
const batchingWindow = Duration.seconds(1);

/** Recomputes a period's totals, scores and ranks whenever a submission is signed. */
export class Aggregate extends ServiceFunction<'aggregate'> {
  /** Which period is to be recomputed. Losing one leaves the period stale until its next signature; the freeze reads slots. */
  readonly work: WorkQueue;

  constructor(service: ServiceStack, given: { table: Table }) {
    super(service, {
      name: 'aggregate',
      description: "Recomputes a period's totals, scores, ranks and coverage",
      environment: { TABLE_NAME: given.table.tableName },
      memoryMB: 1024,
      timeout,
      errorsHurt: 'Everybody who reads provisional figures sees old totals and ranks.',
    });
    this.may(['dynamodb:BatchGetItem'], given.table.tableArn);
    this.may(['dynamodb:PutItem'], given.table.tableArn, onlyPartitions(aggregatedPartitions));
    this.mayReadCatalog(given.table.tableArn);
    this.work = new WorkQueue(this, 'Work', { timeout, batchingWindow });
    // Two, since all work on one period writes the same documents and the later one wins.
    this.reads(this.work.queue, { batchSize: 10, atOnce: 2, batchingWindow });
    service.alarms.watchDeadLetters(
      'aggregate',
      this.work.deadLetters,
      "A signed report is missing from its period's totals and ranks, for everybody who reads them.",
    );
    service.alarms.watchWaiting(
      'aggregate',
      this.work.queue,
      Duration.minutes(10),
      'Provinces that signed more than ten minutes ago do not find their report in the totals and ranks.',
    );
  }
}
