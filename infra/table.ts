import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table as DynamoTable } from 'aws-cdk-lib/aws-dynamodb';
import type { DataStack } from './stacks.ts';

/**
 * The one table: submissions' facts, slots, pages of observations, roll-ups. Every question is answered by
 * its key, so it has no index. `Table` and not `TableV2`, which would become a global table.
 */
export class Table extends DynamoTable {
  constructor(data: DataStack) {
    super(data, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
