import { Duration } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ServiceFunction } from './service-function.ts';
import type { DataStack } from './stacks.ts';
import type { Table } from './table.ts';

/**
 * Writes into every token what the API reads. In the data stack, since the pool names it and what the
 * service stack makes must be removable (docs/decisions/030-accounts-and-tokens.md).
 */
export class PreToken extends ServiceFunction<'pre-token'> {
  constructor(data: DataStack, given: { table: Table }) {
    super(data, {
      name: 'pre-token',
      description: "Writes a user's unit and roles into the token; approver only with a second factor",
      environment: { TABLE_NAME: given.table.tableName },
      memoryMB: 512,
      // Cognito waits for five seconds and asks twice more.
      timeout: Duration.seconds(5),
      errorsHurt: 'Nobody can sign in: provinces can neither send nor sign.',
    });
    this.mayReadCatalog(given.table.tableArn);
  }

  /**
   * May look whether a user of the pool has a second factor. A policy of its own: the pool needs the
   * function, which would need its role's policy, which needs the pool.
   */
  mayReadUsers(pool: UserPool): void {
    new Policy(this, 'ReadsUsers', {
      roles: [this.role],
      statements: [
        new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [pool.userPoolArn] }),
      ],
    });
  }
}
